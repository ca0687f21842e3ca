"""What changes with the day: done by the workers themselves, and by `manage.py publish --due` where cron prefers to."""

from datetime import timedelta

from django.utils import timezone

from catalogue.models import Ordering
from catalogue.publication.publish import publish_due
from catalogue.readership import popularity, viewings

EVERY = timedelta(minutes=10)
_kept_at = None


def keep():
    """Bring up to date what the day and the views decide, at most every ten minutes in each worker."""
    global _kept_at
    now = timezone.now()
    if (
        _kept_at is None
        or now - _kept_at > EVERY
        or not Ordering.objects.filter(name=popularity.NAME).exists()
    ):
        _kept_at = now
        keep_day(timezone.localdate())


def keep_day(today):
    """Publish what this day begins or ends, count what is popular, forget who read; return how many pages changed."""
    changed = publish_due(today)
    popularity.compute(today)
    viewings.forget_past_days(today)
    return changed
