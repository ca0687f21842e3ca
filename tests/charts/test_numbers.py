"""The number of every mark is the number of films after the click: on random catalogues, whatever is chosen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.charts.countries import world_map
from catalogue.charts.portrait import Portrait
from catalogue.lists.query import Query
from catalogue.models import Company, Person
from catalogue.publication.index import postings
from catalogue.publication.publish import publish
from catalogue.publication.state import state
from catalogue.publication.surroundings import films_of_company
from tests.pages.test_facets import CHOSEN, FILM, listing, made

GENDERS = st.sampled_from(["woman", "man", "non_binary", ""])
QUICK = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def make_films(films, genders):
    """Publish these films, and their directors with these genders in turn."""
    rows = made(films, published=False)
    for person, gender in zip(Person.objects.order_by("name"), genders, strict=False):
        person.gender = gender
        person.save()
    publish(*rows, *Person.objects.all())


def marks(portrait):
    """Every mark of a portrait that leads to a list of films."""
    yield from (row for table in portrait.tables() for row in table.rows)
    yield from portrait.genders
    yield from (row for row, _whole in portrait.women_by_decade)
    yield from portrait.years.decades if portrait.years else []


@pytest.mark.django_db
class TestNumbers(TestCase):
    @QUICK
    @given(films=st.lists(FILM, min_size=1, max_size=6), chosen=CHOSEN)
    def test_the_marks_of_the_charts(self, films, chosen):
        make_films(films, [])
        page = listing("/fr/films/charts/", chosen)
        places = [place for place in world_map(page.facet_values).places if not place.selected]
        for mark in [
            *(page.years.decades if page.years else []),
            *(page.years.bars if page.years else []),
            *places,
        ]:
            assert mark.count == listing(mark.url).total, mark

    @QUICK
    @given(films=st.lists(FILM, min_size=1, max_size=6), genders=st.lists(GENDERS, min_size=2, max_size=2))
    def test_the_marks_of_the_portrait(self, films, genders):
        make_films(films, genders)
        index = postings.current(state())
        query = Query("/fr/films/", {})
        portrait = Portrait(index, index.all_films(), query, query)
        assert portrait.films == len(films)
        for mark in marks(portrait):
            assert mark.count == listing(mark.url).total, mark

    @QUICK
    @given(films=st.lists(FILM, min_size=1, max_size=6), genders=st.lists(GENDERS, min_size=2, max_size=2))
    def test_the_marks_of_a_companys_portrait(self, films, genders):
        make_films(films, genders)
        index = postings.current(state())
        for company in Company.objects.all():
            produced = films_of_company(company.pk, {"made": ["producer"]})["made"]
            query = Query("/fr/companies/x/", {"as": ["producer"]})
            for mark in marks(Portrait(index, produced, query, query)):
                after = listing(mark.url, scope=produced, section=["producer"])
                assert mark.count == after.total, mark
