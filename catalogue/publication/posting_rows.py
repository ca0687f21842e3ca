"""The postings' rows: read by their keys, and written from the terms of pages."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast
from pyroaring import BitMap

from catalogue.models import CatalogueState, Posting

from .search.fields import WORD_FIELDS, magnitude
from .terms import held_fields

LABELS = Cast("labels", TextField())  # as text: most are empty, and need no decoding
BATCH = 2000  # values looked for in one query
CURRENT = f"SELECT generation FROM {CatalogueState._meta.db_table}"  # noqa: S608 - no input
WRITTEN = 500  # rows written by one statement: PostgreSQL reads and plans each statement anew
# By hand: a rebuild writes rows by the hundred thousand, for which the ORM takes five times as long as the database.
PUT = (
    f"INSERT INTO {Posting._meta.db_table} (generation, field, value, labels, ids, number)"  # noqa: S608 - no input
    " VALUES {} ON CONFLICT (generation, field, value)"
    " DO UPDATE SET labels = excluded.labels, ids = excluded.ids, number = excluded.number"
)


@dataclass(frozen=True)
class Value:
    """One value of a field: the ids that hold it, what visitors call it, and the number of its row."""

    ids: BitMap
    labels: dict
    number: int | None = field(default=None, compare=False)


def ids_of(posting):
    """Return the bitmap of a row."""
    return BitMap.deserialize(bytes(posting.ids))


def read(keys, generation=None):
    """Return {(field, value): Value} of these (field, value) that are there; a query for two thousand of them.

    Of the generation that visitors read unless told.
    """
    found = {}
    for some in in_batches(set(keys)):
        by_field = defaultdict(list)
        for name, value in some:
            by_field[name].append(value)
        columns = held_by(by_field, generation).values_list("field", "value", LABELS, "ids", "number")
        for name, value, labels, ids, number in columns:
            labels = json.loads(labels) if labels != "{}" else {}
            found[name, value] = Value(BitMap.deserialize(bytes(ids)), labels, number)
    return found


def held_by(values, generation):
    """Return the rows of {field: values}.

    By hand: every publication asks this, for dozens of fields, and the ORM takes longer to say it than the database to
    answer. The generation stands beside each field: outside of the alternatives SQLite would read all of its rows.
    """
    of_it = "generation = %s" if generation is not None else f"generation = ({CURRENT})"
    holds = [
        f"{of_it} AND field = %s AND value IN ({', '.join(['%s'] * len(some))})" for some in values.values()
    ]
    of = () if generation is None else (generation,)
    parameters = [each for name, some in values.items() for each in (*of, name, *some)]
    return Posting.objects.extra(where=[" OR ".join(holds)], params=parameters)  # noqa: S610 - no input


def in_batches(keys):
    """Yield (field, value) some at a time, those of a field together."""
    keys = sorted(keys)
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def apply(changes, generation, number):
    """Write changes, each (object id, terms before, terms after), to the rows they touch and to no other."""
    added, removed, labels = defaultdict(BitMap), defaultdict(BitMap), {}
    for pk, before, after in changes:
        before, after = ({(name, value): label for name, value, label in terms} for terms in (before, after))
        for key, label in after.items():
            if before.get(key) != label:
                added[key].add(pk)
                labels[key] = label
        for key in before.keys() - after.keys():
            removed[key].add(pk)
    merge(added, removed, labels, generation, number)


def merge(added, removed, labels, generation, number):
    """Add ids to rows and take others away: {(field, value): bitmap}, and the labels of what is added."""
    present = read(added.keys() | removed.keys(), generation)
    rows, nothing, held = [], BitMap(), held_fields()
    for key in sorted(added.keys() | removed.keys()):
        before = present.get(key) or Value(nothing, None)
        after = Value(
            (before.ids - removed.get(key, nothing)) | added.get(key, nothing),
            labels.get(key, before.labels or {}),
        )
        if after != before:
            name, value = key
            told = number if _is_told(name, before, after, held) else before.number
            labelled = json.dumps(after.labels) if after.labels else "{}"
            rows.append((generation, name, value, labelled, after.ids.serialize(), told))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), WRITTEN):
            some = rows[start : start + WRITTEN]
            cursor.execute(PUT.format(", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(some))), [*chain(*some)])


def _is_told(name, before, after, held):
    """Whether workers have to hear of a change: of a word, where they hold less, not of every page that has it."""
    if name in WORD_FIELDS:
        return magnitude(before.ids) != magnitude(after.ids)
    return name in held
