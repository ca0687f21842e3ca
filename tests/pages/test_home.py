"""The blocks of the front page, in their order, and no block over nothing."""

import pytest
from django.utils import timezone

from catalogue.models import DailyViews, Film, Identity, Text
from catalogue.publication.publish import publish, publish_frame, unpublish
from catalogue.readership import popularity
from tests.makers import make_film, make_offer, make_selection, make_text
from tests.pages.front import TODAY, days, opening, sections, shown
from tests.pages.reading import addresses, all_words, links, read, words

pytestmark = pytest.mark.django_db


def count_views(film, count, days_ago=0):
    DailyViews.objects.create(film=film, day=days(-days_ago), count=count)


def published_on(day, *objects):
    """Publish them as if it had been on a day."""
    for each in objects:
        type(each).objects.filter(pk=each.pk).update(published_at=timezone.now() - (TODAY - day))
    publish(*objects)


def test_an_empty_catalogue_has_a_front_page_that_promises_nothing(client):
    page = read(client, "/en/")
    assert words(page.css_first("h1")) == "Film catalogue"
    assert sections(page) == []
    assert page.css(".opening") == []
    assert page.css(".counts") == []


def test_the_first_film_opens_the_page_and_no_block_repeats_it(client):
    make_film("Users", 2021, ["MX"], supports=["dvd"])
    page = read(client, "/en/")
    assert opening(page) == ["Users"]
    assert sections(page) == ["opening-film", "by-country"]


def test_three_films_fill_the_page_with_blocks_that_hold_something(client):
    films = [make_film(f"Film {n}", 2000 + n, ["FR"], genres=["Essai"], supports=["dvd"]) for n in range(3)]
    make_selection("Choix", films)
    page = read(client, "/en/")
    assert opening(page) == ["Film 2", "Choix"]
    assert sections(page) == ["opening-film", "opening-selection", "new", "by-country", "by-genre"]
    assert shown(page, "new") == ["Film 1", "Film 0"]


def test_new_films_are_in_the_order_of_their_first_publication_and_at_most_six(client):
    films = [make_film(f"Film {number}", published=False) for number in range(9)]
    for number, film in enumerate(films):
        published_on(days(-(number * 4 % 9)), film)
    expected = [f"Film {number}" for number in sorted(range(9), key=lambda number: number * 4 % 9)]
    page = read(client, "/fr/")
    assert [*opening(page), *shown(page, "new")] == expected[:7]
    publish(Film.objects.get(title=expected[-1]))  # published again, it is not new
    assert [*opening(page := read(client, "/fr/")), *shown(page, "new")] == expected[:7]
    assert addresses(page, "section[aria-labelledby=new] .onward") == ["/fr/films/?sort=newest"]


def test_films_leave_soon_of_which_a_format_ends_within_thirty_days_the_first_to_end_first(client):
    ends = {"Tomorrow": 1, "Today": 0, "In thirty days": 30, "Later": 31, "Gone": -1}
    for title, number in ends.items():
        film = make_film(title, published=False)
        make_offer(film, "svod", first_day=days(-9), last_day=days(number))
        publish(film)
    kept = make_film("For ever", published=False)
    make_offer(kept, "svod", first_day=days(-9), last_day=days(2))
    make_offer(kept, "svod", availability="available")
    coming = make_film("Coming", published=False)
    make_offer(coming, "svod", first_day=days(1), last_day=days(2))
    followed = make_film("Followed", published=False)
    make_offer(followed, "svod", first_day=days(-9), last_day=days(2))
    make_offer(followed, "svod", first_day=days(3), last_day=days(5))
    publish(kept, coming, followed)
    make_film("Newest", short_summary_fr="Pour ouvrir la page.")
    page = read(client, "/en/")
    assert shown(page, "leaving") == ["Today", "Tomorrow", "Followed", "In thirty days"]
    assert all_words(page, ".shelf__day")[0].startswith("SVOD until ")


def test_films_to_see_now_are_those_that_no_block_above_shows(client):
    for number in range(16):
        make_film(f"Film {number}", supports=["dvd"] if number % 2 else [])
    page = read(client, "/en/")
    assert opening(page) == ["Film 15"]
    assert shown(page, "new") == [f"Film {number}" for number in (14, 13, 12, 11, 10, 9)]
    assert shown(page, "available") == [f"Film {number}" for number in (7, 5, 3, 1)]
    assert addresses(page, "section[aria-labelledby=available] .onward") == ["/en/films/?available=today"]


