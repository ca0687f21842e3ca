"""The postings that a request reads by their keys: what workers do not hold in memory."""

from collections import defaultdict

from django.db import connection
from pyroaring import BitMap

from catalogue.models import CatalogueState, Posting

FROM = f"FROM {Posting._meta.db_table}"
GENERATION = f"(SELECT generation FROM {CatalogueState._meta.db_table})"
OF_FIELD = f"SELECT field, value, ids {FROM} WHERE generation = {GENERATION} AND field = %%s AND value IN (%s)"


def read_ids(keys):
    """Return {(field, value): ids} of these (field, value), as visitors read them; none where nothing holds it.

    One query, written by hand: to compile it would cost the ORM more than the database needs to answer.
    """
    found, by_field = {key: BitMap() for key in keys}, defaultdict(list)
    for field, value in found:
        by_field[field].append(value)
    if not found:
        return found
    query = " UNION ALL ".join(OF_FIELD % ", ".join(["%s"] * len(values)) for values in by_field.values())
    with connection.cursor() as cursor:
        cursor.execute(query, [text for field, values in by_field.items() for text in (field, *values)])
        for field, value, ids in cursor.fetchall():
            found[field, value] = BitMap.deserialize(bytes(ids))
    return found
