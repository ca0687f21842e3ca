"""What comes and what leaves in a list of films, as a calendar (RFC 5545).

Written by hand: the lines are few, and a library takes longer for them than a list of films does for all of its page.
"""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.models import CatalogueState, Page
from catalogue.publication.contributions import contributions

MOST = 50  # films of a calendar: those that change first
# In the order of the index of days; with "+" no database prefers that of generations, to sort all films.
DAYS = (
    f"SELECT object_id FROM {Page._meta.db_table} WHERE next_change IS NOT NULL AND kind = %s"  # noqa: S608 - no input
    f" AND +generation = (SELECT generation FROM {CatalogueState._meta.db_table}) ORDER BY next_change"
)
LONGEST = 73  # bytes of a line that is not folded; one more begins those that are, and a sign is never torn
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ESCAPED = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
    | dict.fromkeys(map(chr, [*range(10), *range(11, 32), 127]))
)


def changing(ids):
    """Return the ids of a list's films of which something comes or leaves, those that change first. One query.

    It reads the pages with a day to come, in the order of their days, until there are enough of the list.
    """
    found = []
    with connection.cursor() as cursor:
        cursor.execute(DAYS, ["film"])
        while len(found) < MOST and (rows := cursor.fetchmany(500)):
            found += [pk for (pk,) in rows if pk in ids]
    return found[:MOST]


def as_calendar(films, site):
    """Return the calendar of films: a day for each beginning and each end to come, in the reader's language."""
    reader = films.reader
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(site)}//{reader.language.upper()}",
        f"NAME:{_text(films.title)}",
        f"X-WR-CALNAME:{_text(films.title)}",
        f"URL:{films.address}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    stamp = (films.published or EPOCH).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    with override(reader.language):
        events = [
            (found.day, film["sort_title"], found.key, film, found.words)
            for batch in films.batches()
            for film in batch
            for contribution in contributions()
            for found in contribution.film_events(film, reader.today)
        ]
        for day, _title, key, film, words in sorted(events, key=lambda event: event[:3]):
            lines += _event(day, key, film, words, reader, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(day, key, film, words, reader, stamp):
    digest = blake2b(f"{film['id']} {key} {day}".encode(), digest_size=12).hexdigest()
    return [
        "BEGIN:VEVENT",
        f"UID:{digest}@{reader.host}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        "SUMMARY:" + _text(_("%(title)s: %(words)s") % {"title": film["title"], "words": words}),
        f"URL:{reader.address(film)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value):
    return value.translate(ESCAPED)


def _folded(line):
    """Return a line, or where it is long its parts, each behind a space but the first."""
    whole = line.encode()
    if len(whole) <= LONGEST:
        return line
    parts, start = [], 0
    while start < len(whole):
        end = start + LONGEST
        while end < len(whole) and whole[end] & 0xC0 == 0x80:  # within a sign
            end -= 1
        parts.append(whole[start:end].decode())
        start = end
    return "\r\n ".join(parts)
