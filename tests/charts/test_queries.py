"""Charts ask a fixed number of queries, whatever the catalogue holds."""

import pytest
from django.utils import timezone

from catalogue.publication.day import postings_of
from catalogue.publication.state import state
from tests.makers import make_film

pytestmark = pytest.mark.django_db

PAGES = {
    "/en/films/charts/": 1,
    "/en/films/charts/?country=FR&q=norilsk": 2,
    "/en/portrait/": 1,
    "/en/companies/slon/portrait/": 3,
}


def make_films(number_of_films):
    for number in range(number_of_films):
        make_film(f"Film {number}", 1990 + number, ["FR", "CSHH"], [f"P {number}"], ["Slon"])


@pytest.fixture(scope="module", params=[1, 30], ids=["one-film", "thirty-films"])
def films(request, shared_rows):
    """A catalogue of so many films."""
    with shared_rows(make_films, request.param):
        yield


@pytest.mark.parametrize(("address", "queries"), PAGES.items())
def test_charts_ask_a_fixed_number_of_queries(client, films, address, queries, django_assert_num_queries):
    postings_of(state(), timezone.localdate())
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
