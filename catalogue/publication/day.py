"""The index on the day it is read: what the day changes (an offer that begins or has ended) is published before.

Where that is little, the first who reads the index does it, so that nothing is of yesterday at any moment. Where it is
much, the housekeeping does it, which begins within seconds of midnight: no visitor waits for it.
"""

from catalogue.models import Page

from .index import postings
from .publish import publish_due
from .state import state as read_state

LITTLE = 50  # pages
_checked = None  # the (day, number of the publication) that has nothing left to do here


def postings_of(state, today):
    """Return the postings as they are at the state that a request has read, or later, on this day.

    One more query the first time a process meets a publication or a day.
    """
    global _checked
    if _checked != (today, state.number):
        due = Page.objects.current().filter(next_change__lte=today)[: LITTLE + 1].count()
        if 0 < due <= LITTLE:
            publish_due(today)
            return postings.current(read_state())
        _checked = (today, state.number)
    return postings.current(state)
