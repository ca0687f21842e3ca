"""The postings that a request reads by their keys: what workers do not hold in memory."""

from collections import defaultdict

from django.db import connection
from pyroaring import BitMap

from catalogue.models import CatalogueState, Posting

OF_FIELD = (
    "field, value, ids FROM {posting}"
    " WHERE generation = (SELECT generation FROM {state}) AND field = %s AND value IN ({values})"
)


def read_ids(keys):
    """Return {(field, value): ids} of these (field, value), as visitors read them; none where nothing holds it.

    One query, written by hand: to compile it would cost the ORM more than the database needs to answer.
    """
    found, by_field = {key: BitMap() for key in keys}, defaultdict(list)
    for field, value in found:
        by_field[field].append(value)
    if not found:
        return found
    tables = {"posting": Posting._meta.db_table, "state": CatalogueState._meta.db_table}
    parts = [
        OF_FIELD.format(values=", ".join(["%s"] * len(values)), **tables) for values in by_field.values()
    ]
    parameters = [text for field, values in by_field.items() for text in (field, *values)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT {part}" for part in parts), parameters)
        for field, value, ids in cursor.fetchall():
            found[field, value] = BitMap.deserialize(bytes(ids))
    return found
