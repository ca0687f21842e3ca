"""Pages of charts stay light with all years and very many countries."""

import gzip

import pytest

from catalogue.models import Film, Person
from catalogue.publication.publish import publish
from catalogue.reference import countries
from tests.makers import make_film

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WEIGHT = 8 * 1000  # bytes, as in tests/quality/test_weight.py
CODES = [
    code for code, _fr, _en, _first, last, _successors in countries.names() if last is None or code == "SUHH"
]


def make_full_catalogue(number_of_countries):
    """130 years and so many countries; decades, formats and languages each with another number of films."""
    for number in range(400):
        make_film(
            f"Le film numéro {number}",
            1895 + (number if number < 130 else number * number % 130),
            [
                CODES[
                    -1
                    - (number if number < number_of_countries else number * number % 61) % number_of_countries
                ]
            ],
            [f"Cinéaste {number % 40}"],
            spoken=[["fr", "en", "de", "es", "it", "pt"][number % 6]],
            subtitles=["fr"],
            supports=[["dvd", "vod", "svod", "dcp", "bluray"][number % 5]],
            running_time=number or None,
            published=False,
        )
    Person.objects.filter(name__endswith="1").update(gender="woman")
    publish(*Film.objects.all())


@pytest.fixture(scope="module", params=[60, 200], ids=["60-countries", "200-countries"])
def full_catalogue(request, shared_rows):
    with shared_rows(make_full_catalogue, request.param):
        yield


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_with_all_years_and_very_many_countries_stay_light(client, full_catalogue, language):
    weights = {}
    for address in ("", "films/", "films/charts/", "films/charts/?country=FR", "portrait/"):
        body = client.get(f"/{language}/{address}").content
        weights[address] = len(gzip.compress(body, 6))
    assert {address: weight for address, weight in weights.items() if weight > WEIGHT} == {}
