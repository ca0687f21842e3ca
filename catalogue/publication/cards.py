"""Cards: what lists show of pages, read by their ids."""

import json
from datetime import date
from functools import lru_cache

from django.db import connection

from catalogue.models import CatalogueState, Page

from .documents import IDENTITY, KINDS, completed

# Written by hand, as in `state`: to compile it costs the ORM more than the database needs to answer.
CARDS = (
    f"SELECT kind, object_id, card FROM {Page._meta.db_table}"  # noqa: S608 - names of our own tables
    f" WHERE generation = (SELECT generation FROM {CatalogueState._meta.db_table})"
)


def completed_card(kind, stored):
    """Return a stored card with what stands for each key that was not yet known when it was made."""
    return _default_card(kind) | stored


@lru_cache
def _default_card(kind):
    return KINDS[kind].card(completed(kind, dict.fromkeys(IDENTITY)), date.min)


def cards(kind, ids):
    """Return the cards of published pages in the order of their ids; ids without a page are left out. One query."""
    return mixed_cards({kind: ids})[kind]


def mixed_cards(ids_by_kind):
    """Return {kind: [cards in order]} for several kinds, in one query; none where no id is given."""
    found = _read({kind: ids for kind, ids in ids_by_kind.items() if ids})
    return {
        kind: [completed_card(kind, json.loads(found[kind, pk])) for pk in ids if (kind, pk) in found]
        for kind, ids in ids_by_kind.items()
    }


def _read(ids_by_kind):
    """Return {(kind, id): card as it is stored}."""
    if not ids_by_kind:
        return {}
    places = (f"kind = %s AND object_id IN ({', '.join(['%s'] * len(ids))})" for ids in ids_by_kind.values())
    parameters = [value for kind, ids in ids_by_kind.items() for value in (kind, *ids)]
    with connection.cursor() as cursor:
        cursor.execute(f"{CARDS} AND ({' OR '.join(places)})", parameters)
        return {(kind, pk): card for kind, pk, card in cursor}
