"""The calendar of a list: what comes and what leaves, read by icalendar and by vobject."""

from datetime import date, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from catalogue.dates import fdate
from catalogue.exports.calendar import MOST, as_calendar
from catalogue.exports.films import Films, Reader
from catalogue.publication.contributions import Event
from catalogue.publication.publish import publish
from tests.makers import make_film, make_offer

from .films import DAY, TODAY, make_offers, taken

pytestmark = pytest.mark.django_db
CALENDAR = "/en/films/list.ics"


@pytest.fixture(scope="module")
def films(shared_rows):
    with shared_rows(make_offers):
        yield


def events(client, address):
    """[(day, summary)] of a calendar, the same for both readers."""
    body = taken(client, address)
    first = [
        (component.decoded("dtstart"), str(component["summary"]))
        for component in icalendar.Calendar.from_ical(body).walk("VEVENT")
    ]
    other = vobject.readOne(body.decode())
    second = [(event.dtstart.value, event.summary.value) for event in getattr(other, "vevent_list", [])]
    assert first == second
    return first


@pytest.mark.usefixtures("films")
def test_it_tells_what_comes_and_what_leaves_in_order(client):
    def day(number):
        return fdate(TODAY + number * DAY)

    assert events(client, CALENDAR) == [
        (TODAY + 5 * DAY, f"Vient: from {day(5)} to {day(20)} on VOD (France)"),
        (TODAY + 10 * DAY, f"Part bientôt: on DVD at home until {day(10)}"),
        (TODAY + 20 * DAY, f"Vient: on VOD (France) until {day(20)}"),
    ]


@pytest.mark.usefixtures("films")
def test_it_keeps_to_its_list_and_language(client):
    told = [summary for _day, summary in events(client, "/fr/films/list.ics?year_from=2001")]
    assert [summary.partition("\u00a0: ")[0] for summary in told] == ["Vient", "Vient"]
    assert "en VOD (France)" in told[0]
    assert events(client, f"{CALENDAR}?year_from=2002") == []


@pytest.mark.usefixtures("films")
def test_it_says_what_it_is_and_each_event_is_a_whole_day(client):
    body = taken(client, f"{CALENDAR}?year_to=1999")
    calendar = icalendar.Calendar.from_ical(body)
    assert vobject.readOne(body.decode()).contents["name"][0].value == "Films, until 1999"
    assert not calendar.errors
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert str(event["url"]) == "http://testserver/en/films/part-bientot/"
    assert client.get(CALENDAR)["Content-Type"] == "text/calendar; charset=utf-8"
    assert client.get(CALENDAR)["Content-Disposition"] == 'attachment; filename="Films.ics"'


@pytest.mark.usefixtures("films")
def test_events_keep_their_uid_in_both_languages_and_after_a_publication(client):
    def uids(address):
        return [
            str(event["uid"]) for event in icalendar.Calendar.from_ical(taken(client, address)).walk("VEVENT")
        ]

    before = uids(CALENDAR)
    assert len({*before}) == 3
    publish(make_film("Un autre", published=False))
    assert uids(CALENDAR) == uids("/fr/films/list.ics") == before


def test_no_calendar_is_longer_than_it_may_be(client, django_assert_max_num_queries):
    for number in range(MOST + 5):
        film = make_film(f"Film {number}", countries=["JP"], published=False)
        make_offer(film, last_day=TODAY + (200 - number) * DAY)
        publish(film)
    told = events(client, f"{CALENDAR}?country=JP")
    assert len(told) == MOST
    assert told[0][0] == TODAY + (200 - MOST - 4) * DAY
    with django_assert_max_num_queries(3):
        taken(client, f"{CALENDAR}?country=JP&sort=year")


class Told:
    """A contribution that tells a film's own text."""

    def film_events(self, film, today):
        return [Event("x", date(2026, 5, 3), film["words"])]


@given(title=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120))
def test_any_text_comes_out_as_it_went_in(title):
    """But for control characters, which no calendar holds; a line break stays one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("catalogue.exports.calendar.contributions", lambda: [Told()])
        patch.setattr(
            Films,
            "batches",
            lambda films: [[{"id": 1, "slug": "a", "title": "T", "sort_title": "t", "words": title}]],
        )
        films = Films(title, "http://example.org/", [1], None, Reader("en", TODAY, "http://example.org"))
        body = as_calendar(films, "Lanterne")
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    expected = "".join(sign for sign in title if sign == "\n" or (ord(sign) > 31 and ord(sign) != 127))
    assert str(event["summary"]) == f"T: {expected}"
