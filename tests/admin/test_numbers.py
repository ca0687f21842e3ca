"""Commas and points in numbers mean what the editor's language says; what could be two numbers is refused."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from catalogue.admin.numbers import NumberField, RunningTimeField, WholeNumberField

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("fr", "18,50", "18.50"),
        ("fr", "18.50", "18.50"),
        ("fr", "1 850", "1850"),
        ("fr", "1.850,50", "1850.50"),
        ("fr", "1,850", "1.850"),
        ("en", "18.50", "18.50"),
        ("en", "18,50", "18.50"),
        ("en", "1,850", "1850"),
        ("en", "1,850.50", "1850.50"),
    ],
)
def test_a_number_means_what_the_language_says(language, typed, read):
    with translation.override(language):
        assert NumberField().clean(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["1.850", "12.500"])
def test_what_can_be_read_in_two_ways_is_refused_with_both(typed):
    with translation.override("fr"), pytest.raises(ValidationError) as refused:
        NumberField().clean(typed)
    both = {"1.850": "1850 ou 1,85", "12.500": "12500 ou 12,5"}
    with translation.override("fr"):
        assert both[typed] in refused.value.messages[0]


@pytest.mark.parametrize(
    ("typed", "minutes"), [("80", 80), ("1h20", 80), ("1 h 20", 80), ("2h", 120), ("52 min", 52)]
)
def test_a_running_time_is_read_as_pages_write_it(typed, minutes):
    assert RunningTimeField().clean(typed) == minutes


def test_a_fraction_is_no_year():
    with translation.override("fr"), pytest.raises(ValidationError, match="198,5"):
        WholeNumberField().clean("198,5")
