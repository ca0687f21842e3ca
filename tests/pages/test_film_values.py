"""All values of one filter, by letter, for the list as it was left."""

from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue.models import Person
from catalogue.publication.fields import facets
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.pages.reading import addresses, all_words, links, read, titles
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db


def make_films(count):
    names = [f"Réal {number:02}" for number in range(count)]
    publish(*[make_film(f"Film {name}", 2000, ["FR"], directors=[name], published=False) for name in names])


def test_a_filter_with_many_values_shows_ten_and_leads_to_all_of_them(client):
    make_films(12)
    make_film("Autre", 2000, ["US"], directors=["Ida Zorn"])
    (more,) = [a for a in addresses(read(client, "/en/films/?country=FR"), ".facet p") if "/values/" in a]
    assert more == "/en/films/values/director/?country=FR"
    page = read(client, more)
    assert len(links(page, ".ways")) == 12
    assert links(page, ".ways")[0] == ("Réal 00 1", "/en/films/?country=FR&director=real-00")
    assert addresses(page, ".above") == ["/en/films/?country=FR"]


def test_values_stand_under_their_letters(client):
    make_film("Un", directors=["Éva Élan", "Zoé", "Ada", "Émile"])
    page = read(client, "/fr/films/values/director/")
    assert all_words(page, ".index h2") == ["A", "E", "Z"]
    assert all_words(page, ".index section:nth-child(2) a") == ["Éva Élan 1", "Émile 1"]


def test_people_stand_by_their_family_name_and_companies_without_their_article(client):
    directors, producers = ["Zoé Akerman", "Ada Zorn", "Wang Bing"], ["Les Films du Bal", "Écart"]
    make_film("Un", directors=directors, producers=producers)
    Person.objects.filter(name="Wang Bing").update(sort_name="Wang Bing")
    publish(*Person.objects.all())
    assert [
        all_words(read(client, f"/fr/films/values/{field}/"), ".index section")
        for field in ("director", "producer")
    ] == [["A Zoé Akerman 1", "W Wang Bing 1", "Z Ada Zorn 1"], ["E Écart 1", "F Les Films du Bal 1"]]
    for named, found in (("zoe ak", 1), ("akerman zoe", 1), ("les films", 0)):
        page = read(client, f"/fr/films/values/director/?named={named}")
        assert len(links(page, ".ways")) == found
    assert len(links(read(client, "/fr/films/values/producer/?named=les+films"), ".ways")) == 1


def test_values_that_have_an_order_of_their_own_stand_in_it(client):
    for minutes in (200, 80, None, 12):
        make_film(f"Film {minutes}", running_time=minutes)
    page = read(client, "/en/films/values/running_time/")
    assert all_words(page, ".index h2") == []
    assert all_words(page, ".ways a") == [
        "up to 29 min 1",
        "60 to 89 min 1",
        "120 min or more 1",
        "Unknown 1",
    ]


def test_countries_are_in_the_readers_language(client):
    make_film("Un", countries=["DE"])
    shown = [all_words(read(client, f"/{lang}/films/values/country/"), ".ways a") for lang in ("fr", "en")]
    assert shown == [["Allemagne 1"], ["Germany 1"]]


FACETS = [field.name for field in facets()]


@pytest.mark.parametrize("field", FACETS)
def test_every_filter_has_its_page_and_says_so_when_there_is_nothing_to_choose(client, field):
    page = read(client, f"/en/films/values/{field}/")
    assert all_words(page, ".empty") == ["There is nothing here yet."]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_value_of_every_filter_has_a_name_and_leads_to_its_films(client, lang):
    make_showcase()
    make_film("Sans rien", directors=["Ada"])
    for field in FACETS:
        found = links(read(client, f"/{lang}/films/values/{field}/"), ".ways")
        assert found, field
        for text, address in found:
            label, _space, count = text.rpartition(" ")
            (value,) = parse_qs(urlsplit(address).query)[field]
            assert label not in ("", value)
            assert len(titles(read(client, address))) == int(count)


def test_a_value_that_means_nothing_is_left_aside_with_a_notice(client):
    make_films(2)
    page = read(client, "/en/films/values/director/?support=XX")
    assert all_words(page, ".notices p") == ["“XX” means nothing here for “Format”: it has been ignored."]
    assert len(links(page, ".ways")) == 2


@pytest.mark.parametrize("field", ["page", "q", "word-title", "person-role"])
def test_what_is_no_filter_has_no_values(client, field):
    assert client.get(f"/fr/films/values/{field}/").status_code == 404


def test_a_filter_without_values_does_not_blame_filters_that_nobody_chose(client):
    for address, said in (
        ("/en/films/values/genre/", "There is nothing here yet."),
        ("/en/films/charts/", "There is no film here yet."),
        ("/en/films/", "There is no film here yet."),
    ):
        assert all_words(read(client, address), ".empty") == [said]
    make_film("Users", countries=["FR"])
    page = read(client, "/en/films/values/genre/?country=FR&page=99")
    assert all_words(page, ".ways a") == ["Unknown 1"]
    assert all_words(page, ".notices") == []
    page = read(client, "/en/films/values/genre/?q=nothing")
    assert all_words(page, ".empty") == ["No film here matches all of these filters. All the films"]
