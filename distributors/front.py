"""What distribution adds to the front page: films that leave soon, films that can be seen now."""

from datetime import timedelta
from itertools import chain

from django.utils.translation import gettext_lazy as _

from catalogue.lists.front import Wall, register

from .fields import LEAVES

SOON = 30  # days


def connect():
    """Register them. The app does so once, when it is ready."""
    register(LEAVING, after="new")
    register(SEEN_NOW, after="leaving")


def _leaving(postings, today):
    """Those of which a format ends within thirty days, the first to end first."""
    days = (today + timedelta(days=number) for number in range(SOON + 1))
    return list(
        dict.fromkeys(chain.from_iterable(postings.ids(LEAVES.name, day.isoformat()) for day in days))
    )


LEAVING = Wall("leaving", _("Leaving soon"), _leaving)
SEEN_NOW = Wall(
    "available",
    _("Available now"),
    lambda postings, today: postings.ids("available", "today"),
    query={"available": ["today"]},
    onward=_("All films available now"),
    repeats=False,
)
