"""A list of films has one address, however it was asked for, and that address shows it."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.publication.day import postings_of
from catalogue.publication.state import state
from tests.makers import make_film
from tests.pages.reading import all_words, read

PATH = "/en/films/"
VALUES = {
    "q": ["film", "film 3", "  "],
    "country": ["FR", "BE", "SN", "unknown", "\0"],
    "country_all": ["1", "2"],
    "form": ["essay", "documentary", "novel"],
    "year": ["1990", "1995", "unknown", "20"],
    "year_from": ["1990", "1992", "99999"],
    "year_to": ["1991", "1996", "nonsense"],
    "unknown_year": ["1"],
    "genre": ["essai", "drame"],
    "support": ["dvd", "vod", "betamax"],
    "letter": ["F", "#", "FF"],
    "film": ["1", "2", "0"],
    "sort": ["title", "-title", "year", "newest", "relevance", "chosen", "by colour"],
    "page": ["1", "2", "0"],
    "utm_source": ["letter"],
}
PAIRS = st.lists(st.sampled_from([(name, value) for name in VALUES for value in VALUES[name]]), max_size=8)
EXAMPLES = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
OF_ONE_VALUE = {"q", "year_from", "year_to", "sort", "page", "country_all", "film"}  # the last of them counts


def make_films():
    for number in range(9):
        make_film(
            f"Film {number}",
            1990 + number if number else None,
            countries=[["FR"], ["FR", "BE"], ["SN"]][number % 3],
            forms=[["essay"], ["documentary"]][number % 2],
            genres=[["Essai"], []][number % 2],
            supports=[["dvd"], ["vod", "dvd"], []][number % 3],
        )


@pytest.fixture(scope="module")
def films(shared_rows):
    with shared_rows(make_films):
        yield


@pytest.fixture
def postings(db, films):
    return postings_of(state(), timezone.localdate())


def listing(pairs, postings):
    asked = film_filter(QueryDict(urlencode(pairs)), postings)
    return Listing(asked, postings.all_films(), PATH)


def address_of(listing):
    return listing.address.page(listing.pages.number).url


def shown(listing):
    """What a list shows: its words, its films in order, its page."""
    return listing.title, list(listing.pages.paginator.object_list[0:100]), listing.pages.number


@EXAMPLES
@given(data=st.data(), pairs=PAIRS)
def test_any_order_of_parameters_is_one_address(postings, data, pairs):
    there = set()
    pairs = [
        pair
        for pair in pairs
        if pair[0] not in OF_ONE_VALUE or (pair[0] not in there and not there.add(pair[0]))
    ]
    others = data.draw(st.permutations(pairs + pairs[:3]))
    first, second = listing(pairs, postings), listing(others, postings)
    assert address_of(first) == address_of(second)
    assert shown(first) == shown(second)
    assert sorted(map(str, first.notices)) == sorted(map(str, second.notices))


@EXAMPLES
@given(pairs=PAIRS)
def test_an_address_shows_what_was_asked_for_and_is_its_own(postings, pairs):
    asked = listing(pairs, postings)
    again = Listing(
        film_filter(QueryDict(address_of(asked).partition("?")[2]), postings), postings.all_films(), PATH
    )
    assert address_of(again) == address_of(asked)
    assert shown(again) == shown(asked)
    assert not again.asked.notices


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?sort=title&page=1", ""),
        ("?sort=year&country=SN&country=FR&country=SN", "?country=FR&country=SN&sort=year"),
        ("?form=novel&country=FR", "?country=FR"),
        ("?sort=relevance", ""),
        ("?q=film&sort=relevance", "?q=film"),
        ("?q=film&sort=title", "?q=film&sort=title"),
        ("?film=2&film=1", "?film=2&film=1"),
        ("?film=2&film=1&sort=chosen", "?film=2&film=1"),
        ("?year_from=1995&year_to=1990", "?year_from=1990&year_to=1995"),
        ("?utm_source=letter", ""),
    ],
)
@pytest.mark.usefixtures("films")
def test_the_canonical_address(client, db, asked, canonical):
    page = read(client, PATH + asked)
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"http://testserver{PATH}{canonical}"


@pytest.mark.usefixtures("films")
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("?sort=relevance", "“relevance” means nothing here for “Sort by”: it has been ignored."),
        ("?form=novel", "“novel” means nothing here for “Form”: it has been ignored."),
    ],
)
def test_what_is_left_out_of_an_address_is_told(client, db, asked, told):
    assert told in all_words(read(client, PATH + asked), ".notices p")


def test_links_to_choices_are_canonical(postings):
    chosen = listing([("country", "SN"), ("country", "BE")], postings)
    assert chosen.address.adder("country")("FR") == f"{PATH}?country=BE&country=FR&country=SN"
    assert chosen.address.adder("genre")("x") == f"{PATH}?country=BE&country=SN&genre=x"
    for sort in chosen.sorts:
        assert listing([*QueryDict(sort.url.partition("?")[2]).items()], postings).sort == sort.value
