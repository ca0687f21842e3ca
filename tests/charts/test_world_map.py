"""The map: every country has a shape or a place in words, and what is drawn is told by a table."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from catalogue.charts.countries import FIRST_IN_TABLE
from catalogue.publication.publish import publish
from catalogue.reference import countries
from tests.makers import make_film
from tests.pages.reading import addresses, all_words, links, read, words

CHARTS = "/en/films/charts/"
SHAPES = Path(settings.BASE_DIR, "static/img/world.svg")


def drawn(page, within="g "):
    return [use.attributes["href"].partition("#")[2] for use in page.css(f".map__world {within}a use")]


def test_every_country_of_today_has_a_shape_or_a_dot():
    shapes = set(re.findall(r'<(?:path|g) id="(\w+)"', SHAPES.read_text()))
    today = {code.lower() for code, _fr, _en, _first, last, _successors in countries.names() if last is None}
    assert shapes == today | {"land"}


def test_every_successor_of_a_state_that_is_gone_has_a_name():
    gone = [code for code, _fr, _en, _first, last, _successors in countries.names() if last]
    named = {code: [countries.name(one, "fr") for one in countries.successors(code)] for code in gone}
    assert all(named.values())
    assert named["CSHH"] == ["Tchéquie", "Slovaquie"]


@pytest.mark.django_db
def test_a_country_is_drawn_and_told_with_its_number(client):
    make_film("Un", countries=["FR", "MC"])
    make_film("Deux", countries=["FR"])
    page = read(client, CHARTS)
    assert drawn(page) == ["fr", "mc"]
    assert [words(row) for row in page.css(".map__table tr")] == ["France2", "Monaco1"]
    assert addresses(page, ".map__world") == addresses(page, ".map__table")


@pytest.mark.django_db
def test_a_former_state_is_named_with_what_it_has_become(client):
    make_film("Un", countries=["CSHH"])
    make_film("Deux", countries=["RUEM", "FR"])
    page = read(client, CHARTS)
    assert [words(item) for item in page.css(".map__former li")] == [
        "Czechoslovakia 1 now Czechia, Slovakia",
        "Russian Empire 1 now Russia",
    ]
    assert ("Czechoslovakia", f"{CHARTS}?country=CSHH") in links(page, ".map__former")
    assert drawn(page) == ["fr"]


def marked(page, kind):
    """{code: shapes} of former states, in the order in which the map draws them."""
    return {
        a.attributes["href"].partition("=")[2]: [use.attributes["href"][-2:] for use in a.css("use")]
        for a in page.css(f".map__world a.former{kind}")
    }


@pytest.mark.django_db
def test_a_former_state_is_marked_on_the_land_of_what_it_has_become(client):
    make_film("Un", countries=["CSHH", "SK"])
    make_film("Deux", 1900, ["AHHH"])
    page = read(client, CHARTS)
    land, around = marked(page, ":not([fill=none])"), marked(page, "[fill=none]")
    assert list(land) == ["AHHH", "CSHH"]  # the last that ended lies on top
    assert (land["CSHH"], around["CSHH"]) == (["cz"], ["sk"])
    assert drawn(page) == ["sk"]
    assert words(page.css_first(".map__world a.former title")) == "Austria-Hungary"
    assert all_words(page, ".map__legend li")[-1] == "Films of former states"
    make_film("Trois", 1950, ["FR"])
    page = read(client, f"{CHARTS}?year=1950")
    assert (marked(page, ""), all_words(page, ".map__legend li")) == ({}, ["1"])


@pytest.mark.django_db
def test_films_of_a_former_state_are_hatched_and_count_for_no_state_of_today(client):
    for number in range(3):
        make_film(f"Film {number}", 1960, ["SUHH"])
    page = read(client, CHARTS)
    assert drawn(page) == []
    assert page.css(".map__table tr") == []
    assert "ru" in marked(page, "")["SUHH"]
    (fill,) = {a.attributes["fill"] for a in page.css("a.former[fill]")}
    pattern = page.css_first(fill.removeprefix("url(").removesuffix(")"))
    assert pattern.attributes["class"] == "m5"
    assert (
        page.css_first(page.css_first(".map__legend .former a").attributes["href"]).text() == "Former states"
    )


def test_a_territory_with_a_code_of_its_own_is_no_part_of_the_shape_of_its_state():
    """French Guiana lies west of all that is drawn as France."""
    paths = dict(re.findall(r'<path id="(\w+)" d="([^"]*)"', SHAPES.read_text()))
    begins = {code: [int(x) for x in re.findall(r"M(\d+) ", paths[code])] for code in ("fr", "gf")}
    assert max(begins["gf"]) < min(begins["fr"]) - 200
    assert "sj" in paths


@pytest.mark.django_db
def test_the_map_follows_the_other_filters_and_not_its_own(client):
    make_film("Un", 1975, ["FR"])
    make_film("Deux", 1975, ["BE"])
    make_film("Trois", 1994, ["IT"])
    assert sorted(drawn(read(client, f"{CHARTS}?year=1975"))) == ["be", "fr"]
    page = read(client, f"{CHARTS}?year=1975&country=FR")
    assert sorted(drawn(page)) == ["be", "fr"]
    assert ("Belgium", f"{CHARTS}?country=BE&year=1975") in links(page, ".map__table")
    assert ("France", f"{CHARTS}?year=1975") in links(page, ".map__table")
    assert words(page.css_first(".map__table [aria-current]")) == "France"


@pytest.mark.django_db
def test_the_legend_tells_what_the_colours_stand_for(client):
    publish(*[make_film(f"F {n}", countries=["FR"], published=False) for n in range(32)])
    make_film("Un", countries=["BE"])
    page = read(client, CHARTS)
    assert [words(item) for item in page.css(".map__legend li")] == ["1", "2–3", "4–7", "8–15", "16–32"]
    steps = {use.attributes["href"][-2:]: use.parent.parent.attributes["class"] for use in page.css("a use")}
    assert steps == {"fr": "m5", "be": "m1"}


@pytest.mark.django_db
def test_a_table_of_very_many_countries_leads_to_the_page_of_all(client):
    codes = [code for code, _fr, _en, _first, last, _successors in countries.names() if last is None]
    film = make_film("Monde", countries=codes, published=False)
    publish(film)
    page = read(client, f"{CHARTS}?year_to=2020&unknown_year=1")
    assert len(page.css(".map__table tr")) == FIRST_IN_TABLE
    assert len(drawn(page)) == len(codes)
    (more,) = [address for text, address in links(page, ".map__table") if "more countries" in text]
    assert more == "/en/films/values/country/?year_to=2020&unknown_year=1"
    assert len(read(client, more).css(".index li")) == len(codes)
