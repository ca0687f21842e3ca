"""Counts, facets and pages of any list, by algebra on bitmaps. Each worker holds one `Postings`, which never changes.

When the publication has changed, the next one takes its place; it shares with it all that has stayed as it was.
"""

import threading
from dataclasses import dataclass

from pyroaring import BitMap

from .loading import changes_since, load
from .matches import Matches
from .ordered import Ordering
from .state import State
from .state import state as read_state
from .values import Values

NOTHING = BitMap()
NO_VALUES = Values({})
NO_ORDERING = Ordering()
TRIES = 3  # to read a state of which nothing else has changed meanwhile


@dataclass(frozen=True)
class Postings:
    """What workers hold of the publication's index, as it was at a state or later."""

    state: State
    fields: dict  # {field: Values or Column}
    orderings: dict  # {name: Ordering}

    def values(self, field_name):
        """Return the Values or the Column of a field."""
        return self.fields.get(field_name, NO_VALUES)

    def ids(self, field_name, value):
        """Return the bitmap of one value; empty where nothing holds it. Not to be changed."""
        return self.values(field_name).ids(value)

    def any_of(self, field_name, values):
        """Return the union of several values' bitmaps."""
        return BitMap.union(NOTHING, *(self.ids(field_name, value) for value in values))

    def all_films(self):
        return self.ids("all", "film")

    def matches(self, films):
        """Return films as Matches."""
        return Matches(films, films is self.all_films())

    def page(self, ids, ordering, first, count, backwards=False):
        """Return `count` of the ids from place `first` (0 is the first) of an ordering."""
        ordering = self.orderings.get(ordering, NO_ORDERING)
        return ordering.page(ids, first, count, backwards, has_all=ids is self.all_films())


_held = None
_lock = threading.Lock()
_packing = threading.Lock()


def current(state):
    """Return the worker's postings, brought up to the state that a request has read; never older."""
    held = _held
    if held and held.state == state:
        return held
    held = _bring_up_to(state)
    if (names := _to_pack(held)) and _packing.acquire(blocking=False):
        threading.Thread(target=_pack, args=[names], name="packing", daemon=True).start()
    return held


def prepare():
    """Load everything, or bring it up to date, before a worker is made that shares its memory."""
    if names := _to_pack(_bring_up_to(read_state())):
        _packing.acquire()
        _pack(names)


def forget():
    """Let the next reader load everything."""
    global _held
    _held = None


def _bring_up_to(state):
    """Read what has changed, and the state again: a rebuild or another reader may have changed it meanwhile."""
    global _held
    with _lock:
        if _held and _held.state.number > state.number:
            state = read_state()
        for _try in range(TRIES):
            if not (_held and _held.state == state):
                _held = _next(_held, state)
            if (now := read_state()) == state:
                break
            state = now
        return _held


def _next(held, state):
    if held is None or not _leads_to(held.state, state):
        return Postings(state, *load())
    fields, orderings = changes_since(held.state.number)
    return Postings(
        state,
        held.fields | {name: held.values(name).changed(values) for name, values in fields.items()},
        held.orderings
        | {name: held.orderings.get(name, NO_ORDERING).changed(blocks) for name, blocks in orderings.items()},
    )


def _leads_to(former, state):
    """Whether the rows that have changed since tell all that is between two states."""
    return state.rebuilt_from <= former.number < state.number


def _to_pack(held):
    return [name for name, values in held.fields.items() if values.is_to_pack]


def _pack(names):
    """Pack columns anew in which much has changed, while readers use what there is."""
    global _held
    try:
        for name in names:
            former = _held.values(name)
            packed = former.packed_anew()
            with _lock:
                now = _held.values(name).onto(packed, former)
                _held = Postings(_held.state, _held.fields | {name: now}, _held.orderings)
    finally:
        _packing.release()
