"""What changes with the day and with reading: done behind the site by a thread of each worker, never by a request.

The server begins the thread (config/gunicorn.py). `manage.py publish --due` does the same where cron prefers to.
"""

import logging
import subprocess
import sys
import threading
from datetime import timedelta

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from catalogue import unfinished
from catalogue.booklets import making
from catalogue.models import Scheduled, Turn
from catalogue.publication import background, planner, scheduled
from catalogue.publication.publish import publish_due
from catalogue.readership import popularity, viewings

EVERY = 3  # seconds, to write down what was read
BUSY = 0.05  # seconds, while pages wait in the background
REST = 60  # seconds, after a failure
MINUTES = 10  # to bring the site up to the day, by one worker alone
MAKE_BOOKLETS = [sys.executable, str(settings.BASE_DIR / "manage.py"), "make_booklet", "--waiting"]
logger = logging.getLogger(__name__)
_maker = None  # the process that makes booklets, where this worker has begun one


def start():
    """Begin the thread of this worker; return the event that ends it."""
    stop = threading.Event()
    threading.Thread(target=_run, args=[stop], name="housekeeping", daemon=True).start()
    return stop


def work():
    """Write down what was read in this worker, keep the day where no other worker does, do what waits for a while.

    Return whether more is waiting.
    """
    viewings.write_down()
    scheduled.do_due(timezone.now(), seconds=EVERY)
    take_turn()
    background.work_off(seconds=EVERY)
    make_booklets()
    return background.is_wanted() or Scheduled.objects.due(timezone.now()).exists()


def make_booklets():
    """Begin a process that makes the booklets that wait, where none does: it takes seconds and memory, then ends."""
    global _maker
    if (_maker is None or _maker.poll() is not None) and making.is_wanted():
        _maker = subprocess.Popen(MAKE_BOOKLETS, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words


def stop():
    """End the process of this worker; what it was making is made again."""
    if _maker is not None:
        _maker.terminate()


def take_turn():
    """Keep the day, unless it was done in these ten minutes, by whichever worker; return whether it was done now."""
    begins = timezone.localtime().replace(second=0, microsecond=0)
    begins -= timedelta(minutes=begins.minute % MINUTES)
    turn, is_mine = Turn.objects.get_or_create(begins=begins)
    if is_mine:
        Turn.objects.filter(begins__lt=begins).delete()
        try:
            keep_day(begins.date())
        except Exception:
            turn.delete()  # whoever comes next tries again
            raise
    return is_mine


def keep_day(today):
    """Publish what this day begins or ends, count what is popular, forget who read; return how many pages changed."""
    changed = publish_due(today)
    popularity.compute(today)
    viewings.forget_past_days(today)
    making.prune()
    unfinished.prune()
    planner.look()
    return changed


def _run(stop):
    pause = EVERY
    while not stop.wait(pause):
        close_old_connections()
        try:
            pause = BUSY if work() else EVERY
        except Exception:  # whatever it was, views go on being counted
            logger.exception("Housekeeping failed; it is tried again in %s seconds.", REST)
            pause = REST
