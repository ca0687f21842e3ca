"""The number beside a choice is the number of films after the click: on random catalogues, whatever is chosen."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.query import parameters
from catalogue.publication.fields import facets
from catalogue.publication.index import postings
from catalogue.publication.publish import publish
from catalogue.publication.state import state
from tests.makers import make_film, make_offer, make_version
from tests.pages.meaning import lets_through

LANGUAGES, COUNTRIES = ["fr", "en"], ["FR", "BE", "SUHH", "RU"]
TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=9)
BY_NAME = {
    "country": [*COUNTRIES, "XX", "unknown"],
    "form": ["documentary", "essay", "unknown"],
    "colour": ["tinted", "colour", "unknown"],
    "director": ["ada", "eva", "nobody", "unknown"],
    "person": ["ada", "eva", "unknown"],
    "producer": ["slon", "iskra", "unknown"],
    "genre": ["essai", "drame", "unknown"],
    "language": [*LANGUAGES, "zxx", "unknown"],
    "subtitles": ["fr", "de", "unknown"],
    "reads": ["fr", "zxx", "unknown"],
    "accessibility": ["sdh-fr", "signed-fsl", "unknown"],
    "support": ["dvd", "vod", "multi", "unknown"],
    "use": ["home", "educational", "unknown"],
    "territory": [*COUNTRIES, "everywhere", "unknown"],
    "available": ["today", "soon", "ended", "unavailable", "unknown"],
    "running_time": ["0-29", "120-", "unknown"],
    "year": ["1975", "2021"],
}


def some(values, most=2):
    return st.lists(st.sampled_from(values), unique=True, max_size=most)


VERSION = st.fixed_dictionaries(
    {
        "spoken": some([*LANGUAGES, "zxx"]),
        "subtitles": some(["fr", "de"]),
        "sdh": some(["fr"], 1),
        "signed": some(["fsl"], 1),
        "intertitles": some(["fr"], 1),
    }
)
OFFER = st.fixed_dictionaries(
    {
        "of": st.integers(0, 3),  # the version of this number, if there is one; else any
        "support": st.sampled_from(["dvd", "vod", "multi"]),
        "use": st.sampled_from(["", "home", "educational"]),
        "countries": some(COUNTRIES),
        "everywhere": st.booleans(),
        "availability": st.sampled_from(["", "available", "unavailable"]),
        "first_day": st.sampled_from([None, SOON]),
    }
)
FILM = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Users", "L’Été", "The End", "Norilsk"]),
        "year": st.sampled_from([None, 1975, 1976, 2021]),
        "running_time": st.sampled_from([None, 12, 200]),
        "forms": some(["documentary", "essay"]),
        "colour": st.sampled_from(["tinted", ""]),
        "sound": st.sampled_from(["", "silent"]),
        "countries": some(COUNTRIES),
        "directors": some(["Ada", "Eva"]),
        "producers": some(["Slon", "ISKRA"]),
        "genres": some(["Essai", "Drame"]),
        "versions": st.lists(VERSION, max_size=3),
        "offers": st.lists(OFFER, max_size=3),
    }
)
CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        **{name: some(values) for name, values in BY_NAME.items()},
        "country_all": st.just(["1"]),
        "language_all": st.just(["1"]),
        "year_from": st.sampled_from([["1975"], ["1980"]]),
        "year_to": st.sampled_from([["1976"], ["2021"]]),
        "letter": st.sampled_from([["U"], ["E"]]),
        "q": st.sampled_from([["users"], ["ada"], ["the end"]]),
    },
)


def made(films, published=True):
    """Make films of these descriptions; publish them unless told otherwise."""
    rows = []
    for film in films:
        plain = {key: value for key, value in film.items() if key not in ("versions", "offers")}
        row = make_film(**plain, published=False)
        versions = [make_version(row, **uses) for uses in film["versions"]]
        for offer in film["offers"]:
            columns = {key: value for key, value in offer.items() if key != "of"}
            make_offer(row, version=dict(enumerate(versions)).get(offer["of"]), **columns)
        rows.append(row)
    if published:
        publish(*rows)
    return rows


def listing(address, query=None, scope=None, **options):
    """The list at an address, of all films or of a scope."""
    request = RequestFactory().get(address, query)
    current = postings.current(state())
    scope = current.all_films() if scope is None else scope
    return Listing(film_filter(request.GET, current), scope, request.path, **options)


@pytest.mark.django_db
class TestFacets(TestCase):
    @settings(max_examples=18, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=st.lists(FILM, min_size=1, max_size=6), chosen=CHOSEN)
    def test_the_number_beside_a_choice_is_that_of_the_films_after_the_click(self, films, chosen):
        made(films)
        page = listing("/fr/films/", chosen)
        shown = [choice for facet in page.facets for choice in facet.choices]
        shown += [c for facet in page.facets for related in facet.related.values() for c in related]
        choices = [choice for choice in shown if not choice.selected]
        bars = page.years.bars if page.years else []
        letters = [letter for letter in page.letters if letter.url and not letter.selected]
        for choice in choices:
            assert [choice.count, choice.added].count(None) == 1
            before = 0 if choice.added is None else page.total
            assert before + (choice.count or choice.added or 0) == listing(choice.url).total, choice
        for counted in [*bars, *letters]:
            assert counted.count == listing(counted.url).total, counted
        if page.years and page.years.unknown:
            assert page.years.unknown == listing(page.years.unknown_url).total

    @settings(max_examples=18, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=st.lists(FILM, min_size=1, max_size=6), chosen=CHOSEN)
    def test_the_list_holds_exactly_the_films_that_every_filter_lets_through(self, films, chosen):
        rows = made(films)
        page = listing("/fr/films/", chosen)
        known = page.asked.known()
        expected = [row.pk for film, row in zip(films, rows, strict=True) if lets_through(known, film)]
        assert sorted(page.films) == expected
        assert page.total == len(page.cards)

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=st.lists(FILM, min_size=1, max_size=6), name=st.sampled_from([*BY_NAME]))
    def test_a_field_alone_finds_the_films_of_its_ways(self, films, name):
        """The postings of a field and those of ways say the same."""
        rows = made(films)
        for value in BY_NAME[name]:
            expected = [
                row.pk for film, row in zip(films, rows, strict=True) if lets_through({name: [value]}, film)
            ]
            assert sorted(listing("/fr/films/", {name: value}).films) == expected, value

    def test_every_filter_is_a_facet_or_has_a_form_of_its_own(self):
        names = {*parameters()} - {facet.name for facet in facets()}
        assert names == {
            *["as", "q", "country_all", "year", "year_from", "year_to", "unknown_year"],
            *["language_all", "letter", "person", "film", "sort", "page"],
        }
