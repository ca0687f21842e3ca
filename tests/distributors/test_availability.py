"""How a film can be seen: one true sentence, whatever the offers and the day."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from distributors.availability import availability, is_support, state_of

TODAY = date(2026, 6, 15)
FRANCE = {"ref": "country:FR", "code": "FR", "name": {"fr": "France", "en": "France"}}
BELGIUM = {"ref": "country:BE", "code": "BE", "name": {"fr": "Belgique", "en": "Belgium"}}
LABELS = {"dvd": "DVD", "vod": "VOD", "35mm": "35 mm"}


def offer(support="dvd", **values):
    return {
        "support": support,
        "use": "home",
        "distributor": None,
        "version": "",
        "countries": [],
        "first_day": None,
        "last_day": None,
        "price": "",
        "currency": "EUR",
        "address": "",
        "availability": "available",
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


@pytest.mark.parametrize(
    ("offers", "said"),
    [
        ([], "No way to see this film is known at present."),
        ([offer()], "Available on DVD."),
        ([offer(), offer("vod"), offer("35mm")], "Available on DVD, VOD and 35 mm."),
        ([offer(), offer(use="theatrical")], "Available on DVD."),
        ([offer(), offer("vod", availability="unavailable")], "Available on DVD."),
        ([offer(countries=[FRANCE, BELGIUM])], "Available on DVD (France and Belgium)."),
        ([offer(countries=[FRANCE]), offer("vod")], "Available on DVD and VOD."),
        ([offer(last_day="2026-07-01")], "Available on DVD until 1 July 2026."),
        ([offer(last_day="2026-07-01"), offer("vod")], "Available on DVD and VOD."),
        ([offer(first_day="2026-07-01")], "Not available yet: on DVD from 1 July 2026."),
        (
            [offer(first_day="2026-08-01"), offer("vod", first_day="2026-07-01")],
            "Not available yet: on VOD from 1 July 2026.",
        ),
        ([offer(availability="unavailable")], "Currently unavailable (DVD)."),
        (
            [offer(availability="unavailable"), offer("vod", last_day="2026-01-31")],
            "Currently unavailable (DVD).",
        ),
    ],
)
def test_one_sentence_says_it(offers, said):
    assert sentence(*offers) == said


@pytest.mark.parametrize(
    ("offers", "english", "french"),
    [
        (
            [offer(availability=""), offer("vod", availability="")],
            "Exists on DVD and VOD; availability not stated.",
            "Existe en DVD et VOD ; disponibilité non précisée.",
        ),
        (
            [offer(availability="", countries=[FRANCE])],
            "Exists on DVD (France); availability not stated.",
            "Existe en DVD (France) ; disponibilité non précisée.",
        ),
        ([offer(availability=""), offer("vod")], "Available on VOD.", "Disponible en VOD."),
        (
            [offer(availability=""), offer("vod", availability="unavailable")],
            "Exists on DVD; availability not stated.",
            "Existe en DVD ; disponibilité non précisée.",
        ),
        (
            [offer(availability=""), offer("vod", first_day="2026-07-01")],
            "Exists on DVD; availability not stated.",
            "Existe en DVD ; disponibilité non précisée.",
        ),
        (
            [offer(availability="", last_day="2026-07-01")],
            "Available on DVD until 1 July 2026.",
            "Disponible en DVD jusqu’au 1er\u00a0juillet 2026.",
        ),
    ],
)
def test_what_nobody_stated_is_neither_available_nor_denied(offers, english, french):
    assert sentence(*offers) == english
    assert sentence(*offers, lang="fr").replace("\u202f;", " ;") == french


def test_a_document_of_before_says_no_more_than_what_is_unavailable():
    old = {key: value for key, value in offer().items() if key != "availability"}
    assert state_of(old | {"suspended": False}, TODAY) == "unstated"
    assert state_of(old | {"suspended": True}, TODAY) == "unavailable"


def test_what_has_ended_was_still_available_on_its_last_day():
    assert sentence(offer(last_day="2026-05-31"), offer("vod", last_day="2026-01-01")) == (
        "Not available since 1 June 2026."
    )


def test_days_and_countries_are_in_the_readers_language():
    said = sentence(offer(countries=[FRANCE, BELGIUM], last_day="2026-07-01"), lang="fr")
    assert "(France et Belgique)" in said
    assert "1er\u00a0juillet 2026" in said


FILE, MULTI = {"support": "file"}, {"support": "multi"}


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
        ([offer(availability="unavailable")], "Indisponible pour le moment (DVD)."),
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
        ({"availability": "unavailable"}, "unavailable at present"),
        ({"availability": ""}, "availability not stated"),
    ],
)
def test_every_offer_says_when(values, when):
    with translation.override("en"):
        (line,) = availability([offer(**values)], TODAY).lines
    assert line.when == when


DAYS = st.none() | st.integers(-40, 40).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
OFFER = st.builds(
    lambda support, days, countries, stated: offer(
        support, first_day=days[0], last_day=days[1], countries=countries, availability=stated
    ),
    st.sampled_from(sorted(LABELS)),
    st.tuples(DAYS, DAYS).filter(lambda days: None in days or days[0] <= days[1]),
    st.sampled_from([[], [FRANCE], [FRANCE, BELGIUM]]),
    st.sampled_from(["available", "unavailable", ""]),
)


@given(offers=st.lists(OFFER, max_size=5), lang=st.sampled_from(["fr", "en"]))
def test_the_sentence_names_exactly_the_supports_that_can_be_had_today(offers, lang):
    with translation.override(lang):
        found = availability(offers, TODAY)
    current = {LABELS[one["support"]] for one in offers if state_of(one, TODAY) == "current"}
    assert found.is_available == bool(current)
    assert ("Available" in found.sentence or "Disponible" in found.sentence) == bool(current)
    if current:
        said = found.sentence.replace("\u00a0", " ")
        assert {label for label in LABELS.values() if label in said} == current
    assert found.sentence.endswith(".")
    assert found.sentence.count(".") == 1


@given(offers=st.lists(OFFER, max_size=5))
def test_every_offer_has_its_line_and_no_end_is_promised_that_some_offer_outlives(offers):
    with translation.override("en"):
        found = availability(offers, TODAY)
    assert [line.offer for line in found.lines] == offers
    ends = {one["last_day"] for one in offers if state_of(one, TODAY) == "current"}
    assert ("until" in found.sentence) == (len(ends) == 1 and None not in ends)


@given(one=OFFER, days=st.integers(-60, 60))
def test_an_offer_is_current_on_a_day_between_its_days_if_anybody_said_so(one, days):
    day = TODAY + timedelta(days=days)
    inside = (one["first_day"] or "0000") <= day.isoformat() <= (one["last_day"] or "9999")
    is_said = one["availability"] or one["first_day"] or one["last_day"]
    is_open = inside and one["availability"] != "unavailable"
    assert (state_of(one, day) == "current") == bool(is_open and is_said)
    assert is_support(one, day) == is_open
