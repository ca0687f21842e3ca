"""The page of all that can be done with a list: every address on it is there, and shows that list."""

import pytest

from tests.exports.films import taken
from tests.makers import make_film, make_selection
from tests.pages.reading import addresses, all_words, links, read, titles

pytestmark = pytest.mark.django_db
ASKED = "?country=FR&sort=-title"


@pytest.fixture(autouse=True)
def films():
    for number in range(3):
        make_film(f"Film {number}", 1990 + number, ["FR"], producers=["ISKRA"])
    make_film("Ailleurs", countries=["SN"])


def test_a_list_leads_to_it_and_back(client):
    page = read(client, f"/en/films/{ASKED}&page=1")
    assert f"/en/films/take-along/{ASKED}" in addresses(page, ".results__head")
    page = read(client, f"/en/films/take-along/{ASKED}")
    assert all_words(page, "p.in-words") == ["French films 3 films"]
    assert f"/en/films/{ASKED}" in addresses(page, ".above")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_that_it_offers_is_there(client, language):
    page = read(client, f"/{language}/films/take-along/{ASKED}")
    offered = addresses(page, ".take dl")
    assert len(offered) == 8
    for address in offered:
        if "/admin/" in address:
            assert client.get(address).status_code == 302  # to the log-in
        else:
            assert taken(client, address)


def test_its_addresses_show_the_list(client):
    page = read(client, f"/en/films/take-along/{ASKED}")
    short, whole = [address for _text, address in links(page, ".take__address")]
    assert whole == f"http://testserver/en/films/{ASKED}"
    assert short.startswith("http://testserver/l/")
    response = client.get(short, headers={"Accept-Language": "en"})
    assert response.url == f"/en/films/{ASKED}"
    assert titles(read(client, response.url)) == ["Film 2", "Film 1", "Film 0"]
    copied = [
        node.attributes["data-copy-address"]
        for node in page.css("button")
        if "data-copy-address" in node.attributes
    ]
    assert copied == [short, whole]


def test_what_means_nothing_is_told_and_left_out(client):
    page = read(client, "/en/films/take-along/?form=novel&country=FR")
    assert all_words(page, ".notices p") == ["“novel” means nothing here for “Form”: it has been ignored."]
    assert "/en/films/list.csv?country=FR" in addresses(page, ".take dl")


def test_the_films_of_a_company_are_taken_along_as_a_list_of_films(client):
    page = read(client, "/en/companies/iskra/?year_from=1991")
    address = "/en/films/take-along/?year_from=1991&producer=iskra"
    assert address in addresses(page, ".results__head")
    assert all_words(read(client, address), "p.in-words") == ["Films, from 1991, produced by ISKRA 2 films"]


def test_a_selection_is_taken_along_too(client):
    make_selection("Choix", [make_film("Zazie"), make_film("Adieu")])
    page = read(client, "/en/selections/choix/")
    assert "/en/selections/choix/take-along/" in addresses(page, ".facts")
    page = read(client, "/en/selections/choix/take-along/")
    assert all_words(page, "p.in-words") == ["Choix 2 films"]
    for address in addresses(page, ".take dl"):
        assert taken(client, address)


def test_a_list_names_its_feed_without_its_order(client):
    page = read(client, "/fr/films/?country=FR&sort=year")
    assert [node.attributes["href"] for node in page.css("link[type='application/atom+xml']")] == [
        "/fr/films/list.atom?country=FR"
    ]
