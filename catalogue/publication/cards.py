"""Published pages as visitors read them: one by its address, and cards, which lists show of pages, by their ids.

A card is stored for good; what it says of the day (how a film can be seen) is told when it is read.
"""

import json
from functools import lru_cache

from django.db import connection
from django.utils import timezone

from catalogue.models import CatalogueState, Page

from .documents import IDENTITY, KINDS, completed

# Written by hand, as in `state`: to compile it costs the ORM more than the database needs to answer.
STATE = CatalogueState._meta.db_table
CURRENT = f"FROM {Page._meta.db_table} WHERE generation = (SELECT generation FROM {STATE})"  # noqa: S608 - no input
CARDS, DOCUMENTS = (f"SELECT kind, object_id, {column} {CURRENT}" for column in ("card", "document"))
PAGE = f"SELECT object_id, document, card {CURRENT} AND kind = %s AND slug = %s"


def page_at(kind, slug):
    """Return (object id, document, card) of the page at this address, None where there is none. One query."""
    with connection.cursor() as cursor:
        cursor.execute(PAGE, [kind, slug])
        row = cursor.fetchone()
    if row is None:
        return None
    object_id, document, card = row
    card = completed_card(kind, json.loads(card), timezone.localdate())
    return object_id, completed(kind, json.loads(document)), card


def completed_card(kind, stored, today):
    """Return a stored card with what stands for each key that was not known when it was made, as it is on a day."""
    card = _default_card(kind) | stored
    return card | KINDS[kind].of_the_day(card, today)


@lru_cache
def _default_card(kind):
    return KINDS[kind].card(completed(kind, dict.fromkeys(IDENTITY)))


def cards(kind, ids):
    """Return the cards of published pages in the order of their ids; ids without a page are left out. One query."""
    return mixed_cards({kind: ids})[kind]


def mixed_cards(ids_by_kind):
    """Return {kind: [cards in order]} for several kinds, in one query; none where no id is given."""
    found, today = _read(CARDS, ids_by_kind), timezone.localdate()
    return {
        kind: [completed_card(kind, json.loads(found[kind, pk]), today) for pk in ids if (kind, pk) in found]
        for kind, ids in ids_by_kind.items()
    }


def documents(ids_by_kind):
    """Return {(kind, id): document} of several kinds, in one query; none where no id is given."""
    found = _read(DOCUMENTS, ids_by_kind)
    return {(kind, pk): completed(kind, json.loads(document)) for (kind, pk), document in found.items()}


def _read(query, ids_by_kind):
    """Return {(kind, id): what the query reads of it, as it is stored}."""
    ids_by_kind = {kind: ids for kind, ids in ids_by_kind.items() if ids}
    if not ids_by_kind:
        return {}
    # One after the other: SQLite would look through all pages for those of one kind or another.
    parts = (
        f"{query} AND kind = %s AND object_id IN ({', '.join(['%s'] * len(ids))})"
        for ids in ids_by_kind.values()
    )
    parameters = [value for kind, ids in ids_by_kind.items() for value in (kind, *ids)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), parameters)
        return {(kind, pk): stored for kind, pk, stored in cursor}
