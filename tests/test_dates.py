"""Days as readers write them."""

from datetime import date, datetime

import pytest
from django.utils import formats, translation

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


def test_the_admin_writes_days_as_great_britain_does():
    with translation.override("en"):
        assert formats.date_format(date(2026, 2, 3), "SHORT_DATE_FORMAT") == "03/02/2026"
        assert formats.date_format(datetime(2026, 2, 3, 16, 5), "DATETIME_FORMAT") == "3 February 2026, 16:05"
        assert formats.number_format(1850.5, force_grouping=True) == "1,850.5"
