"""Booklets that visitors ask for: made one at a time by a process behind the site, kept while they say what is true.

The HTML is written when a booklet is asked for; the PDF is made of that file. A booklet that says the same has the same
key, and is not made twice. A process that dies leaves its turn to whoever comes next.
"""

import hashlib
import logging
from datetime import timedelta
from time import monotonic

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from catalogue.dates import fdate
from catalogue.models import Booklet
from catalogue.pictures.keeping import write_whole

from .html import html
from .pdf import pdf_of

MOST_WAITING = 20
MOST_TRIES = 3
TURN = timedelta(minutes=3)  # that a process may be silent for
KEPT = timedelta(days=30)
MOST_KEPT = 200
DAY = (
    "\ue000"  # stands for the day where a booklet's key is made: the same booklet of another day is the same
)
logger = logging.getLogger(__name__)
Step = Booklet.Step


class TooManyWaiting(Exception):  # noqa: N818 - said to visitors in a sentence
    """As many booklets are waiting as may."""


def path_of(key, suffix=".pdf"):
    return settings.DATA_DIR / "booklets" / f"{key}{suffix}"


def ask(source, length, origin):
    """Return the Booklet of a source, made or to be made."""
    today = timezone.localdate()
    written = html(source, length, origin, today, day=DAY)
    key = hashlib.sha256(f"{origin} {written}".encode()).hexdigest()[:24]
    found = Booklet.objects.filter(pk=key).first()
    if found and (found.step in Booklet.OPEN or (found.step == Step.MADE and path_of(key).is_file())):
        return found
    if Booklet.objects.waiting().count() >= MOST_WAITING:
        raise TooManyWaiting
    write_whole(path_of(key, ".html"), written.replace(DAY, fdate(today)).encode())
    values = {"title": source.title, "path": source.path, "origin": origin, "films": len(source.ids)}
    again = {"step": Step.WAITING, "done": 0, "tries": 0, "asked_at": timezone.now()}
    return Booklet.objects.update_or_create(key=key, defaults=values | again, create_defaults=values)[0]


def is_wanted():
    """Return whether a booklet waits and nobody is making one."""
    making = Booklet.objects.filter(turn=True, until__gte=timezone.now())
    return Booklet.objects.waiting().exists() and not making.exists()


def work_off():
    """Make what is waiting, one after the other, unless another process does; return how many were made."""
    made = 0
    while booklet := take():
        made += make(booklet)
    return made


def take():
    """Return the next booklet, whose turn it is now; None where none waits or another process is making one."""
    now = timezone.now()
    Booklet.objects.filter(turn=True, until__lt=now).update(turn=None)
    Booklet.objects.waiting().filter(turn=None, tries__gte=MOST_TRIES).update(step=Step.FAILED)
    booklet = Booklet.objects.waiting().first()
    if booklet is None:
        return None
    free = Booklet.objects.filter(pk=booklet.pk, turn=None, step__in=Booklet.OPEN)
    begins = {"turn": True, "until": now + TURN, "tries": F("tries") + 1, "step": Step.WAITING, "done": 0}
    try:
        with transaction.atomic():
            return booklet if free.update(**begins) else None
    except IntegrityError:  # only one row can have the turn
        return None


def make(booklet):
    """Make the PDF of a booklet whose turn it is; return whether it was made."""
    try:
        written = path_of(booklet.key, ".html").read_text()
        write_whole(path_of(booklet.key), pdf_of(written, booklet.origin, _Told(booklet)))
        _mine(booklet).update(step=Step.MADE)
        path_of(booklet.key, ".html").unlink(missing_ok=True)
    except Exception:
        logger.exception("The booklet %s could not be made.", booklet.key)
        return False
    finally:
        _mine(booklet).update(turn=None, until=None)
    return True


def prune():
    """Delete the booklets that are old, or too many, and files of none; return how many files."""
    done = Booklet.objects.exclude(step__in=Booklet.OPEN).order_by("-asked_at")
    kept = done.filter(asked_at__gte=timezone.now() - KEPT).values_list("pk", flat=True)[:MOST_KEPT]
    done.exclude(pk__in=list(kept)).delete()
    keys = {*Booklet.objects.values_list("pk", flat=True)}
    gone = [path for path in path_of("").parent.glob("[!.]*") if path.stem not in keys]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _mine(booklet):
    return Booklet.objects.filter(pk=booklet.pk, turn=True)


class _Told:
    """Keeps the turn of a booklet while it is made, and writes down how far it is, once a second at most."""

    def __init__(self, booklet):
        self.booklet, self.written = booklet, 0.0

    def __call__(self, step, done):
        if monotonic() - self.written > 1:
            self.written = monotonic()
            _mine(self.booklet).update(step=step, done=done, until=timezone.now() + TURN)
