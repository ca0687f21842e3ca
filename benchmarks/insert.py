"""Many rows into a table, ten times as quick as bulk_create: COPY on PostgreSQL, prepared INSERTs on SQLite."""

from datetime import UTC, datetime
from itertools import islice

from django.core.management.color import no_style
from django.db import connection
from django.db.models import DateField, DecimalField

from catalogue.models.derived import DerivedField

MADE = datetime(2026, 1, 1, tzinfo=UTC)  # when each row was created and modified, the same each time
BATCH = 5_000


def insert(model, names, rows):
    """Write rows, each of them the values of the columns `names` (film_id, title…).

    Other columns have their defaults; those that derive from another are made by the model's own functions.
    """
    write = _whole_rows(model, names)
    fields = [field for field in model._meta.concrete_fields if not field.primary_key or "id" in names]
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), ", ".join(quote(field.column) for field in fields)
    rows = map(write, rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        statement = f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608
        while batch := list(islice(rows, BATCH)):
            cursor.executemany(statement, batch)


def finish(models):
    """Let ids that the database gives begin after those that were written."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _whole_rows(model, names):
    """Return a function that makes the whole row of the values given."""
    place = {name: index for index, name in enumerate(names)}
    makers = []
    for field in model._meta.concrete_fields:
        if field.attname in place:
            makers.append(_given(field, place[field.attname]))
        elif isinstance(field, DerivedField) and field.source in place:
            makers.append(_derived(field.by, place[field.source]))
        elif not field.primary_key:
            is_time = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
            makers.append(_constant(_stored(field, MADE if is_time else field.get_default())))
    return lambda row: [make(row) for make in makers]


def _given(field, index):
    if isinstance(field, DateField | DecimalField):
        return lambda row: _stored(field, row[index])
    return lambda row: row[index]


def _derived(by, index):
    return lambda row: by(row[index])


def _constant(value):
    return lambda row: value


def _stored(field, value):
    return field.get_db_prep_save(value, connection)