def test_nothing_is_called_popular_that_was_not_counted(client):
    make_film("Users")
    popularity.compute(TODAY)
    assert read(client, "/fr/").css("#popular") == []


def test_popular_films_are_the_most_read_of_thirty_days_and_at_most_six(client):
    films = [make_film(f"Film {number}") for number in range(8)]
    make_film("Newest")
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
    make_film("Newest")
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


def test_selections_are_those_of_the_day_but_for_the_one_above_and_at_most_three(client):
    film = make_film("Users")
    for number in range(5):
        make_selection(f"Choix {number}", [film])
    make_selection("Passé", [film], last_day=days(-1))
    page = read(client, "/fr/")
    assert opening(page) == ["Users", "Choix 4"]
    assert all_words(page, ".selections h3") == ["Choix 3", "Choix 2", "Choix 1"]
    assert len(page.css(".selections li:first-child .strip img")) == 1


def test_texts_to_read_are_of_different_kinds_the_newest_first_each_beside_its_film(client):
    film = make_film("Users", directors=["Ada"])
    for number in range(5):
        make_text(film, "Un secret.", text_kind=Text.Kind.SHOOTING_SECRET, heading=f"Secret {number}")
    make_text(film, "Une fiche.", text_kind=Text.Kind.TEACHING_NOTE, heading="Fiche")
    old, new = (make_text(film, "Phrase une. Phrase deux.", heading=name, published=False) for name in "AB")
    published_on(days(-1), new)
    published_on(days(-2), old)
    page = read(client, "/fr/")
    assert links(page, ".reads") == [
        ("B", "/fr/films/users/texts/b/"),
        ("Secret 4", "/fr/films/users/texts/secret-4/"),
        ("Fiche", "/fr/films/users/texts/fiche/"),
        ("A", "/fr/films/users/texts/a/"),
    ]
    for address in addresses(page, ".reads"):
        read(client, address)


def test_texts_in_the_language_of_the_page_come_first(client):
    film = make_film("Users")
    for language in ("fr", "en", "fr", "en"):
        heading = f"In {language} {film.texts.count()}"
        make_text(film, "A text.", heading=heading, language=language, text_kind=Text.Kind.PRESS_QUOTE)
    make_text(film, "Un secret.", heading="Secret", language="fr", text_kind=Text.Kind.SHOOTING_SECRET)
    assert all_words(read(client, "/en/"), ".reads h3")[:2] == ["In en 3", "In en 1"]
    assert set(all_words(read(client, "/fr/"), ".reads h3")[:3]) == {"In fr 2", "Secret", "In fr 0"}


def test_a_new_text_renews_the_front_page(client):
    film = make_film("Users")
    etag = client.get("/fr/")["ETag"]
    make_text(film, "Une note.", heading="Note")
    assert client.get("/fr/", headers={"If-None-Match": etag}).status_code == 200


def test_ways_in_by_country_year_and_genre_count_the_films_they_lead_to(client):
    make_film("Un", 1975, ["FR", "SUHH"], genres=["Essai"])
    make_film("Deux", 1970, ["FR"])
    page = read(client, "/en/")
    assert links(page, "section[aria-labelledby=by-country] .ways") == [
        ("France 2", "/en/films/?country=FR"),
        ("USSR 1", "/en/films/?country=SUHH"),
    ]
    assert links(page, "section[aria-labelledby=by-genre] .ways") == [
        ("Essai (en) 1", "/en/films/?genre=essai")
    ]
    for address in addresses(page, "main"):
        read(client, address)


def test_blocks_stand_in_the_order_that_is_asked_for_and_others_are_left_out(client):
    films = [make_film(f"Film {number}", supports=["dvd"]) for number in range(9)]
    make_text(films[0], "Une note.")
    assert sections(read(client, "/en/")) == ["opening-film", "new", "available", "texts"]
    Identity.objects.create(name="Films", front_blocks=["texts", "popular", "unheard-of", "new"])
    publish_frame()
    assert sections(read(client, "/en/")) == ["opening-film", "texts", "new"]


def test_ten_years_with_films_make_a_chart(client):
    for number in range(9):
        make_film(f"Film {number}", 1970 + number)
    assert read(client, "/en/").css("#years") == []
    make_film("The tenth", 1982)
    assert addresses(read(client, "/en/"), ".decades") == [
        "/en/films/?year_from=1970&year_to=1979",
        "/en/films/?year_from=1980&year_to=1989",
    ]
