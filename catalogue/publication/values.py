"""A field of few values as workers hold it: each value with the bitmap of its films."""

import heapq
from bisect import bisect
from functools import cached_property

from pyroaring import BitMap

from .posting_rows import Value

NOTHING = Value(BitMap(), {})


class Values:
    """{value: Value} of a field; never changed, so that readers of several threads can share it."""

    is_to_pack = False

    def __init__(self, held):
        self._held = held

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

    def counts(self, matches, enough=None):
        """Return [(value, number of films among the matches)] of those that have some.

        With `enough`, those that cannot be among so many most frequent may be left out, yet not all of them.
        """
        if matches.is_everything:
            totals = [(value, total) for total, value, _ids in self._by_total]
            least = totals[enough][1] if enough and enough < len(totals) else 0
            return totals[: bisect(totals, -least, key=lambda row: -row[1])]
        counted, best = [], []  # the highest counts, one more than enough of them
        for total, value, ids in self._by_total:
            if enough and len(best) > enough and total < best[0]:
                break
            if count := matches.films.intersection_cardinality(ids):
                counted.append((value, count))
                (heapq.heappushpop if enough and len(best) > enough else heapq.heappush)(best, count)
        return counted if enough is None else [row for row in counted if row[1] >= best[0]]

    def present(self, matches):
        """Return how many values the matches have."""
        return sum(matches.films.intersect(found.ids) for found in self._held.values())

    def changed(self, changes):
        """Return the same with other Values, {value: Value}; those without films are gone."""
        held = self._held | changes
        return Values({value: found for value, found in held.items() if found.ids})

    @cached_property
    def _by_total(self):
        counted = [(len(found.ids), value, found.ids) for value, found in self._held.items()]
        return sorted(counted, key=lambda row: -row[0])
