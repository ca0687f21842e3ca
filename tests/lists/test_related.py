"""Choosing a state offers those it comes from and those it has become, with what they would add."""

import pytest

from tests.makers import make_film
from tests.pages.reading import all_words, links, read, titles

pytestmark = pytest.mark.django_db
FILMS = "/fr/films/"
URSS, RDA, RFA = "URSS", "République démocratique allemande (RDA)", "Allemagne de l’Ouest (RFA)"


def offered(page):
    """{choice: what is offered beside it}."""
    rows = [row for row in page.css(".facet li") if row.css(".also")]
    return {_own(row.css_first("a")): [_own(link) for link in row.css(".also a")] for row in rows}


def _own(link):
    """What a choice is called, without its number."""
    return link.text(deep=False).strip()


def make_films(**countries):
    for code, count in countries.items():
        for number in range(count):
            make_film(f"{code} {number}", countries=[code])


def test_choosing_russia_offers_the_ussr_too_with_the_films_that_it_adds(client):
    make_films(RU=2, SUHH=3, FR=1)
    make_film("Des deux", countries=["RU", "SUHH"])
    page = read(client, f"{FILMS}?country=RU")
    (found,) = offered(page).values()
    assert found == [URSS]
    assert all_words(page, ".facet .also")[0].startswith("aussi\u00a0: URSS")
    address = links(page, ".facet .also")[0][1].partition("#")[0]
    assert address == f"{FILMS}?country=RU&country=SUHH"
    assert len(titles(read(client, address))) == len(titles(page)) + 3


def test_germany_offers_both_germanies_and_each_of_them_germany(client):
    make_films(DE=1, DDDE=2, DEBW=1)
    (beside,) = offered(read(client, f"{FILMS}?country=DE")).values()
    assert [words.removeprefix("aussi : ").rstrip("+ 12")[:3] for words in beside] == [RDA[:3], RFA[:3]]
    (beside,) = offered(read(client, f"{FILMS}?country=DDDE")).values()
    assert beside == ["Allemagne"]


def test_a_state_without_films_and_one_that_is_chosen_are_not_offered(client):
    make_films(DE=1, DDDE=1)
    assert len(offered(read(client, f"{FILMS}?country=DE"))["Allemagne"]) == 1
    assert not offered(read(client, f"{FILMS}?country=DE&country=DDDE"))
    assert not offered(read(client, f"{FILMS}?country=FR"))


def test_what_is_merely_shown_offers_what_the_facet_does_not_show(client):
    make_films(FR=3, IT=3, ES=3, BE=3, CH=3, US=3, GB=3, RU=4, SUHH=1)
    assert list(offered(read(client, FILMS))) == ["Russie"]
    make_films(DE=1)
    page = read(client, f"{FILMS}?country=FR")
    assert list(offered(page)) == ["Russie"]


def test_what_the_facet_shows_anyway_is_beside_what_is_chosen_alone(client):
    make_films(RU=2, SUHH=1)
    assert not offered(read(client, FILMS))
    assert list(offered(read(client, f"{FILMS}?country=RU"))) != []
