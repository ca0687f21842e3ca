"""The postings' rows: written from the terms of pages, one change at a time or all at once."""

from collections import defaultdict

from pyroaring import BitMap

from catalogue.models import Page, Posting

BATCH = 500


def ids_of(posting):
    """Return the bitmap of a row."""
    return BitMap.deserialize(bytes(posting.ids))


def apply(changes):
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
    _write(added, removed, labels)


def _write(added, removed, labels):
    by_field = defaultdict(set)
    for field, value in added.keys() | removed.keys():
        by_field[field].add(value)
    for field, values in by_field.items():
        rows = {row.value: row for batch in _batches(sorted(values)) for row in _rows(field, batch)}
        written, emptied = [], []
        for value in values:
            key, row = (field, value), rows.get(value)
            ids = (ids_of(row) if row else BitMap()) - removed.get(key, BitMap()) | added.get(key, BitMap())
            if ids:
                known = row.labels if row else {}
                written.append(_row(field, value, labels.get(key, known), ids))
            elif row:
                emptied.append(row.pk)
        Posting.objects.bulk_create(
            written,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["field", "value"],
            update_fields=["labels", "ids"],
        )
        Posting.objects.filter(pk__in=emptied).delete()


def _row(field, value, labels, ids):
    return Posting(field=field, value=value, labels=labels, ids=ids.serialize())


def _rows(field, values):
    return Posting.objects.filter(field=field, value__in=values)


def _batches(values):
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))


def rebuild():
    """Write all rows anew from the terms of all pages."""
    found, labels = defaultdict(BitMap), {}
    for pk, terms in Page.objects.values_list("object_id", "terms").order_by("pk").iterator(chunk_size=500):
        for field, value, label in terms:
            found[field, value].add(pk)
            labels[field, value] = label
    Posting.objects.all().delete()
    rows = (_row(field, value, labels[field, value], ids) for (field, value), ids in sorted(found.items()))
    Posting.objects.bulk_create(rows, batch_size=BATCH)
