"""The structured data of lists: what the page shows, in its order."""

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_films, make_person, make_selection
from tests.metadata.reading import SITE, listed, things
from tests.pages.reading import read
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db


def test_a_list_says_where_it_stands_and_what_the_page_shows(client):
    for number in range(31):
        publish(make_person(f"Person {number:02}"))
    assert things(client, "/fr/people/?page=2")["ItemList"] == {
        "@type": "ItemList",
        "name": "Personnes",
        "url": f"{SITE}/fr/people/?page=2",
        "numberOfItems": 31,
        "itemListElement": [{"@type": "ListItem", "position": 31, "url": f"{SITE}/fr/people/person-30/"}],
    }


@pytest.mark.parametrize("path", ["people/", "companies/", "distributors/", "selections/"])
def test_lists_have_the_order_of_the_page(client, path):
    make_showcase()
    found = things(client, f"/en/{path}")["ItemList"]
    shown = read(client, f"/en/{path}").css(".names a, .selections a")
    assert [one["url"] for one in found["itemListElement"]] == [
        f"{SITE}{a.attributes['href']}" for a in shown
    ]


def test_a_selection_has_its_films_in_its_order(client):
    films = [make_film("B"), make_film("A")]
    make_selection("Choix", films, introduction_fr="Deux.\n\nFilms.", curator="Cleo Marchetti")
    found = things(client, "/fr/selections/choix/")
    page = found["CollectionPage"]
    assert (page["name"], page["description"], page["creditText"]) == ("Choix", "Deux.", "Cleo Marchetti")
    assert page["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 2,
        "itemListElement": listed([f"{SITE}/fr/films/b/", f"{SITE}/fr/films/a/"]),
    }
    assert [one["name"] for one in found["BreadcrumbList"]["itemListElement"]] == ["Sélections", "Choix"]


def test_a_list_of_films_bears_its_name_and_the_films_of_the_page(client):
    make_films(31)
    found = things(client, "/en/films/?country=FR&page=2")["ItemList"]
    assert (found["name"], found["numberOfItems"]) == ("French films", 31)
    assert found["itemListElement"] == [
        {"@type": "ListItem", "position": 31, "url": f"{SITE}/en/films/film-30/"}
    ]
