"""The home page: what is new, what is read, ways in; and nothing that was not counted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.models import DailyViews
from catalogue.publication.publish import unpublish
from catalogue.readership import popularity
from tests.makers import make_film, make_selection
from tests.pages.reading import addresses, all_words, links, read, words

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def shown(page, section):
    return all_words(page, f"section[aria-labelledby={section}] .card__title")


def count_views(film, count, days_ago=0):
    DailyViews.objects.create(film=film, day=TODAY - timedelta(days=days_ago), count=count)


def test_an_empty_catalogue_has_a_home_that_promises_nothing(client):
    page = read(client, "/en/")
    assert words(page.css_first("h1")) == "Film catalogue"
    assert page.css("main section") == []


def test_the_newest_films_come_first_and_at_most_twelve(client):
    for number in range(14):
        make_film(f"Film {number}")
    assert shown(read(client, "/fr/"), "newest") == [f"Film {number}" for number in range(13, 1, -1)]


def test_nothing_is_called_popular_that_was_not_counted(client):
    make_film("Users")
    popularity.compute(TODAY)
    assert read(client, "/fr/").css("#popular") == []


def test_popular_films_are_the_most_read_of_thirty_days_and_at_most_six(client):
    films = [make_film(f"Film {number}") for number in range(8)]
    for number, film in enumerate(films):
        count_views(film, 10 + number)
    count_views(films[0], 90, days_ago=29)
    count_views(films[1], 500, days_ago=30)
    popularity.compute(TODAY)
    assert shown(read(client, "/fr/"), "popular") == [
        "Film 0",
        *[f"Film {number}" for number in (7, 6, 5, 4, 3)],
    ]


def test_a_film_taken_off_the_site_is_popular_no_more(client):
    films = [make_film(f"Film {number}") for number in range(2)]
    for film in films:
        count_views(film, 5)
    popularity.compute(TODAY)
    unpublish(films[0])
    assert shown(read(client, "/fr/"), "popular") == ["Film 1"]


def test_the_page_a_visitor_holds_is_renewed_when_other_films_become_popular(client):
    film = make_film("Users")
    etag = client.get("/fr/")["ETag"]
    assert client.get("/fr/", headers={"If-None-Match": etag}).status_code == 304
    count_views(film, 1)
    popularity.compute(TODAY)
    assert client.get("/fr/", headers={"If-None-Match": etag}).status_code == 200


def test_ways_in_by_country_year_and_distributor_count_the_films_they_lead_to(client):
    make_film("Un", 1975, ["FR", "SUHH"], supports=["dvd"], distributor="ISKRA")
    make_film("Deux", 1975, ["FR"])
    page = read(client, "/en/")
    assert links(page, "section[aria-labelledby=by-country] .ways") == [
        ("France 2", "/en/films/?country=FR"),
        ("USSR 1", "/en/films/?country=SUHH"),
    ]
    assert links(page, "section[aria-labelledby=by-distributor] .ways") == [
        ("ISKRA 1", "/en/films/?distributor=iskra")
    ]
    assert addresses(page, ".decades") == ["/en/films/?year_from=1970&year_to=1979"]
    for address in addresses(page, "main"):
        read(client, address)


def test_selections_of_the_day_are_shown_and_at_most_three(client):
    film = make_film("Users")
    for number in range(4):
        make_selection(f"Choix {number}", [film])
    make_selection("Passé", [film], last_day=TODAY - timedelta(days=1))
    make_selection("À venir", [film], first_day=TODAY + timedelta(days=1))
    page = read(client, "/fr/")
    assert all_words(page, ".selections h3") == ["Choix 3", "Choix 2", "Choix 1"]
