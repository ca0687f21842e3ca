"""How far the publication has come: asked by every request, in one small query."""

import time
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection

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


class Found(NamedTuple):
    """What the small query tells of a page."""

    object_id: int
    version: int


BEFORE_ALL = State(0, None, 1, 0, 0)  # before anything was published

# Written by hand: to compile them would cost the ORM more than the database needs to answer.
STATE = f"SELECT {', '.join(f's.{name}' for name in State._fields)}"
FROM = f"FROM {CatalogueState._meta.db_table} s"
OF_PAGE = (
    f"{STATE}, p.object_id, p.version {FROM} LEFT JOIN {Page._meta.db_table} p"
    " ON p.generation = s.generation AND p.kind = %s AND p.slug = %s"
)


def state():
    """Return the State of the publication; one query."""
    return state_and("NULL")[0]


def state_and(column):
    """Return (State, value of one more column: an expression of SQL without parameters); one query."""
    state, rest = _read(f"{STATE}, {column} {FROM}")
    return state, rest[0] if rest else None


def state_of_page(kind, slug):
    """Return (State, Found of the page at this address or None); one query."""
    state, rest = _read(OF_PAGE, kind, slug)
    return state, Found(*rest) if rest and rest[0] else None


def next_number(number):
    """Return the number of the publication after this one: the moment it is made at, in microseconds.

    A database that went back to a backup gives no number twice, so that no visitor takes a page of today for the one
    that bore the same number before.
    """
    return max(number + 1, time.time_ns() // 1000)


def _read(query, *parameters):
    """Return (State, [what the query reads beside it])."""
    with connection.cursor() as cursor:
        cursor.execute(query, parameters or None)
        row = cursor.fetchone()
    if row is None:
        return BEFORE_ALL, []
    number, changed_at, generation, rebuilt, rebuilt_from, *rest = row
    if changed_at.tzinfo is None:  # as SQLite gives it
        changed_at = changed_at.replace(tzinfo=UTC)
    return State(number, changed_at, generation, rebuilt, rebuilt_from), rest
