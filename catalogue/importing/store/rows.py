"""Lists that a page brings: credits, countries, versions, texts… Each item is a row that belongs to an owner.

What is kept: what is here, and what the page newly says, without what it no longer says. A row that an editor
removed is not brought again, one that an editor changed is not taken away.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from catalogue.folding import fold
from catalogue.importing.merging import rearranged

from .ledger import claimed_elsewhere


@dataclass(frozen=True)
class Item:
    """One item as a page says it.

    `key` is what it is called in the page, whatever the row is called by now. `columns` answers those that make the
    row what it is (it may have to find or make a person); `values` are the others, which editors change.
    `is_alike` recognises the row among those here where columns cannot. `fill` brings the related rows.
    """

    key: str
    line: int | None
    columns: Callable[[], dict]
    values: dict = field(default_factory=dict)
    is_alike: Callable[[Model], bool] | None = None
    fill: Callable[[Model], None] = lambda row: None


@dataclass(frozen=True)
class RowList:
    """A list of an owner: its name in the facts, and its rows.

    `root` answers the entity whose page shows a row, None for a row that has a page of its own. Rows are the same
    where the columns of `identity` are; those of `fixed` are never brought again. `nested` answers the list of
    rows that depend on a row and are deleted with it.
    """

    owner: Model
    name: str
    rows: QuerySet
    root: Callable[[Model], Model | None]
    fixed: tuple[str, ...]
    identity: tuple[str, ...] = ()
    is_ordered: bool = True
    nested: Callable[[Model], "RowList"] | None = None


def key_of(text):
    """Return what an item is called in the facts: its name folded, or as it is where folding leaves nothing."""
    return fold(text) or text.casefold()


def told_apart(key, pk):
    """Return the key of an item that others may be called like; messages leave the number out."""
    return f"{key} #{pk}"


def merge_rows(delivery, rows, items):
    """Bring the items of a page to a list."""
    unique = {}
    for item in items:
        unique.setdefault(item.key, item)
    _Merge(delivery, rows).run(unique)


class _Merge:
    def __init__(self, delivery, rows):
        self.delivery, self.list = delivery, rows
        self.last = {key: (pk, mine) for key, pk, mine in delivery.ledger.last(rows.owner, rows.name) or ()}
        self.here = {row.pk: row for row in rows.rows}
        self.entries = []  # [key, row's id, made by this source], in the page's order

    def run(self, items):
        for item in items.values():
            self._bring(item)
        kept = {pk for _key, pk, _mine in self.entries}
        for key, (pk, mine) in self.last.items():
            if key not in items and pk in self.here and pk not in kept and mine:
                self._take_away(key, self.here[pk])
        if self.list.is_ordered:
            self._arrange()
        if self.entries:
            self.delivery.ledger.bring(self.list.owner, self.list.name, self.entries)

    def _bring(self, item):
        if item.key in self.last:
            pk, mine = self.last[item.key]
            row = self.here.get(pk)
            if row is None:
                self.delivery.tell(
                    item.line, _("not brought again: {} was removed here").format(self._called(item.key))
                )
        else:
            columns = item.columns()
            row = self._found(item, columns)
            if row is None:
                row, mine = self._create(item, columns), True
            elif row.pk in {pk for _key, pk, _mine in self.entries}:
                return
            else:
                mine = (row.pk, True) in self.last.values()
            pk = row.pk
        self.entries.append([item.key, pk, mine])
        if row is not None:
            self.delivery.ledger.bring(row, "item", item.key)
            self.delivery.merge(row, root=self.list.root(row), **item.values)
            item.fill(row)

    def _found(self, item, columns):
        taken = {pk for _key, pk, _mine in self.entries}
        for row in self.here.values():
            if item.is_alike is not None:
                if row.pk not in taken and item.is_alike(row):
                    return row
            elif all(getattr(row, name) == columns[name] for name in self.list.identity):
                return row
        return None

    def _create(self, item, columns):
        if self.list.is_ordered:
            columns["position"] = 1 + max((row.position for row in self.here.values()), default=-1)
        model = self.list.rows.model
        row = self.delivery.create(model, columns, root=None, line=item.line, **item.values)
        if root := self.list.root(row):
            self.delivery.touch(root)
        self.here[row.pk] = row
        return row

    def _take_away(self, key, row):
        if claimed_elsewhere(self.delivery.ledger.source, row):
            return
        if _is_as_brought(self.delivery.ledger, self.list, row):
            del self.here[row.pk]
            self.delivery.delete(row, self.list.root(row))
        else:
            self.delivery.tell(
                None, _("kept: {} was changed here, and the page has it no longer").format(self._called(key))
            )

    def _arrange(self):
        """Put the rows of this source in the page's order, where no editor has put them in another."""
        keys = {pk: key for key, pk, mine in self.entries if mine and pk in self.here}
        ordered = sorted(
            (row for row in self.here.values() if row.pk in keys), key=lambda r: (r.position, r.pk)
        )
        here, page = [keys[row.pk] for row in ordered], list(keys.values())
        wanted = rearranged(here, list(self.last), page)
        if wanted == here:
            return
        by_key, moves, position = {keys[row.pk]: row for row in ordered}, [], -1
        for key, place in zip(wanted, [row.position for row in ordered], strict=True):
            position = max(position + 1, place)
            moves.append((by_key[key], position))
        for row, position in moves:
            if row.position != position:
                self.delivery.move(row, position, self.list.root(row))

    def _called(self, key):
        key = re.sub(r" #\d+$", "", key)
        return f"“{key}” ({self.list.name.replace('_', ' ')})"


def _is_as_brought(ledger, rows, row):
    """True where no editor has changed anything on a row, or hung anything on it."""
    for column in row._meta.concrete_fields:
        if column.primary_key or not column.editable or column.name in {"position", "slug", *rows.fixed}:
            continue
        default = None if column.null else column.get_default()
        brought = ledger.last(row, column.name)
        if isinstance(brought, list):  # a reference: what the page says, and the id of what it names
            brought = brought[1]
        if getattr(row, column.attname) != (default if brought is None else brought):
            return False
    nested = rows.nested(row) if rows.nested else None
    if nested:
        known = {pk for _key, pk, mine in ledger.last(row, nested.name) or () if mine}
        if not all(inner.pk in known and _is_as_brought(ledger, nested, inner) for inner in nested.rows):
            return False
    hanging = [
        getattr(row, relation.get_accessor_name())
        for relation in row._meta.related_objects
        if nested is None or relation.related_model is not nested.rows.model
    ]
    hanging += [getattr(row, relation.name) for relation in row._meta.many_to_many]
    return not any(manager.exists() for manager in hanging)
