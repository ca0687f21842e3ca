"""The postings' rows: read by their keys, and written from the terms of pages."""

from collections import defaultdict
from dataclasses import dataclass

from pyroaring import BitMap

from catalogue.models import Posting

from .terms import held_fields

BATCH = 500  # values looked for in one query


@dataclass(frozen=True)
class Value:
    """One value of a field: the ids that hold it, and what visitors call it."""

    ids: BitMap
    labels: dict


def ids_of(posting):
    """Return the bitmap of a row."""
    return BitMap.deserialize(bytes(posting.ids))


def read(keys, generation=None):
    """Return {(field, value): Value} of these (field, value) that are there; a query for five hundred of them.

    Of the generation that visitors read unless told.
    """
    found = {}
    for some in in_batches(set(keys)):
        by_field = defaultdict(list)
        for field, value in some:
            by_field[field].append(value)
        wanted = Posting.objects.none()
        for field, values in by_field.items():
            wanted |= Posting.objects.of(generation).filter(field=field, value__in=values)
        for field, value, labels, ids in wanted.values_list("field", "value", "labels", "ids"):
            found[field, value] = Value(BitMap.deserialize(bytes(ids)), labels)
    return found


def in_batches(keys):
    """Yield (field, value) some at a time, those of a field together."""
    keys = sorted(keys)
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def apply(changes, generation, number):
    """Write changes, each (object id, terms before, terms after), to the rows they touch and to no other."""
    added, removed, labels = defaultdict(BitMap), defaultdict(BitMap), {}
    for pk, before, after in changes:
        before, after = (
            {(field, value): label for field, value, label in terms} for terms in (before, after)
        )
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
    held, rows, nothing = held_fields(), [], BitMap()
    for key in sorted(added.keys() | removed.keys()):
        before = present.get(key) or Value(nothing, None)
        after = Value(
            (before.ids - removed.get(key, nothing)) | added.get(key, nothing),
            labels.get(key, before.labels or {}),
        )
        if after != before:
            field, value = key
            rows.append(
                Posting(
                    generation=generation,
                    field=field,
                    value=value,
                    labels=after.labels,
                    ids=after.ids.serialize(),
                    number=number if field in held else None,
                )
            )
    Posting.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["generation", "field", "value"],
        update_fields=["labels", "ids", "number"],
    )
