"""The ways in which films can be seen, as workers hold them: the films of each, and which of them hold a value.

Ways are numbered, so that what several conditions leave of them is algebra on bitmaps of numbers. There may be hundreds
of thousands of ways, most of them of one film: their films stand in one array, those of a way after those of another.
"""

from array import array
from collections import defaultdict
from functools import reduce

import numpy as np
from pyroaring import BitMap

from .by_film import offsets, spread

NOTHING = BitMap()
NONE = np.zeros(0, dtype=np.uint32)
DENSE = 16  # films are quicker found in a mask of all where they are more than one of so many


class Ways:
    """Never changed, so that readers of several threads can share it."""

    is_to_pack = False

    def __init__(self, digests=None, numbers=NONE, starts=None, films=NONE, holding=None):
        """`digests` of ways, ascending, with the number of each; where in `films` those of a number start; `holding`
        is {field: {value: numbers}}.
        """
        self._digests = np.zeros(0, dtype=np.uint64) if digests is None else digests
        self._starts = offsets(NONE) if starts is None else starts
        self._numbers, self._films, self._holding = numbers, films, holding or {}

    @classmethod
    def of(cls, held):
        """Make one of {way: Value}, of which the labels tell what it holds: {field: values}."""
        return cls().changed(held)

    def changed(self, changes):
        """Return the same with other ways, {way: Value}. They have new numbers; their former ones find nothing."""
        ways = sorted(changes)
        digests = np.array([int(way, 16) for way in ways], dtype=np.uint64)
        first = len(self._starts) - 1
        numbers = np.arange(first, first + len(ways), dtype=np.uint32)
        places, is_known = self._places(digests)
        replaced = np.sort(self._numbers[places[is_known]])
        own = self._numbers.copy()
        own[places[is_known]] = numbers[is_known]
        at = places[~is_known]
        ids = [changes[way].ids.to_array() for way in ways]
        lengths = np.diff(self._starts)
        lengths[replaced] = 0
        films = [*self._films_without(replaced), *(np.frombuffer(some, dtype=np.uint32) for some in ids)]
        return Ways(
            np.insert(self._digests, at, digests[~is_known]),
            np.insert(own, at, numbers[~is_known]),
            offsets(np.concatenate([lengths, np.fromiter(map(len, ids), np.uint32, len(ids))])),
            np.concatenate([NONE, *films]),
            self._holding_too(
                (number, changes[way].labels) for number, way in zip(numbers, ways, strict=True)
            ),
        )

    def _places(self, digests):
        """Return where digests are or would be, and which of them are there."""
        places = np.searchsorted(self._digests, digests)
        is_known = np.zeros(len(digests), dtype=bool)
        inside = places < len(self._digests)
        is_known[inside] = self._digests[places[inside]] == digests[inside]
        return places, is_known

    def _films_without(self, numbers):
        """Yield the pieces of the films between those of some numbers, ascending."""
        start = 0
        for number in numbers:
            yield self._films[start : self._starts[number]]
            start = self._starts[number + 1]
        yield self._films[start:]

    def _holding_too(self, ways):
        """Return `holding` with other ways, (number, what it holds)."""
        more = defaultdict(list)
        for number, held in ways:
            for field, values in held.items():
                for value in values:
                    more[field, value].append(int(number))
        holding = {field: dict(values) for field, values in self._holding.items()}
        for (field, value), added in more.items():
            values = holding.setdefault(field, {})
            values[value] = values.get(value, NOTHING) | BitMap(added)
        return holding

    def holding(self, field, values, is_all_of=False):
        """Return the numbers of the ways that hold one of these values of a field, or all of them."""
        held = self._holding.get(field, {})
        found = [held.get(value, NOTHING) for value in values]
        return BitMap.intersection(*found) if is_all_of and found else BitMap.union(NOTHING, *found)

    def meeting(self, conditions):
        """Return the numbers of the ways that meet (field, values, whether all of them) at once."""
        return reduce(lambda left, right: left & right, (self.holding(*each) for each in conditions))

    def films(self, numbers):
        """Return the films that can be seen in one of these ways."""
        numbers = np.frombuffer(numbers.to_array(), dtype=np.uint32).astype(np.intp)
        starts = self._starts[numbers]
        films = self._films[spread(starts, self._starts[numbers + 1] - starts)]
        return BitMap(array("I", self._once(films).astype(np.uint32).tobytes()))

    def _once(self, films):
        """Return each film once, ascending."""
        if len(films) * DENSE < len(self._films):
            return np.unique(films)
        mask = np.zeros(int(films.max()) + 1 if len(films) else 0, dtype=bool)
        mask[films] = True
        return np.flatnonzero(mask)

    def by_value(self, field, numbers=None):
        """Return {value: films that can be seen in a way that holds it}, of these ways or of all."""
        return {
            value: self.films(found)
            for value, held in self._holding.get(field, {}).items()
            if (found := held if numbers is None else held & numbers)
        }
