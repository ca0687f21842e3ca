"""The pages of charts: their ways in and out, and what they say of nothing."""

import re

import pytest

from catalogue.models import Person
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.pages.reading import addresses, all_words, links, read, words

pytestmark = pytest.mark.django_db

LIST, CHARTS, PORTRAIT = "/en/films/", "/en/films/charts/", "/en/portrait/"


def test_the_list_and_its_charts_lead_to_each_other_with_the_same_filters(client):
    for title in ("Un", "Deux"):
        make_film(title, 1975, ["FR"], genres=["Essai"])
    asked = "?country=FR&genre=essai&sort=year"
    assert ("See as charts", CHARTS + asked) in links(read(client, LIST + asked), ".results__head")
    page = read(client, f"{CHARTS}{asked}&page=2")
    assert ("See as a list", LIST + asked) in links(page, ".charts__total")
    assert all_words(page, ".chips li a")[:2] == ["Remove Country France ×", "Remove Genre Essai (en) ×"]


def test_a_companys_list_leads_to_the_charts_of_its_films(client):
    for title in ("Un", "Deux"):
        make_film(title, 1975, producers=["Slon"])
    assert f"{CHARTS}?producer=slon" in addresses(read(client, "/en/companies/slon/"), ".results__head")


@pytest.mark.parametrize("asked", ["", "?country=BE"])
def test_one_film_has_nothing_to_compare_in_charts_or_on_a_map(client, asked):
    make_film("Un", 1975, ["FR"])
    make_film("Deux", 1976, ["BE"]) if asked else None
    assert not [one for one in addresses(read(client, LIST + asked), "main") if one.startswith(CHARTS)]


def test_charts_of_nothing_say_what_to_do_next(client):
    make_film("Un", 1975, ["FR"])
    page = read(client, f"{CHARTS}?country=FR&q=nothing")
    assert words(page.css_first("[role=status]")) == "0 films"
    assert CHARTS in addresses(page, ".empty")
    assert read(client, "/en/portrait/")


def test_an_empty_catalogue_has_charts_and_a_portrait(client):
    assert "There is no film here yet." in words(read(client, PORTRAIT).body)
    assert "There is no film here yet." in words(read(client, CHARTS).body)


@pytest.mark.parametrize(("asked", "kept_out"), [("", False), ("?country=FR", True)])
def test_filtered_charts_are_not_for_search_engines(client, asked, kept_out):
    make_film("Un", 1975, ["FR"])
    assert bool(read(client, CHARTS + asked).css("meta[name=robots]")) == kept_out


def test_no_film_takes_the_address_of_the_charts(client):
    film = make_film("Charts")
    assert film.slug == "charts-2"
    assert words(read(client, "/en/films/charts-2/").css_first("h1")).startswith("Charts")


def test_the_portrait_is_reached_from_every_page_and_from_its_company(client):
    make_film("Un", 1975, producers=["Slon"])
    for page in ("/en/", LIST):
        assert PORTRAIT in addresses(read(client, page), "footer")
    assert "/en/companies/slon/portrait/?as=producer" in addresses(
        read(client, "/en/companies/slon/"), "main"
    )
    assert "http://testserver/en/portrait/" in client.get("/sitemap-lists.xml").content.decode()


def test_a_companys_portrait_keeps_its_sections_apart(client):
    make_film("Un", 1975, ["FR"], producers=["Slon"])
    make_film("Deux", 1994, ["BE"], distributor="Slon", supports=["dvd"])
    address = "/en/companies/slon/portrait/"
    for section, country, code in (("producer", "France", "FR"), ("distributor", "Belgium", "BE")):
        page = read(client, f"{address}?as={section}")
        assert links(page, "[aria-labelledby=country]") == [
            (country, f"/en/companies/slon/?as={section}&country={code}")
        ]
        assert addresses(page, ".tabs li:has([aria-current])") == [f"{address}?as={section}"]


def test_the_portrait_counts_and_says_what_is_not_recorded(client):
    make_film("Un", 1975, ["FR"], ["Ada"], spoken=["fr"], running_time=80)
    make_film("Deux", 1976, ["FR", "BE"], ["Bo"])
    make_film("Trois")
    Person.objects.filter(name="Ada").update(gender="woman")
    publish(*Person.objects.all())
    page = read(client, PORTRAIT)
    assert all_words(page, ".numerals li") == [
        "3 films",
        "1975–1976 from the first year to the latest",
        "2 directors",
        "2 countries",
        "1 spoken language",
    ]
    assert all_words(page, "[aria-labelledby=directed-by] .bars:not(.bars--shares) tr") == [
        "a woman1",
        "someone whose gender is not recorded1",
    ]
    assert all_words(page, ".bars--shares tr") == ["1970s1 of 2"]
    assert "1 film names no director." in words(page.css_first("[aria-labelledby=directed-by]"))


def test_a_portrait_leaves_out_what_nothing_is_known_of(client):
    make_film("Un", countries=["FR"])
    page = read(client, PORTRAIT)
    assert [section.attributes["aria-labelledby"] for section in page.css(".plates section")] == ["country"]
    assert not page.css(".decades")


def test_where_no_gender_is_recorded_no_woman_is_counted(client):
    make_film("Un", 1975, directors=["Ada"])
    assert not read(client, PORTRAIT).css(".bars--shares")


def test_the_charts_speak_both_languages(client):
    make_film("Un", 1975, ["CSHH"])
    page = read(client, "/fr/films/charts/")
    assert "Tchécoslovaquie" in words(page.css_first(".map__former"))
    assert re.search(r"\d", words(page.css_first("[role=status]")))


def test_a_portrait_tells_the_longest_bar_from_that_of_what_is_unknown(client):
    make_film("Un", genres=["Essai"])
    make_film("Deux")
    make_film("Trois")
    page = read(client, "/fr/portrait/")
    assert all_words(page, "#genre ~ table .most") == ["Essai1"]
    assert all_words(page, "#genre ~ table .unknown") == ["Sans indication2"]
