"""All of several countries or languages at once: the switch, its words, its address, and what it narrows."""

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_offer, make_version
from tests.pages.reading import addresses, all_words, read, titles
from tests.pages.test_facets import listing

pytestmark = pytest.mark.django_db

LIST = "/en/films/"


@pytest.fixture(autouse=True)
def films():
    for title, countries in (
        ("Un", ["FR"]),
        ("Deux", ["FR", "BE"]),
        ("Trois", ["FR", "BE", "CH"]),
        ("Quatre", ["BE"]),
    ):
        make_film(title, countries=countries)
    both = make_film("Bilingue", published=False)
    make_version(both, spoken=["fr", "ar"])
    apart = make_film("Deux versions", published=False)
    make_version(apart, spoken=["fr"])
    make_version(apart, spoken=["ar"])
    make_offer(apart)
    publish(both, apart)


def facet(query, name):
    return next(facet for facet in listing(LIST + query).facets if facet.name == name)


def told(facet):
    return {choice.value: (choice.count, choice.added) for choice in facet.choices}


def test_co_productions_are_asked_for_by_a_switch(client):
    asked = "?country=BE&country=FR"
    assert titles(read(client, LIST + asked)) == ["Deux", "Quatre", "Trois", "Un"]
    one = facet(asked, "country")
    assert (one.is_all_of, one.all_of_url) == (False, f"{LIST}{asked}&country_all=1")
    page = read(client, one.all_of_url)
    assert titles(page) == ["Deux", "Trois"]
    assert "Remove Country all of them at once ×" in all_words(page, ".chips li")
    all_of = facet(f"{asked}&country_all=1", "country")
    assert (all_of.is_all_of, all_of.all_of_url) == (True, LIST + asked)


def test_other_choices_narrow_and_their_numbers_are_of_films_after_the_click():
    assert told(facet("?country=FR", "country"))["BE"] == (None, 1)
    assert told(facet("?country=FR&country_all=1", "country")) == {
        "FR": (None, None),
        "BE": (2, None),
        "CH": (1, None),
    }


def test_languages_at_once_are_those_of_one_version(client):
    asked = f"{LIST}?language=fr&language=ar"
    assert titles(read(client, asked)) == ["Bilingue", "Deux versions"]
    assert titles(read(client, f"{asked}&language_all=1")) == ["Bilingue"]
    assert titles(read(client, f"{asked}&language_all=1&support=dvd")) == []
    assert titles(read(client, f"{asked}&support=dvd")) == ["Deux versions"]
    assert told(facet("?language=fr&language_all=1", "language")) == {"fr": (None, None), "ar": (1, None)}


@pytest.mark.parametrize("query", ["", "?genre=unknown", "?country_all=1"])
def test_where_nothing_is_chosen_there_is_no_switch_and_it_means_nothing(client, query):
    assert (facet(query, "country").all_of_url, facet(query, "country").is_all_of) == (None, False)
    page = read(client, LIST + query)
    assert all_words(page, ".notices p") == []
    canonical = page.css_first("link[rel=canonical]").attributes["href"]
    assert "country_all" not in canonical


def test_it_goes_with_the_last_choice():
    page = listing(f"{LIST}?country=FR&country_all=1")
    chip = next(chip for chip in page.chips if chip.label == "France")
    assert chip.remove_url == LIST
    assert {
        choice.url for choice in facet("?country=FR&country_all=1", "country").choices if choice.selected
    } == {LIST}


def test_a_facet_that_offers_nothing_is_not_shown(client):
    shown = [facet.name for facet in listing(f"{LIST}?country=CH").facets]
    assert "form" not in shown  # nothing but unknown
    assert "support" not in shown
    assert "country" in shown  # what is chosen can be taken back
    shown = addresses(read(client, f"{LIST}?country=CH"), ".facet")
    assert LIST in [address.removesuffix("#results") for address in shown]
