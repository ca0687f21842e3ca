"""The number beside a choice is the number of films after the click: on random catalogues, whatever is chosen."""

import pytest
from django.test import RequestFactory
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
from tests.makers import make_film

VALUES = {
    "country": ["FR", "US", "SUHH"],
    "form": ["documentary", "essay"],
    "colour": ["tinted", ""],
    "director": ["Ada", "Eva"],
    "producer": ["Slon", "ISKRA"],
    "genre": ["Essai", "Drame"],
    "language": ["fr", "en"],
    "subtitles": ["fr", "de"],
    "support": ["dvd", "vod"],
}


YEARS = {"year", "year_from", "year_to"}


def some(name):
    return st.lists(st.sampled_from(VALUES[name]), unique=True, max_size=2)


FILM = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Users", "L’Été", "The End", "Norilsk"]),
        "year": st.sampled_from([None, 1975, 1976, 2021]),
        "running_time": st.sampled_from([None, 12, 80, 200]),
        "countries": some("country"),
        "forms": some("form"),
        "colour": st.sampled_from(VALUES["colour"]),
        "directors": some("director"),
        "producers": some("producer"),
        "genres": some("genre"),
        "spoken": some("language"),
        "subtitles": some("subtitles"),
        "supports": some("support"),
    }
)
CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        "country": some("country"),
        "form": st.lists(st.sampled_from(["documentary", "essay", "unknown"]), unique=True, max_size=2),
        "colour": st.sampled_from([["tinted"], ["unknown"], ["tinted", "unknown"]]),
        "director": st.lists(st.sampled_from(["ada", "eva"]), unique=True, max_size=2),
        "producer": st.lists(st.sampled_from(["slon", "iskra"]), unique=True, max_size=2),
        "person": st.lists(st.sampled_from(["ada", "eva"]), unique=True, max_size=2),
        "genre": st.lists(st.sampled_from(["essai", "drame"]), unique=True, max_size=2),
        "language": some("language"),
        "subtitles": some("subtitles"),
        "support": some("support"),
        "running_time": st.lists(
            st.sampled_from(["0-29", "60-89", "120-", "unknown"]), unique=True, max_size=2
        ),
        "year": st.sampled_from([["1975"], ["1976", "2021"]]),
        "year_from": st.sampled_from([["1975"], ["1980"]]),
        "year_to": st.sampled_from([["1976"], ["2021"]]),
        "letter": st.sampled_from([["U"], ["E"]]),
        "q": st.sampled_from([["users"], ["ada"], ["the end"]]),
    },
)


def listing(address, query=None, scope=None, **options):
    """The list at an address, of all films or of a scope."""
    request = RequestFactory().get(address, query)
    current = postings.current(state())
    scope = current.all_films() if scope is None else scope
    return Listing(film_filter(request.GET, current), scope, request.path, **options)


@pytest.mark.django_db
class TestFacets(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=st.lists(FILM, min_size=1, max_size=6), chosen=CHOSEN)
    def test_the_number_beside_a_choice_is_the_number_of_films_after_the_click(self, films, chosen):
        publish(*[make_film(**film, published=False) for film in films])
        page = listing("/fr/films/", chosen)
        choices = [choice for facet in page.facets for choice in facet.choices if not choice.selected]
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

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=st.lists(FILM, min_size=1, max_size=6), chosen=CHOSEN)
    def test_the_list_holds_exactly_the_films_that_every_filter_lets_through(self, films, chosen):
        publish(*[make_film(**film, published=False) for film in films])
        page = listing("/fr/films/", chosen)
        expected = 0
        for film in films:
            expected += all(
                self._lets_through(name, values, film) for name, values in page.asked.known().items()
            ) and self._is_of_the_years(page.asked.known(), film["year"])
        assert page.total == expected == len(page.cards)

    def _is_of_the_years(self, known, year):
        """Years one by one and a range add up."""
        first, last = (int(known[name][0]) if name in known else None for name in ("year_from", "year_to"))
        inside = (first or last) and year and (first or 0) <= year <= (last or 9999)
        return not YEARS & known.keys() or bool(inside) or str(year) in known.get("year", [])

    def _lets_through(self, name, values, film):
        if name == "q":
            names = " ".join([film["title"], *film["directors"], *film["producers"]]).lower()
            return values[0].removeprefix("the ") in names
        if name in YEARS:
            return True  # see _is_of_the_years
        if name == "letter":
            return film["title"].removeprefix("L’").removeprefix("The ").replace("É", "E")[0] == values[0]
        if name == "running_time":
            bands = {None: "unknown", 12: "0-29", 80: "60-89", 200: "120-"}
            return bands[film["running_time"]] in values
        held = {
            "country": film["countries"],
            "form": film["forms"] or ["unknown"],
            "colour": [film["colour"] or "unknown"],
            "director": [value.lower() for value in film["directors"]],
            "producer": [value.lower() for value in film["producers"]],
            "person": [value.lower() for value in film["directors"]],
            "genre": [value.lower() for value in film["genres"]],
            "language": film["spoken"],
            "subtitles": film["subtitles"],
            "support": film["supports"],
        }[name]
        return bool(set(values) & set(held))

    def test_every_filter_is_a_facet_or_has_a_form_of_its_own(self):
        names = {*parameters()} - {facet.name for facet in facets()}
        assert names == {
            *["as", "q", "year", "year_from", "year_to", "unknown_year", "letter", "person", "sort", "page"],
        }
