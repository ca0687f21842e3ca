"""The pages of a filter with many values: each value once, letters, and a text that names contain."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.folding import fold, letter
from catalogue.lists import values
from catalogue.models import Genre
from catalogue.models.person import surname_first
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.pages.reading import addresses, all_words, links, read, words

pytestmark = pytest.mark.django_db

NAMES = ["Ada", "Álvaro", "Béa", "Bob 3", "Émile", "zoé", "7 Mains", "Ида", "ada b"]


def key(field, name):
    """What a value stands by from A to Z, and is looked for in."""
    sort, name = fold(surname_first(name)), fold(name)
    return name if field == "genre" or sort == name else f"{sort} {name}"


@pytest.fixture(autouse=True)
def small_pages(monkeypatch):
    monkeypatch.setattr(values, "PAGE_SIZE", 3)


def make_films(names=NAMES):
    publish(
        *[
            make_film(
                f"Film {n}", 2000, ["FR", "BE"][: n % 2 + 1], directors=[name], genres=[name], published=False
            )
            for n, name in enumerate(names)
        ]
    )


def shown(page):
    return [text.rpartition(" ")[0] for text in all_words(page, ".ways a")]


def all_pages(client, address):
    """The names on each page, from the first to the last."""
    found = []
    while address:
        page = read(client, address)
        found.append(shown(page))
        address = next((link.attributes["href"] for link in page.css("nav.pages a[rel=next]")), None)
    return found


@pytest.mark.parametrize("field", ["director", "genre"])
def test_pages_hold_every_value_once_from_a_to_z(client, field):
    make_films()
    pages = all_pages(client, f"/fr/films/values/{field}/")
    assert [len(page) for page in pages] == [3, 3, 3]
    assert [name for page in pages for name in page] == sorted(NAMES, key=partial(key, field))


@pytest.mark.parametrize("field", ["director", "genre"])
@pytest.mark.parametrize(("lang", "unknown"), [("fr", "Sans indication"), ("en", "Unknown")])
def test_the_unknown_stands_before_all_names_in_either_language(client, field, lang, unknown):
    make_films(["Ada", "Ulla", "Zoé"])
    make_film("Sans rien")
    pages = all_pages(client, f"/{lang}/films/values/{field}/")
    names = [name.removesuffix(" (en)") for page in pages for name in page]
    assert names == [unknown, "Ada", "Ulla", "Zoé"]
    assert all_pages(client, f"/{lang}/films/values/{field}/?initial=U") == [
        [name for name in pages[0] + pages[1] if name.startswith("Ulla")]
    ]
    found = all_pages(client, f"/{lang}/films/values/{field}/?named=unk")
    assert found == [[]]


@pytest.mark.parametrize("field", ["director", "genre"])
def test_a_letter_leads_to_the_names_that_begin_with_it(client, field):
    make_films()
    page = read(client, f"/fr/films/values/{field}/?country=BE")
    present = sorted({letter(key(field, name)) for n, name in enumerate(NAMES) if n % 2})
    assert sorted(all_words(page, ".letters a")) == present
    for name, address in links(page, ".letters"):
        there = read(client, address)
        assert "country=BE" in address
        assert {letter(key(field, found)) for found in shown(there)} == {name}
        assert words(there.css_first("h1 small")) == str(len(shown(there)))
        assert all_words(there, ".letters [aria-current]") == [name]


@pytest.mark.parametrize("field", ["director", "genre"])
@pytest.mark.parametrize("text", ["ad", "É", "b ", "3", "zo", "ИДА"])
def test_a_text_narrows_to_the_names_that_contain_it(client, field, text):
    make_films()
    page = client.get(f"/fr/films/values/{field}/", {"named": text, "country": "FR"})
    pages = all_pages(client, page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"])
    key_of = partial(key, field)
    expected = sorted((name for name in NAMES if fold(text) in key_of(name)), key=key_of)
    assert [name for names in pages for name in names] == expected != []


def test_the_form_keeps_the_filters_and_the_text(client):
    make_films()
    form = read(client, "/en/films/values/director/?country=FR&named=ad&initial=A").css_first("form.narrow")
    sent = {node.attributes["name"]: node.attributes["value"] for node in form.css("input")}
    assert sent == {"country": "FR", "named": "ad"}


def test_what_finds_nothing_says_so_and_leads_to_all(client):
    make_films()
    page = read(client, "/en/films/values/director/?named=xyz&country=FR")
    assert all_words(page, ".empty") == ["No name matches. All the names"]
    assert addresses(page, ".empty") == ["/en/films/values/director/?country=FR"]


def test_what_is_not_understood_is_left_aside_with_a_notice(client):
    make_films()
    page = read(client, "/en/films/values/director/?initial=É&named=%21&page=99")
    assert all_words(page, ".notices p") == [
        "“É” means nothing here for “First letter”: it has been ignored.",
        "“!” means nothing here for “Name”: it has been ignored.",
        "There is no page 99: this is the last.",
    ]
    assert shown(page) == sorted(NAMES, key=partial(key, "director"))[-3:]


def test_few_values_have_no_form_and_no_letters(client):
    make_films(NAMES[:3])
    page = read(client, "/en/films/values/director/")
    assert page.css("form.narrow") == page.css(".letters") == page.css("nav.pages") == []
    assert len(shown(page)) == 3


def test_a_chosen_value_without_films_can_be_taken_back(client):
    make_films()
    page = read(client, "/en/films/values/director/?country=BE&director=ada")
    assert ("Ada (chosen, remove)", "/en/films/?country=BE") in links(page, ".ways")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_other_language_and_the_canonical_address_are_those_of_this_very_page(client, lang):
    make_films()
    page = read(client, f"/{lang}/films/values/director/?named=a&page=2&nonsense=1")
    other = {"fr": "en", "en": "fr"}[lang]
    assert addresses(page, ".language, header")[-1] == f"/{other}/films/values/director/?named=a&page=2"


class TestRandomNames(TestCase):
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        names=st.lists(st.text("aBcéZ 19", min_size=1, max_size=4).filter(fold), unique_by=fold, max_size=9),
        text=st.text("aBcéZ19", max_size=2),
    )
    def test_narrowing_is_filtering_by_the_folded_name(self, names, text):
        assert Genre.objects.count() == 0
        make_films(names)
        for field in ("director", "genre"):
            address = f"/fr/films/values/{field}/?named={text}"
            found = [name for page in all_pages(self.client, address) for name in page]
            key_of = partial(key, field)
            expected = sorted((name for name in names if fold(text) in key_of(name)), key=key_of)
            assert found == [" ".join(name.split()) for name in expected]
