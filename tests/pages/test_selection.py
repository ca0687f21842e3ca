"""Selections: signed, in the curator's order, a note on each film, listed between their days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.models import Selection
from catalogue.publication.publish import unpublish
from tests.makers import make_film, make_selection
from tests.pages.reading import addresses, all_words, links, read, titles, words
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

SNOW = "/fr/selections/films-de-neige/"
TODAY = timezone.localdate()


@pytest.mark.parametrize(
    ("lang", "title", "introduction"),
    [
        ("fr", "Films de neige", "Deux films où il neige."),
        ("en", "Films of snow", "Two films in which it snows."),
    ],
)
def test_a_selection_says_its_title_curator_and_introduction_in_the_readers_language(
    client, lang, title, introduction
):
    make_showcase()
    head = read(client, SNOW.replace("/fr/", f"/{lang}/")).css_first("header.selection")
    assert words(head.css_first("h1")) == title
    assert "Cleo Marchetti" in words(head.css_first(".selection__by"))
    assert all_words(head, ".lead p") == [introduction]


def test_films_stand_in_the_curators_order_each_with_its_note(client):
    make_showcase()
    page = read(client, SNOW)
    assert titles(page) == ["Le Retour", "Une lumière au nord", "Sans date"]
    notes = [all_words(row, ".prose p") for row in page.css(".chosen > li")]
    assert notes == [["Pour la fin."], ["For the light."], []]
    assert [node.attributes.get("lang") for node in page.css(".chosen .prose")] == [None, "en"]


def test_a_film_taken_off_the_site_leaves_the_selection(client):
    films = [make_film(f"Film {number}") for number in range(3)]
    make_selection("Choix", films)
    unpublish(films[1])
    assert titles(read(client, "/fr/selections/choix/")) == ["Film 0", "Film 2"]


@pytest.mark.parametrize(
    ("days", "is_listed"),
    [
        ({}, True),
        ({"first_day": TODAY}, True),
        ({"last_day": TODAY}, True),
        ({"first_day": TODAY + timedelta(days=1)}, False),
        ({"last_day": TODAY - timedelta(days=1)}, False),
        ({"first_day": TODAY - timedelta(days=1), "last_day": TODAY + timedelta(days=1)}, True),
    ],
)
def test_a_selection_is_listed_between_its_days_and_always_answers_at_its_address(client, days, is_listed):
    make_selection("Choix", [make_film("Users")], **days)
    listed = links(read(client, "/fr/selections/"), ".selections")
    assert listed == ([("Choix", "/fr/selections/choix/")] if is_listed else [])
    read(client, "/fr/selections/choix/")


def test_a_list_without_selections_says_so(client):
    assert read(client, "/fr/selections/").css(".empty") != []


def test_a_selection_is_shared_and_taken_along(client):
    make_selection("Choix", [make_film("Users")])
    page = read(client, "/en/selections/choix/")
    assert sum("selections/choix" in address for address in addresses(page, ".share:first-of-type")) == 3
    along = [address for address in addresses(page, ".share") if address.startswith("/")]
    assert len(along) == 6
    for address in along:
        assert client.get(address).status_code == 200, address


def test_a_draft_is_not_on_the_site(client):
    make_selection("Choix", [make_film("Users")], published=False)
    assert client.get("/fr/selections/choix/").status_code == 404
    assert Selection.objects.exists()
