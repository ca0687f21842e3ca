"""The values of each film: what a field is counted from where a list has few films."""

import numpy as np


class ByFilm:
    """The numbers of the values that each film has. Never changed."""

    def __init__(self, films, totals):
        """`films` are those of the first value, then those of the second…; `totals` tell how many each has."""
        self._size = len(totals)
        numbers = np.repeat(np.arange(self._size, dtype=np.min_scalar_type(self._size)), totals)
        self._numbers = numbers[np.argsort(films, kind="stable")]
        self._starts = offsets(
            np.bincount(films) if len(films) else films
        )  # of each film, and behind the last

    def has_times(self, matches, times):
        """Whether there are so many times more films than matches."""
        return len(matches.films) * times < len(self._starts)

    def counts(self, matches):
        """Return (numbers of values, how many of the matches each has) of those that have some, as two arrays."""
        ids = matches.array[: np.searchsorted(matches.array, len(self._starts) - 1)]
        places, ends = self._starts.take(ids), self._starts.take(ids + 1)
        found = []
        while len(places := places[left := places < ends]):  # the first value of each film, the second…
            found.append(self._numbers.take(places))
            places, ends = places + 1, ends[left]
        numbers = np.concatenate([self._numbers[:0], *found])
        if len(numbers) * 8 < self._size:
            return np.unique(numbers, return_counts=True)
        counts = np.bincount(numbers, minlength=self._size)
        numbers = np.flatnonzero(counts)
        return numbers, counts[numbers]


def offsets(lengths):
    """Return where each of some pieces begins that follow each other, and where the last one ends."""
    found = np.zeros(len(lengths) + 1, dtype=np.uint32)
    np.cumsum(lengths, out=found[1:])
    return found


def spread(starts, lengths):
    """Return the indices of pieces, one piece after the other."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)
