"""How far the publication has come: asked by every request, in one small query.

Whoever asks has the frame of all pages up to date in this process (see `frame`).
"""

import time
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection

from . import frame


class State(NamedTuple):
    """The row of CatalogueState that a request has read.

    `changed_at` tells apart two databases that have been published to equally often, such as one before and after a
    backup was restored.
    """

    number: int
    changed_at: datetime | None
    generation: int
    listed: int
    rebuilt: int
    rebuilt_from: int
    framed: int


BEFORE_ALL = State(0, None, 1, 0, 0, 0, 0)  # before anything was published

# Written by hand: to compile it would cost the ORM more than the database needs to answer.
QUERY = (
    "SELECT s.number, s.changed_at, s.generation, s.listed, s.rebuilt, s.rebuilt_from, s.framed, %s"
    " FROM catalogue_cataloguestate s"
)
# No join: before PostgreSQL has statistics of a table with one row, it would read all pages of a kind.
VERSION = (
    "(SELECT p.version FROM catalogue_page p"
    " WHERE p.generation = s.generation AND p.kind = %s AND p.slug = %s)"
)


def state():
    """Return the State of the publication; one query."""
    return state_and("NULL")[0]


def state_of_page(kind, slug, column="NULL"):
    """Return (State, version of the page at this address or None, value of one more column); one query."""
    found, [version, value] = _read([VERSION, column], [kind, slug])
    return found, version, value


def state_and(*columns):
    """Return (State, values of more columns: expressions of SQL); one query."""
    found, values = _read(columns)
    return found, *values


def _read(columns, parameters=None):
    with connection.cursor() as cursor:
        cursor.execute(QUERY % ", ".join(columns), parameters)
        row = cursor.fetchone()
    if row is None:
        frame.take_up(BEFORE_ALL.framed)
        return BEFORE_ALL, [None] * len(columns)
    found = State(*row[: -len(columns)])
    frame.take_up(found.framed)
    if found.changed_at.tzinfo is None:  # as SQLite gives it
        found = found._replace(changed_at=found.changed_at.replace(tzinfo=UTC))
    return found, row[-len(columns) :]


def next_number(number):
    """Return the number of the publication after this one: the moment it is made at, in microseconds.

    A database that went back to a backup gives no number twice, so that no visitor takes a page of today for the one
    that bore the same number before.
    """
    return max(number + 1, time.time_ns() // 1000)
