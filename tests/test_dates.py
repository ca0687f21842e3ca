"""Days as readers write them."""

from datetime import date

import pytest
from django.utils import translation

from catalogue.dates import fdate


@pytest.mark.parametrize(
    ("lang", "day", "written"),
    [
        ("fr", "2027-01-01", "1er\u00a0janvier 2027"),
        ("fr", "2027-01-11", "11 janvier 2027"),
        ("en", "2027-01-01", "1 January 2027"),
        ("en", date(2027, 1, 21), "21 January 2027"),
        ("fr", "2027-01-21T23:30:00+01:00", "21 janvier 2027"),
    ],
)
def test_a_day_is_written_as_the_reader_writes_it(lang, day, written):
    with translation.override(lang):
        assert fdate(day) == written
