"""A field as workers hold it where its values are few beside the films: each with the bitmap of its films."""

import heapq
from bisect import bisect
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from catalogue.publication.posting_rows import Value

from .by_film import ByFilm
from .named import folded

NOTHING = Value(BitMap(), {})
FEW = 100  # times as many films as matches, where these are counted by film
SMALL = 30  # values that are quicker walked than told by films
MOST = 100  # values that differ from what is told by films, before that is made anew


class Values:
    """{value: Value} of a field; never changed, so that readers of several threads can share it."""

    def __init__(self, held, by_film=None, changed=frozenset()):
        """`by_film` tells the same from films to values, but for the values in `changed`."""
        self._held, self._by_film, self._changed = held, by_film, changed

    @classmethod
    def of(cls, held):
        """Make one of {value: Value}."""
        return cls(held, _told_by_films(held) if len(held) > SMALL else None)

    def __contains__(self, value):
        return value in self._held

    def __iter__(self):
        return iter(self._held)

    def __len__(self):
        return len(self._held)

    def ids(self, value):
        """Return the bitmap of one value; empty where nothing holds it. Not to be changed."""
        return self._held.get(value, NOTHING).ids

    def labels(self, value):
        """Return what visitors call a value, {"fr", "en"}."""
        return self._held.get(value, NOTHING).labels

    def key(self, value):
        """Return what a value of one name in all languages stands by from A to Z."""
        labels = self.labels(value)
        return folded(value, labels.get("fr") or value, labels.get("sort"))

    def counts(self, matches, enough=None):
        """Return [(value, number of films among the matches)] of those that have some, in no order.

        With `enough`, those that cannot be among so many most frequent may be left out, yet not all of them.
        """
        if matches.is_everything:
            return self._totals(enough)
        if self._by_film and self._by_film[1].has_times(matches, FEW):
            return self._counted_by_films(matches)
        return self._walked(matches, enough)

    def _totals(self, enough):
        totals = [(value, total) for total, value, _ids in self._by_total]
        least = totals[enough][1] if enough and enough < len(totals) else 0
        return totals[: bisect(totals, -least, key=lambda row: -row[1])]

    def _counted_by_films(self, matches):
        values, by_film = self._by_film
        numbers, counts = by_film.counts(matches)
        pairs = zip(numbers.tolist(), counts.tolist(), strict=True)
        counted = [
            (value, count) for number, count in pairs if (value := values[number]) not in self._changed
        ]
        changed = ((value, matches.count(self.ids(value))) for value in self._changed)
        return counted + [(value, count) for value, count in changed if count]

    def _walked(self, matches, enough):
        counted, best = [], []  # the highest counts, one more than enough of them
        for total, value, ids in self._by_total:
            if enough and len(best) > enough and total < best[0]:
                break
            if count := matches.count(ids):
                counted.append((value, count))
                (heapq.heappushpop if enough and len(best) > enough else heapq.heappush)(best, count)
        return counted

    def present(self, matches):
        """Return how many values the matches have."""
        return len(self.counts(matches))

    def changed(self, changes):
        """Return the same with other Values, {value: Value}; those without films are gone."""
        held = self._held | changes
        for value, found in changes.items():
            if not found.ids:
                del held[value]
        return Values(held, self._by_film, self._changed.union(changes))

    @property
    def is_to_pack(self):
        """Whether so much has changed that telling anew by films what they are is worth it."""
        return len(self._held) > SMALL and (not self._by_film or len(self._changed) > MOST)

    def packed_anew(self):
        """Return the same, told anew."""
        return Values.of(self._held)

    def onto(self, packed, former):
        """Return the same with what was told anew of a former one."""
        values = former._held.keys() | self._held.keys()
        changed = {value for value in values if former._held.get(value) is not self._held.get(value)}
        return Values(self._held, packed._by_film, frozenset(changed))

    @cached_property
    def _by_total(self):
        counted = [(len(found.ids), value, found.ids) for value, found in self._held.items()]
        return sorted(counted, key=lambda row: -row[0])


def _told_by_films(held):
    """Return (values, the same by films)."""
    films = np.frombuffer(b"".join(found.ids.to_array().tobytes() for found in held.values()), np.uint32)
    totals = np.fromiter((len(found.ids) for found in held.values()), np.int64, len(held))
    return list(held), ByFilm(films, totals)
