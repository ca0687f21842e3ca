"""How a film can be seen: one true sentence, whatever the offers and the day."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from distributors.availability import availability, is_current, state_of

TODAY = date(2026, 6, 15)
FRANCE = {"ref": "country:FR", "code": "FR", "name": {"fr": "France", "en": "France"}}
BELGIUM = {"ref": "country:BE", "code": "BE", "name": {"fr": "Belgique", "en": "Belgium"}}
LABELS = {"dvd": "DVD", "vod": "VOD", "35mm": "35 mm"}


def offer(support="dvd", **values):
    label = LABELS[support]
    return {
        "support": support,
        "support_label": {"fr": label, "en": label},
        "use": "home",
        "use_label": {"fr": "Chez soi", "en": "At home"},
        "distributor": None,
        "version": "",
        "countries": [],
        "first_day": None,
        "last_day": None,
        "price": "",
        "currency": "EUR",
        "address": "",
        "suspended": False,
    } | values


def sentence(*offers, lang="en"):
    with translation.override(lang):
        return availability(list(offers), TODAY).sentence


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "current"),
        ({"first_day": "2026-06-15"}, "current"),
        ({"first_day": "2026-06-16"}, "coming"),
        ({"last_day": "2026-06-15"}, "current"),
        ({"last_day": "2026-06-14"}, "ended"),
        ({"first_day": "2026-06-15", "last_day": "2026-06-15"}, "current"),
        ({"suspended": True}, "suspended"),
        ({"suspended": True, "last_day": "2026-06-14"}, "suspended"),
    ],
)
def test_an_offer_counts_from_its_first_day_to_its_last_both_included(values, state):
    assert state_of(offer(**values), TODAY) == state


@pytest.mark.parametrize(
    ("offers", "said"),
    [
        ([], "No way to see this film is known at present."),
        ([offer()], "Available on DVD."),
        ([offer(), offer("vod"), offer("35mm")], "Available on DVD, VOD and 35 mm."),
        ([offer(), offer(use="theatrical")], "Available on DVD."),
        ([offer(), offer("vod", suspended=True)], "Available on DVD."),
        ([offer(countries=[FRANCE, BELGIUM])], "Available on DVD (France and Belgium)."),
        ([offer(countries=[FRANCE]), offer("vod")], "Available on DVD and VOD."),
        ([offer(last_day="2026-07-01")], "Available on DVD until 1 July 2026."),
        ([offer(last_day="2026-07-01"), offer("vod")], "Available on DVD and VOD."),
        ([offer(first_day="2026-07-01")], "Not available yet: on DVD from 1 July 2026."),
        (
            [offer(first_day="2026-08-01"), offer("vod", first_day="2026-07-01")],
            "Not available yet: on VOD from 1 July 2026.",
        ),
        ([offer(suspended=True)], "Currently unavailable (DVD)."),
        ([offer(suspended=True), offer("vod", last_day="2026-01-31")], "Currently unavailable (DVD)."),
    ],
)
def test_one_sentence_says_it(offers, said):
    assert sentence(*offers) == said


def test_what_has_ended_was_still_available_on_its_last_day():
    assert sentence(offer(last_day="2026-05-31"), offer("vod", last_day="2026-01-01")) == (
        "Not available since 1 June 2026."
    )


def test_days_and_countries_are_in_the_readers_language():
    said = sentence(offer(countries=[FRANCE, BELGIUM], last_day="2026-07-01"), lang="fr")
    assert "(France et Belgique)" in said
    assert "1er\u00a0juillet 2026" in said


FILE = {"support": "file", "support_label": {"fr": "Fichier numérique", "en": "Digital file"}}
MULTI = {"support": "multi", "support_label": {"fr": "Plusieurs supports", "en": "Several formats"}}


@pytest.mark.parametrize(
    ("offers", "said"),
    [
        (
            [offer("vod", countries=[FRANCE], last_day="2027-01-01")],
            "Disponible en VOD (France) jusqu’au 1er\u00a0janvier 2027.",
        ),
        ([offer() | MULTI], "Disponible en plusieurs formats."),
        (
            [offer() | FILE, offer() | MULTI, offer()],
            "Disponible en fichier numérique, DVD et autres formats.",
        ),
        ([offer(first_day="2026-08-02")], "Pas encore disponible : en DVD à partir du 2 août 2026."),
        ([offer(suspended=True)], "Indisponible pour le moment (DVD)."),
        ([offer(last_day="2026-05-31")], "Indisponible depuis le 1er\u00a0juin 2026."),
    ],
)
def test_the_sentence_is_french_in_french(offers, said):
    assert sentence(*offers, lang="fr").replace("\u00a0:", " :") == said


@pytest.mark.parametrize(("lang", "price"), [("fr", "12,50\u00a0€"), ("en", "€12.50")])
def test_a_price_is_written_as_the_reader_writes_it(lang, price):
    with translation.override(lang):
        lines = availability([offer(price="12.50"), offer(price="0.00"), offer()], TODAY).lines
    assert lines[0].price == price
    assert (lines[1].price != "", lines[2].price) == (True, "")


@pytest.mark.parametrize(
    ("values", "when"),
    [
        ({}, ""),
        ({"last_day": "2026-07-01"}, "until 1 July 2026"),
        ({"first_day": "2026-07-01"}, "from 1 July 2026"),
        ({"last_day": "2026-05-31"}, "ended on 31 May 2026"),
        ({"suspended": True}, "unavailable at present"),
    ],
)
def test_every_offer_says_when(values, when):
    with translation.override("en"):
        (line,) = availability([offer(**values)], TODAY).lines
    assert line.when == when


DAYS = st.none() | st.integers(-40, 40).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
OFFER = st.builds(
    lambda support, days, countries, suspended: offer(
        support, first_day=days[0], last_day=days[1], countries=countries, suspended=suspended
    ),
    st.sampled_from(sorted(LABELS)),
    st.tuples(DAYS, DAYS).filter(lambda days: None in days or days[0] <= days[1]),
    st.sampled_from([[], [FRANCE], [FRANCE, BELGIUM]]),
    st.booleans(),
)


@given(offers=st.lists(OFFER, max_size=5), lang=st.sampled_from(["fr", "en"]))
def test_the_sentence_names_exactly_the_supports_that_can_be_had_today(offers, lang):
    with translation.override(lang):
        found = availability(offers, TODAY)
    current = {LABELS[one["support"]] for one in offers if is_current(one, TODAY)}
    assert found.is_available == bool(current)
    if current:
        assert {label for label in LABELS.values() if label in found.sentence} == current
    assert found.sentence.endswith(".")
    assert found.sentence.count(".") == 1


@given(offers=st.lists(OFFER, max_size=5))
def test_every_offer_has_its_line_and_no_end_is_promised_that_some_offer_outlives(offers):
    with translation.override("en"):
        found = availability(offers, TODAY)
    assert [line.offer for line in found.lines] == offers
    ends = {one["last_day"] for one in offers if is_current(one, TODAY)}
    assert ("until" in found.sentence) == (len(ends) == 1 and None not in ends)


@given(one=OFFER, days=st.integers(-60, 60))
def test_an_offer_is_current_on_a_day_between_its_days_unless_suspended(one, days):
    day = TODAY + timedelta(days=days)
    inside = (one["first_day"] or "0000") <= day.isoformat() <= (one["last_day"] or "9999")
    assert is_current(one, day) == (inside and not one["suspended"])
