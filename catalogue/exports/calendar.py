"""What comes and what leaves in a list of films, as a calendar (RFC 5545)."""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event

from catalogue.models import Page
from catalogue.publication.contributions import contributions

MOST = 200  # films of a calendar, those that change first
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def changing(ids):
    """Return the ids of a list's films of which something comes or leaves, those that change first. One query.

    It reads the pages with a day to come, in the order of their days, until there are enough of the list.
    """
    pages = (
        Page.objects.current()
        .filter(kind="film", next_change__isnull=False)
        .order_by("next_change", "object_id")
    )
    if len(ids) <= MOST:
        return list(pages.filter(object_id__in=ids).values_list("object_id", flat=True))
    wanted, found = set(ids), []
    for pk in pages.values_list("object_id", flat=True).iterator():
        if pk in wanted:
            found.append(pk)
            if len(found) == MOST:
                break
    return found


def as_calendar(films, site):
    """Return the calendar of films: one event of a whole day for each beginning and each end to come."""
    reader = films.reader
    stamp = films.published or EPOCH
    with override(reader.language):
        calendar = Calendar()
        calendar.add("prodid", f"-//{site}//{reader.language.upper()}")
        calendar.add("version", "2.0")
        calendar.add("x-wr-calname", films.title)
        calendar.add("url", films.address)
        calendar.add("refresh-interval", timedelta(days=1), {"VALUE": "DURATION"})
        events = [
            (found.day, film["sort_title"], film, found)
            for batch in films.batches()
            for film in batch
            for contribution in contributions()
            for found in contribution.film_events(film, reader.today)
        ]
        for _day, _title, film, found in sorted(events, key=lambda row: row[:2]):
            calendar.add_component(_event(film, found, reader, stamp))
    return calendar.to_ical()


def _event(film, found, reader, stamp):
    event = Event()
    key = blake2b(f"{film['id']} {found.key} {found.day}".encode(), digest_size=12).hexdigest()
    event.add("uid", f"{key}@{reader.host}")
    event.add("dtstamp", stamp)
    event.add("dtstart", found.day)
    event.add("dtend", found.day + timedelta(days=1))
    event.add("summary", _("%(title)s: %(words)s") % {"title": film["title"], "words": found.words})
    event.add("url", reader.address(film))
    event.add("transp", "TRANSPARENT")
    return event
