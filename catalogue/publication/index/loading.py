"""How workers read the index from the database: all of it once, afterwards what has changed."""

from collections import defaultdict

from django.db.models import F, Subquery
from django.db.models.fields.json import KT
from pyroaring import BitMap

from catalogue.models import CatalogueState, OrderingBlock, Posting
from catalogue.publication.fields import COLUMN, WAYS, fields
from catalogue.publication.orderings import unpacked
from catalogue.publication.posting_rows import Value
from catalogue.publication.search.fields import WORD_FIELDS, magnitude
from catalogue.publication.terms import held_fields

from .columns import Column
from .ordered import Ordering
from .snapshot import WORDS
from .values import Values
from .vocabulary import Vocabulary
from .ways import Ways

READ = 5000  # rows read at once


def load():
    """Return all that workers hold: {field: Values, Column, Ways or Vocabulary}, {ordering: Ordering}."""
    columns = _held_as(COLUMN)
    found = {name: Column.of(_named(Posting.objects.current().filter(field=name))) for name in columns}
    values = defaultdict(dict)
    rows = Posting.objects.current().filter(field__in=held_fields() - columns)
    for field, value, labels, ids in _rows(rows):
        if ids:
            values[field][value] = Value(ids, labels)
    found |= {name: Ways.of(values.pop(name, {})) for name in _held_as(WAYS)}
    found |= {name: Values.of(held) for name, held in values.items()}
    words = _rows(Posting.objects.current().filter(field__in=WORD_FIELDS))
    found[WORDS] = Vocabulary.of((field, word, magnitude(ids)) for field, word, _labels, ids in words)
    blocks = _blocks(OrderingBlock.objects.current())
    return found, {name: Ordering.of(of_name) for name, of_name in blocks.items()}


def changes_since(number):
    """Return ({field: {value: Value}}, {ordering: {first key: ids}}) of what was written after a publication.

    Of words, {word: {field: magnitude}}.
    """
    changed = defaultdict(dict)
    for field, value, labels, ids in _rows(written_after(Posting, number)):
        if field in WORD_FIELDS:
            changed[WORDS].setdefault(value, {})[field] = magnitude(ids)
        else:
            changed[field][value] = Value(ids, labels)
    return changed, _blocks(written_after(OrderingBlock, number))


def written_after(model, number):
    """The rows that visitors read which a later publication has written, found by its number.

    A sum keeps databases from looking for the generation first, which all rows have.
    """
    generation = Subquery(CatalogueState.objects.values("generation")[:1])
    return model.objects.alias(sum=F("generation") + 0).filter(number__gt=number, sum=generation)


def _held_as(kind):
    return {field.name for field in fields() if field.held_as == kind}


def _named(rows):
    """Yield (value, name, "sort", bitmap). The database takes these out, which is quicker for rows by the million."""
    columns = rows.values_list("value", KT("labels__fr"), KT("labels__sort"), "ids")
    for value, name, sort, ids in columns.iterator(READ):
        yield value, name or value, sort, BitMap.deserialize(bytes(ids))


def _rows(rows):
    """Yield (field, value, labels, bitmap)."""
    for field, value, labels, ids in rows.values_list("field", "value", "labels", "ids").iterator(READ):
        yield field, value, labels, BitMap.deserialize(bytes(ids))


def _blocks(rows):
    found = defaultdict(dict)
    for name, first_key, ids in rows.values_list("name", "first_key", "ids").iterator():
        found[name][bytes(first_key)] = unpacked(ids)
    return found
