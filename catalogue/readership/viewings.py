"""Counting who reads a film's page: once a visitor and day, without cookies, and never while the page waits.

A request only adds a note in memory. The housekeeping stores the notes every few seconds.
"""

import contextlib
import hashlib
import re
from collections import deque
from datetime import timedelta
from functools import lru_cache

from django.conf import settings
from django.db import Error, transaction

from catalogue.models import DailyViews, Film, Viewing

ROBOT = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|fetch|curl|wget|python|headless|lighthouse", re.IGNORECASE
)

_notes = deque(maxlen=100_000)  # those that are too many, while the database is away, push the oldest out


def count(request, film_id, day):
    """Note that this visitor reads this film's page on this day, unless it is an editor, a robot or a HEAD request."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    if (
        request.method != "GET"
        or not agent
        or is_robot(agent)
        or settings.SESSION_COOKIE_NAME in request.COOKIES
    ):
        return
    _notes.append((day, film_id, visitor(request, agent, day)))


@lru_cache(maxsize=256)
def is_robot(agent):
    return bool(ROBOT.search(agent))


def visitor(request, agent, day):
    """Return a digest that distinguishes the visitors of one day: only this site can make it, for that day only."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.META.get("HTTP_X_FORWARDED_FOR", address).rpartition(",")[2].strip()
    return hashlib.blake2b(f"{address}\n{agent}".encode(), key=_key(day), digest_size=16).hexdigest()


@lru_cache(maxsize=2)
def _key(day):
    return hashlib.blake2b(f"{settings.SECRET_KEY}:viewings:{day}".encode()).digest()


def write_down():
    """Write the notes taken so far; return how many films' counts changed. The same note twice counts once."""
    notes = set()
    with contextlib.suppress(IndexError):  # none is left
        while True:
            notes.add(_notes.popleft())
    if not notes:
        return 0
    try:
        return _count(notes)
    except Error:
        _notes.extend(notes)  # they are written down when the database answers again
        raise


def _count(notes):
    present = set(
        Film.objects.filter(pk__in={film_id for _day, film_id, _v in notes}).values_list("pk", flat=True)
    )
    with transaction.atomic():
        Viewing.objects.bulk_create(
            [Viewing(day=day, film_id=pk, visitor=who) for day, pk, who in sorted(notes) if pk in present],
            ignore_conflicts=True,
        )
        changed = {(day, pk) for day, pk, _who in notes if pk in present}
        for day, pk in sorted(changed):
            DailyViews.objects.get_or_create(film_id=pk, day=day, defaults={"count": 0})
            views = DailyViews.objects.select_for_update().get(film_id=pk, day=day)
            # Counted while the row is held: another worker that counts the same film waits, and sees these too.
            views.count = Viewing.objects.filter(day=day, film_id=pk).count()
            views.save(update_fields=["count"])
    return len(changed)


def forget_past_days(today):
    """Delete who read what before yesterday; the counts stay.

    Yesterday is kept, for its last notes are written down after midnight and must find those of the same day.
    """
    Viewing.objects.filter(day__lt=today - timedelta(days=1)).delete()
