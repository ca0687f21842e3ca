"""Where each offer stands on a day, and the line a page has for it."""

from datetime import timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from distributors.availability import availability, state_of

from .offers import TODAY, offer


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "current"),
        ({"first_day": "2026-06-15"}, "current"),
        ({"first_day": "2026-06-16"}, "coming"),
        ({"last_day": "2026-06-15"}, "current"),
        ({"last_day": "2026-06-14"}, "ended"),
        ({"last_day": "9999-12-31"}, "current"),
        ({"first_day": "2026-06-15", "last_day": "2026-06-15"}, "current"),
        ({"availability": "unavailable"}, "unavailable"),
        ({"availability": "unavailable", "last_day": "2026-06-14"}, "unavailable"),
        ({"availability": ""}, "unstated"),
        ({"availability": "", "first_day": "2026-06-15"}, "current"),
        ({"availability": "", "last_day": "2026-06-15"}, "current"),
        ({"availability": "", "last_day": "2026-06-14"}, "ended"),
        ({"availability": "", "first_day": "2026-06-16"}, "coming"),
    ],
)
def test_an_offer_counts_from_its_first_day_to_its_last_both_included(values, state):
    assert state_of(offer(**values), TODAY) == state


def test_a_document_of_before_says_no_more_than_what_is_unavailable():
    old = {key: value for key, value in offer().items() if key != "availability"}
    assert state_of(old | {"suspended": False}, TODAY) == "unstated"
    assert state_of(old | {"suspended": True}, TODAY) == "unavailable"


DAYS = st.none() | st.integers(-40, 40).map(lambda days: (TODAY + timedelta(days=days)).isoformat())


@given(
    first=DAYS,
    last=DAYS,
    stated=st.sampled_from(["available", "unavailable", ""]),
    day=st.integers(-60, 60).map(lambda days: TODAY + timedelta(days=days)),
)
def test_an_offer_is_current_on_a_day_between_its_days_if_anybody_said_so(first, last, stated, day):
    one = offer(first=first, last=last, availability=stated)
    inside = (first or "0000") <= day.isoformat() <= (last or "9999")
    is_open = inside and stated != "unavailable"
    assert (state_of(one, day) == "current") == bool(is_open and (stated or first or last))
    assert (state_of(one, day) in ("current", "unstated")) == is_open


@pytest.mark.parametrize(
    ("price", "french", "english"),
    [
        ("12.50", "12,50\u00a0€", "€12.50"),
        ("0.00", "gratuit", "free"),
        ("0", "gratuit", "free"),
        ("", "", ""),
    ],
)
def test_a_price_is_written_as_the_reader_writes_it(price, french, english):
    for lang, said in (("fr", french), ("en", english)):
        with translation.override(lang):
            (line,) = availability([offer(price=price)], TODAY).lines
        assert line.price == said


@pytest.mark.parametrize(
    ("values", "when"),
    [
        ({}, ""),
        ({"first": "2026-06-01"}, ""),
        ({"last": "2026-07-01"}, "until 1 July 2026"),
        ({"first": "2026-07-01"}, "from 1 July 2026"),
        ({"first": "2026-07-01", "last": "2026-07-31"}, "from 1 July 2026 to 31 July 2026"),
        ({"first": "2026-07-01", "last": "2026-07-01"}, "on 1 July 2026 only"),
        ({"last": "2026-05-31"}, "ended on 31 May 2026"),
        ({"availability": "unavailable"}, "unavailable at present"),
        ({"availability": ""}, "availability not stated"),
    ],
)
def test_every_offer_says_when(values, when):
    with translation.override("en"):
        found = availability([offer(**values)], TODAY)
    assert [line.when for line in found.lines] == [when]
    assert found.is_available == (found.lines[0].state == "current")


def test_the_lines_begin_with_what_can_be_had_today():
    offers = [
        offer("16mm", last="2026-05-31"),
        offer("dcp", availability="unavailable"),
        offer("35mm", first="2026-07-01"),
        offer("dvd", availability=""),
        offer("vod"),
        offer("svod"),
    ]
    with translation.override("en"):
        lines = availability(offers, TODAY).lines
    assert [line.offer["support"] for line in lines] == ["vod", "svod", "dvd", "35mm", "dcp", "16mm"]


@pytest.mark.parametrize(
    ("support", "use", "english", "french"),
    [
        ("svod", "home", "Watch on vod.example", "Voir sur vod.example"),
        ("vod", "", "Watch on vod.example", "Voir sur vod.example"),
        ("file", "home", "Watch on vod.example", "Voir sur vod.example"),
        ("dvd", "home", "Order from vod.example", "Commander sur vod.example"),
        ("dcp", "theatrical", "Book from vod.example", "Réserver sur vod.example"),
        ("file", "educational", "Book from vod.example", "Réserver sur vod.example"),
    ],
)
def test_the_link_of_an_offer_says_what_is_done_there_and_on_which_site(support, use, english, french):
    one = offer(support, use=use, address="https://www.vod.example/users")
    for language, words in (("en", english), ("fr", french)):
        with translation.override(language):
            assert [line.link for line in availability([one], TODAY).lines] == [words]
