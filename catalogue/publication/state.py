"""How far the publication has come: asked by every request, in one small query."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Subquery

from catalogue.models import CatalogueState, Page


class State(NamedTuple):
    """The row of CatalogueState that a request has read.

    `changed_at` tells apart two databases that have been published to equally often, such as one before and after a
    backup was restored.
    """

    number: int
    changed_at: datetime | None
    generation: int
    rebuilt: int
    rebuilt_from: int


BEFORE_ALL = State(0, None, 1, 0, 0)  # before anything was published


def state():
    """Return the State of the publication; one query."""
    row = CatalogueState.objects.values_list(*State._fields).first()
    return State(*row) if row else BEFORE_ALL


def state_of_page(kind, slug):
    """Return (State, version of the page at this address or None); one query."""
    page = Page.objects.current().filter(kind=kind, slug=slug).values("version")
    row = CatalogueState.objects.values_list(*State._fields, Subquery(page)).first()
    return (State(*row[:-1]), row[-1]) if row else (BEFORE_ALL, None)
