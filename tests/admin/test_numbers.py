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


@pytest.mark.parametrize(
    ("language", "field", "typed", "said"),
    [
        (
            "fr",
            NumberField(decimal_places=2),
            "1,850",
            "« 1,850 » se lit 1,850 : écrivez 1\N{NO-BREAK SPACE}850 ou 1,85.",
        ),
        ("en", NumberField(decimal_places=2), "1.850", "“1.850” is read as 1.850: write 1,850 or 1.85."),
        ("fr", NumberField(decimal_places=2), "18,5555", "« 18,5555 » se lit 18,5555 : écrivez 18,56."),
        ("fr", WholeNumberField(), "198,5", "« 198,5 » se lit 198,5 : il faut ici un nombre entier."),
        (
            "en",
            WholeNumberField(),
            "1.985",
            "“1.985” is read as 1.985: a whole number is wanted here, as 1,985.",
        ),
    ],
)
def test_what_is_refused_says_how_it_was_read_and_how_to_write_it(language, field, typed, said):
    with translation.override(language), pytest.raises(ValidationError) as refused:
        field.clean(typed)
    with translation.override(language):
        assert refused.value.messages == [
            said.replace("« ", "«\xa0").replace(" »", "\xa0»").replace(" :", "\xa0:")
        ]
