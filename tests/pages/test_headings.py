"""Where little is known a page is short, and whole: no heading stands over nothing, and none is there twice."""

import pytest

from catalogue.models import Film
from catalogue.publication.publish import publish
from tests.makers import make_company, make_distributor, make_film, make_person, make_selection, make_text
from tests.pages.headings import over_nothing, repeated
from tests.pages.reading import all_words, read
from tests.showcase import make_showcase

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def make_bare():
    """One of each kind of page, with its name alone."""
    film = Film.objects.create(title="Conclave")
    publish(film, make_person("Ada"), make_company("Lampe"), make_distributor("Phare").company)
    make_selection("Rien", [])
    make_selection("Un film", [film])


BARE = [
    *(
        "",
        "films/",
        "films/conclave/",
        "people/",
        "people/ada/",
        "companies/",
        "companies/lampe/",
        "companies/phare/",
    ),
    *(
        "distributors/",
        "selections/",
        "selections/rien/",
        "selections/un-film/",
        "search/",
        "search/?q=conclave",
    ),
    *("search/?q=zzyzx", "films/?q=zzyzx", "portrait/", "films/charts/", "films/values/country/"),
]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_heading_of_a_bare_page_stands_over_nothing_or_twice(client, language):
    make_bare()
    for path in BARE:
        page = read(client, f"/{language}/{path}")
        assert (over_nothing(page), repeated(page)) == ([], []), path


def test_no_heading_of_a_full_page_stands_over_nothing_or_twice(client):
    make_showcase()
    for address in {
        a for node in read(client, "/en/films/").css("main .card a") for a in [node.attributes["href"]]
    }:
        page = read(client, address)
        assert (over_nothing(page), repeated(page)) == ([], []), address


def test_of_a_film_of_which_little_is_known_the_facts_stand_beside_the_poster(client):
    film = make_film("Conclave", 2024)
    page = read(client, "/fr/films/conclave/")
    assert page.css(".film--brief")
    assert all_words(page, ".film__aside h2") == ["Fiche technique", "Partager"]
    make_text(film, "Un texte.", text_kind="presentation")
    assert not read(client, "/fr/films/conclave/").css(".film--brief")


@pytest.mark.parametrize("heading", ["Note d'intention", "NOTE D’INTENTION", ""])
def test_the_kind_of_a_text_is_said_once(client, heading):
    text = make_text(make_film("Norilsk"), "Un texte.", text_kind="intention_note", heading=heading)
    page = read(client, f"/fr/films/norilsk/texts/{text.slug}/")
    assert len(page.css("main h1")) == 1
    assert all_words(page, "main .meta") == []


def test_a_company_without_films_says_so_and_asks_for_no_filter(client):
    make_bare()
    for slug, name in (("lampe", "Lampe"), ("phare", "Phare")):
        page = read(client, f"/fr/companies/{slug}/")
        assert all_words(page, ".empty p") == [f"Aucun film de {name} n’est encore au catalogue."]
        assert not page.css(".filters, .results__head")
