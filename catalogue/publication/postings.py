"""Counts, facets and pages of any list, by algebra on bitmaps. Each worker holds one `Postings`, and replaces it
when the publication has changed. Facets stay in memory; the words of the search are read when asked for.
"""

from array import array
from dataclasses import dataclass, field

from pyroaring import BitMap

from catalogue.models import OrderingBlock, Posting

from .orderings import unpacked
from .posting_rows import Value
from .search import FIELDS as SEARCH_FIELDS
from .state import State

BLOCK = 4096  # ids of an ordering that are skipped at once where nothing of them is wanted
NOTHING = BitMap()


@dataclass
class Postings:
    """The publication's index as it was at a `state` (see `state`)."""

    state: State
    fields: dict  # {field: {value: Value}}
    orderings: dict  # {name: array of ids}
    _blocks: dict = field(default_factory=dict)
    _by_frequency: dict = field(default_factory=dict)

    def ids(self, field_name, value):
        """Return the bitmap of one value; empty where nothing holds it. Not to be changed."""
        found = self.fields.get(field_name, {}).get(value)
        return found.ids if found else NOTHING

    def any_of(self, field_name, values):
        """Return the union of several values' bitmaps."""
        return BitMap.union(NOTHING, *(self.ids(field_name, value) for value in values))

    def all_films(self):
        return self.ids("all", "film")

    def values(self, field_name):
        """Return {value: Value} of a field."""
        return self.fields.get(field_name, {})

    def by_frequency(self, field_name):
        """Return [(number of ids, value, ids)] of a field, the most frequent first."""
        if field_name not in self._by_frequency:
            counted = [(len(found.ids), value, found.ids) for value, found in self.values(field_name).items()]
            self._by_frequency[field_name] = sorted(counted, key=lambda row: -row[0])
        return self._by_frequency[field_name]

    def page(self, ids, ordering, first, count, backwards=False):
        """Return `count` of the ids from place `first` (0 is the first) of an ordering, skipping whole blocks."""
        found = []
        for block_ids, block in self._ordered_blocks(ordering, backwards):
            inside = ids.intersection_cardinality(block_ids)
            if first >= inside:
                first -= inside
                continue
            wanted = [pk for pk in (reversed(block) if backwards else block) if pk in ids]
            found += wanted[first : first + count - len(found)]
            first = 0
            if len(found) == count:
                break
        return found

    def _ordered_blocks(self, ordering, backwards):
        if ordering not in self._blocks:
            order = self.orderings.get(ordering, array("I"))
            blocks = (order[start : start + BLOCK] for start in range(0, len(order), BLOCK))
            self._blocks[ordering] = [(BitMap(block), block) for block in blocks]
        blocks = self._blocks[ordering]
        return reversed(blocks) if backwards else blocks


_held = None


def current(state):
    """Return the worker's postings, loaded anew when the publication's state is another than theirs."""
    global _held
    if _held is None or _held.state != state:
        _held = _load(state)
    return _held


def _load(state):
    fields, orderings = {}, {}
    rows = Posting.objects.current().exclude(field__in=SEARCH_FIELDS).exclude(field__endswith=".shows")
    for name, value, labels, ids in rows.values_list("field", "value", "labels", "ids").iterator():
        if found := BitMap.deserialize(bytes(ids)):
            fields.setdefault(name, {})[value] = Value(found, labels)
    blocks = OrderingBlock.objects.current().order_by("first_key")
    for name, ids in blocks.values_list("name", "ids"):
        orderings.setdefault(name, array("I")).extend(unpacked(ids))
    return Postings(state, fields, orderings)
