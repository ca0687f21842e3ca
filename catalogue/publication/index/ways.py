"""The ways in which films can be seen, as workers hold them: the films of each, and which of them hold a value.

Ways are numbered, so that what several conditions leave of them is algebra on bitmaps of numbers. There may be hundreds
of thousands of ways, most of them of one film: their films stand in one array, those of a way after those of another.
"""

from array import array
from collections import defaultdict
from functools import cached_property, reduce

import numpy as np
from pyroaring import BitMap

from catalogue.publication.fields import UNKNOWN

from .by_film import offsets, spread

NOTHING = BitMap()
NONE = np.zeros(0, dtype=np.uint32)
SPARSE = 1000  # times as many films in all, where some are quicker sorted than marked among all
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
        self._last = None, NOTHING

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
        films, _lengths = self._films_of(_array(numbers))
        return BitMap(array("I", self._once(films).astype(np.uint32).tobytes()))

    def _films_of(self, numbers):
        """Return the films of some ways, those of a way after those of another, and how many each has."""
        starts = self._starts[numbers]
        lengths = self._starts[numbers + 1] - starts
        return self._films[spread(starts, lengths)], lengths

    def _once(self, films):
        """Return each film once, ascending."""
        if len(films) * DENSE < len(self._films):
            return np.unique(films)
        mask = np.zeros(int(films.max()) + 1 if len(films) else 0, dtype=bool)
        mask[films] = True
        return np.flatnonzero(mask)

    def of_films(self, matches):
        """Return the numbers of the ways in which one of the matches can be seen. Fields of a list ask one by one."""
        asked, found = self._last
        if asked is not matches:
            places = np.flatnonzero(matches.mask(self.size).take(self._films))
            numbers = np.searchsorted(self._starts, places, side="right") - 1
            numbers = numbers[np.diff(numbers, prepend=-1) > 0]
            found = BitMap(array("I", numbers.astype(np.uint32).tobytes()))
            self._last = matches, found
        return found

    def values(self, field, numbers, labels, everywhere=""):
        """Return the Met of a field among some ways; one that holds `everywhere` holds each value but the unknown."""
        held = self._holding.get(field, {})
        more = held.get(everywhere, NOTHING) & numbers
        found = {v: (ids & numbers) | (more if v != UNKNOWN else NOTHING) for v, ids in held.items()}
        return Met(self, {value: numbers for value, numbers in found.items() if numbers}, labels)

    @cached_property
    def size(self):
        """A number above those of all films."""
        return int(self._films.max()) + 1 if len(self._films) else 0

    def counts(self, held, matches):
        """Return how many of the matches can be seen in ways of these, for each of several bitmaps of numbers."""
        numbers = [_array(some) for some in held]
        films, lengths = self._films_of(np.concatenate([_array(NOTHING), *numbers]))
        which = np.repeat(np.repeat(np.arange(len(held)), [*map(len, numbers)]), lengths)
        if not matches.is_everything:
            inside = np.flatnonzero(matches.mask(self.size).take(films))
            films, which = films[inside], which[inside]
        ends = np.searchsorted(which, np.arange(len(held)), side="right")
        marks, counts = np.zeros(self.size, dtype=bool), []
        for some in np.split(films, ends[:-1]):
            if len(some) * SPARSE < self.size:
                counts.append(len(np.unique(some)))
            else:
                marks[some] = True
                counts.append(np.count_nonzero(marks))
                marks[some] = False
        return counts


class Met:
    """The values of a field among some ways, each with the films that can be seen so; its methods are those of Values.

    `held` is {value: numbers of ways}, `labels` tells what visitors call a value.
    """

    def __init__(self, ways, held, labels):
        self._ways, self._held, self.labels = ways, held, labels

    def __contains__(self, value):
        return value in self._held

    def __iter__(self):
        return iter(self._held)

    def ids(self, value):
        """Return the bitmap of one value; empty where nothing holds it."""
        return self._ways.films(self._held.get(value, NOTHING))

    def counts(self, matches, enough=None):
        """Return [(value, number of films among the matches)] of those that have some, in no order."""
        held = self._held
        if len(matches.films) * DENSE < self._ways.size:
            among = self._ways.of_films(matches)
            held = {value: found for value, numbers in held.items() if (found := numbers & among)}
        if not held:
            return []
        counts = self._ways.counts([*held.values()], matches)
        return [(value, count) for value, count in zip(held, counts, strict=True) if count]

    def present(self, matches):
        """Return how many values the matches have."""
        return len(self.counts(matches))


def _array(numbers):
    return np.frombuffer(numbers.to_array(), dtype=np.uint32).astype(np.intp)
