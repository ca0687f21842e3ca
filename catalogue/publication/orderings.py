"""In which order pages are listed. Sorted here and not by the database, so that both databases agree to the letter."""

import sys
from array import array

from catalogue.models import Ordering, Page

from .documents import KINDS


def packed(ids):
    """Return ids as the bytes of an Ordering."""
    values = array("I", ids)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def unpacked(data):
    """Return the ids of an Ordering's bytes."""
    values = array("I")
    values.frombytes(bytes(data))
    if sys.byteorder == "big":
        values.byteswap()
    return values


def write_orderings(kinds):
    """Write the orderings of these kinds from their pages."""
    for kind in kinds:
        keys = KINDS[kind].orderings
        rows = list(
            Page.objects.filter(kind=kind).values_list(
                "object_id", "sort_key", "year", "published_at", named=True
            )
            if keys
            else ()
        )
        for name, key in keys.items():
            ids = packed(row.object_id for row in sorted(rows, key=key))
            Ordering.objects.update_or_create(name=name, defaults={"ids": ids})
