"""Codes of lists: a list's address in few signs, and back."""

import string
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.lists import codes
from catalogue.lists.codes import code_of, list_of
from catalogue.lists.query import Query, parameters

SLUGS = st.text(f"{string.ascii_letters}{string.digits}-_", min_size=1, max_size=20)
VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
SIGNS = f"{string.ascii_letters}{string.digits}-_"


@st.composite
def queries(draw):
    path = draw(st.one_of(st.just("films/"), SLUGS.map("companies/{}/".format)))
    names = draw(st.lists(st.sampled_from(parameters()[:-1]), max_size=6))
    return Query(path, {name: draw(st.lists(VALUES, min_size=1, max_size=3)) for name in names})


@given(query=queries(), language=st.sampled_from(["", "/fr/", "/en/"]), page=st.integers(1, 99))
def test_a_code_is_the_list_whatever_its_language_and_page(query, language, page):
    code = code_of(query.at(language + query.path).page(page))
    assert list_of(code).url == query.url
    assert code_of(list_of(code)) == code


@given(text=st.one_of(st.text(SIGNS, max_size=60), st.text(max_size=20)))
def test_nonsense_is_no_list_or_one_of_films(text):
    found = list_of(text)
    assert found is None or code_of(found)


def test_codes_that_were_shared_stay_what_they_were():
    assert list_of("Q-MC3Yyc4MwsEG4DAA").url == "films/?country=FR&year_from=1968&sort=year"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "films",
        "films/charts/",
        "people/",
        "/fr/",
        "/fr/films/norilsk/",
        "//films/",
        "companies/a/portrait/",
    ],
)
def test_only_lists_of_films_have_a_code(path):
    assert code_of(Query(path, {})) is None


def test_a_list_whose_code_would_be_long_has_none():
    many = Query("films/", {"director": [f"{number * 7919 % 99991:x}{number:x}" for number in range(3000)]})
    assert code_of(many) is None
    assert code_of(Query("films/", {"q": ["é" * 200]}))


def test_a_code_that_would_fill_the_memory_is_nonsense():
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=codes.DICTIONARY)
    bomb = codes._written(packing.compress(b"films/?q=" + b"a" * 10**6) + packing.flush())
    assert len(bomb) < codes.LONGEST
    assert list_of(bomb) is None


@pytest.mark.django_db
def test_the_short_address_leads_to_the_list_in_the_visitors_language(client):
    code = code_of(Query("/fr/films/", {"country": ["FR"], "q": ["été"]}))
    response = client.get(f"/l/{code}", headers={"Accept-Language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/films/?q=%C3%A9t%C3%A9&country=FR")
    assert response["Vary"] == "Accept-Language"
    assert client.get(f"/l/{code}", headers={"Accept-Language": "fr"})["Location"].startswith("/fr/films/?")


@pytest.mark.django_db
def test_a_short_address_of_nonsense_is_not_there(client):
    assert client.get("/l/abc").status_code == 404
