"""A field of very many values as workers hold it: packed, with what has changed since beside it."""

import heapq
from functools import cached_property
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from .named import Named, folded, place_of_letter
from .packed import Packed

MOST = 500  # values beside the packed ones, before all are packed anew
NOTHING = BitMap()


class Beside(NamedTuple):
    """A value that has changed since the others were packed; without films where it is gone."""

    folded: str
    value: str
    name: str
    ids: BitMap


class Column:
    """The values of a field, of which each bears one name in all languages. Its methods are those of Values.

    Never changed, so that readers of several threads can share it.
    """

    def __init__(self, packed, beside=None):
        """`beside` is {value: Beside}, in the place of packed ones."""
        self._packed, self._beside = packed, beside or {}

    @classmethod
    def of(cls, named):
        """Make one of (value, name, "sort" of its labels, bitmap)."""
        rows = [
            (folded(value, name, sort), value, name, ids.to_array().tobytes())
            for value, name, sort, ids in named
            if ids
        ]
        rows.sort(key=_in_order)
        return cls(Packed(rows))

    def __contains__(self, value):
        if value in self._beside:
            return bool(self._beside[value].ids)
        return self._packed.number(value) is not None

    def __iter__(self):
        """Yield the values, in no order."""
        packed, beside = self._packed.values, self._beside
        yield from (value for number in range(len(packed)) if (value := packed[number]) not in beside)
        yield from (value for value, found in beside.items() if found.ids)

    def ids(self, value):
        """Return the bitmap of one value; empty where nothing holds it."""
        if value in self._beside:
            return self._beside[value].ids
        number = self._packed.number(value)
        return NOTHING if number is None else BitMap(self._packed.films(number))

    def labels(self, value):
        """Return what visitors call a value, {"fr"}: it is the same in all languages."""
        if value in self._beside:
            return {"fr": self._beside[value].name}
        number = self._packed.number(value)
        return {} if number is None else {"fr": self._packed.names[number]}

    def key(self, value):
        """Return what a value stands by from A to Z."""
        if value in self._beside:
            return self._beside[value].folded
        number = self._packed.number(value)
        return folded(value, value) if number is None else self._packed.folded[number]

    def counts(self, matches, enough=None):
        """Return [(value, number of films among the matches)], the most frequent first, then from A to Z.

        All that have some, or so many as `enough` and one more.
        """
        numbers, counts = self._packed.counts(matches, enough, self._replaced)
        most = len(numbers) + len(self._beside) if enough is None else enough + 1
        numbers, counts = _first(numbers, counts, most)
        packed = self._packed
        found = [
            (-int(count), packed.folded[number], packed.values[number])
            for number, count in zip(numbers, counts, strict=True)
        ]
        for key, value, _name, ids in self._from_a_to_z:
            if count := matches.count(ids):
                found.append((-count, key, value))
        return [(value, -count) for count, _key, value in heapq.nsmallest(most, found)]

    def present(self, matches):
        """Return how many values the matches have."""
        beside = sum(matches.films.intersect(found.ids) for found in self._beside.values())
        return len(self._packed.counts(matches, None, self._replaced)[0]) + beside

    def named(self, matches, text="", also=()):
        """Return the Named of those that some of the matches have, and of those `also`, whose names contain a text."""
        packed = self._packed
        numbers, counts = packed.counts(matches, None, self._replaced)
        by_number = np.zeros(len(packed), dtype=np.int64)
        by_number[numbers] = counts
        wanted = by_number > 0
        asked = [packed.number(value) for value in also if value not in self._beside]
        wanted[[number for number in asked if number is not None]] = True
        if text:
            contains = np.zeros(len(packed), dtype=bool)
            contains[packed.folded.containing(text)] = True
            wanted &= contains
        numbers = np.flatnonzero(wanted)
        beside = [
            (key, value, count)
            for key, value, _name, ids in self._from_a_to_z
            if ((count := matches.count(ids)) or value in also) and text in key
        ]
        at = np.searchsorted(numbers, [packed.place_of_name(key, value) for key, value, _n in beside])
        return Named(
            np.insert(numbers, at, np.arange(-len(beside), 0)),
            np.insert(packed.places_of_letters(numbers), at, [place_of_letter(row[0]) for row in beside]),
            np.insert(by_number[numbers], at, [count for _key, _value, count in beside]),
            lambda entry: beside[entry][1] if entry < 0 else packed.values[entry],
        )

    def changed(self, changes):
        """Return the same with other Values, {value: Value}; those without films are gone."""
        beside = {
            value: Beside(folded(value, name, found.labels.get("sort")), value, name, found.ids)
            for value, found in changes.items()
            for name in [found.labels.get("fr") or value]
        }
        return Column(self._packed, self._beside | beside)

    @property
    def is_to_pack(self):
        """Whether so much has changed that packing anew is worth it."""
        return len(self._beside) > MOST

    def packed_anew(self):
        """Return the same with nothing beside what is packed."""
        packed = self._packed
        replaced = set(self._replaced.tolist())
        rows = [
            (
                packed.folded[number],
                packed.values[number],
                packed.names[number],
                packed.films(number).tobytes(),
            )
            for number in range(len(packed))
            if number not in replaced
        ]
        rows += [(*found[:3], found.ids.to_array().tobytes()) for found in self._from_a_to_z]
        rows.sort(key=_in_order)
        return Column(Packed(rows))

    def onto(self, packed, former):
        """Return the same on top of what a former one was packed into; itself where it is no successor of that one."""
        if self._packed is not former._packed:
            return self
        before = former._beside
        since = {value: found for value, found in self._beside.items() if before.get(value) is not found}
        return Column(packed._packed, since)

    @cached_property
    def _replaced(self):
        """The numbers of the packed values that others stand in the place of."""
        numbers = [self._packed.number(value) for value in self._beside]
        return np.array(sorted(number for number in numbers if number is not None), dtype=np.uint32)

    @cached_property
    def _from_a_to_z(self):
        """What has films of what is beside the packed values."""
        return sorted((found for found in self._beside.values() if found.ids), key=lambda found: found[:2])


def _in_order(row):
    return f"{row[0]}\n{row[1]}"


def _first(numbers, counts, most):
    """Return those with the highest counts, of equal ones those with the lowest numbers, in this order."""
    if len(numbers) > most:
        least = np.partition(counts, -most)[-most]
        above, equal = counts > least, np.sort(numbers[counts == least])
        equal = equal[: most - int(above.sum())]
        numbers = np.concatenate([numbers[above], equal])
        counts = np.concatenate([counts[above], np.full(len(equal), least, dtype=counts.dtype)])
    order = np.lexsort((numbers, -counts.astype(np.int64)))
    return numbers[order], counts[order]
