"""What a rebuild has changed, so that workers read that again and nothing else."""

from pyroaring import BitMap

from catalogue.models import OrderingBlock, Posting

from .search.fields import WORD_FIELDS, magnitude
from .terms import held_fields

PENDING = 0  # the number of a row that differs, until the publication that shows it has one
READ = 2000  # rows read at once
NOTHING = {
    Posting: {"ids": BitMap().serialize(), "labels": {}},
    OrderingBlock: {"ids": b"", "keys": b""},
}


def mark(generation):
    """Mark the rows of a generation that differ from those that visitors read: postings in memory, and orderings."""
    for field in sorted({*held_fields(), *WORD_FIELDS}):
        _mark(Posting, {"field": field}, "value", generation)
    for name in sorted(set(OrderingBlock.objects.of(generation).values_list("name", flat=True))):
        _mark(OrderingBlock, {"name": name}, "first_key", generation)


def settle(generation, since, number):
    """Give all that was marked the number of the publication that shows it.

    What publications have changed `since` counts as changed, also where the rebuild has found it so.
    """
    # Without the generation, by which databases would look for them among all rows.
    for model, names in ((Posting, ("field", "value")), (OrderingBlock, ("name", "first_key"))):
        for key in model.objects.filter(number__gt=since).values(*names):
            if not model.objects.of(generation).filter(**key).update(number=number):
                model.objects.create(generation=generation, number=number, **key, **NOTHING[model])
        model.objects.filter(number=PENDING).update(number=number)


def _mark(model, part, key, generation):
    new, current = model.objects.of(generation).filter(**part), model.objects.current().filter(**part)
    for rows in _some_at_a_time(new):
        before = {_plain(getattr(row, key)): _said(row) for row in _with_keys(current, key, rows)}
        differing = [row.pk for row in rows if before.get(_plain(getattr(row, key))) != _said(row)]
        if differing:
            model.objects.filter(pk__in=differing).update(number=PENDING)
    for rows in _some_at_a_time(current):
        present = {_plain(found) for found in _with_keys(new, key, rows).values_list(key, flat=True)}
        gone = [
            model(generation=generation, number=PENDING, **part, **{key: getattr(row, key)}, **NOTHING[model])
            for row in rows
            if bytes(row.ids) != NOTHING[model]["ids"] and _plain(getattr(row, key)) not in present
        ]
        if gone:
            model.objects.bulk_create(gone)


def _some_at_a_time(rows):
    after, found = 0, range(READ)
    while len(found) == READ:
        found = list(rows.filter(pk__gt=after).order_by("pk")[:READ])
        if found:
            yield found
            after = found[-1].pk


def _with_keys(rows, key, like):
    return rows.filter(**{f"{key}__in": [getattr(row, key) for row in like]})


def _said(row):
    """What workers read of a row, so that it can be compared."""
    if isinstance(row, Posting) and row.field in WORD_FIELDS:
        return magnitude(BitMap.deserialize(bytes(row.ids)))
    if isinstance(row, Posting):
        return BitMap.deserialize(bytes(row.ids)), row.labels
    return bytes(row.ids)


def _plain(key):
    return bytes(key) if isinstance(key, memoryview) else key
