"""A field of very many values in as little memory as it takes: arrays of numbers, and texts in one piece.

A value's number is its place from A to Z, by its folded name. The films of values stand in the order of frequency, so
that those of the most frequent values follow each other.
"""

from functools import cached_property

import numpy as np

from .by_film import ByFilm, offsets, spread

FEW = 40  # times as many films as matches, where these are counted by film
FIRST_WALKED = 32  # values counted at once, then twice as many each time
KEPT = 10_000  # values whose numbers are kept once they were looked for


class Texts:
    """Many texts in one piece."""

    def __init__(self, texts):
        lines = [text.encode() for text in texts]
        self.joined = b"\n".join([*lines, b""])
        self.starts = offsets(np.fromiter(map(len, lines), np.int64, len(lines)) + 1)

    def __len__(self):
        return len(self.starts) - 1

    def __getitem__(self, number):
        return self.joined[self.starts[number] : self.starts[number + 1] - 1].decode()

    def containing(self, text):
        """Return the numbers of those that contain a text of one line, ascending."""
        signs, found = np.frombuffer(self.joined, dtype=np.uint8), None
        for step, sign in enumerate(text.encode()):
            if found is None:
                found = np.flatnonzero(signs == sign)
            else:
                found = found[found < len(signs) - step]
                found = found[signs[found + step] == sign]
        return np.unique(np.searchsorted(self.starts, found, side="right") - 1)


class Packed:
    """The values of a field, their names and films. Never changed."""

    def __init__(self, rows):
        """`rows` are (folded name, value, name, ids), each value once, from A to Z; ids are the bytes of
        an array, and not empty."""
        rows = list(rows)
        self.values, self.folded, self.names = (Texts([row[part] for row in rows]) for part in (1, 0, 2))
        self._found = {}
        by_value = sorted(range(len(rows)), key=lambda number: rows[number][1])
        self._by_value = np.array(by_value, dtype=np.uint32)
        totals = np.fromiter((len(row[3]) // 4 for row in rows), np.int64, len(rows))
        films = np.frombuffer(b"".join(row[3] for row in rows), dtype=np.uint32)
        self.by_total = np.argsort(-totals, kind="stable").astype(
            np.uint32
        )  # numbers, the most frequent first
        self.totals = totals[self.by_total].astype(np.uint32)
        self._starts = offsets(self.totals)
        self._films = films[spread(offsets(totals)[self.by_total], self.totals)].astype(np.intp)
        self._size = int(films.max()) + 1 if len(films) else 0
        self._places = np.empty(len(rows), dtype=np.uint32)
        self._places[self.by_total] = np.arange(len(rows), dtype=np.uint32)
        self._by_film = ByFilm(films, totals)

    def __len__(self):
        return len(self.values)

    def number(self, value):
        """Return the number of a value, None where there is none."""
        if value in self._found:
            return self._found[value]
        number = self._search(value)
        if len(self._found) < KEPT and number is not None:
            self._found[value] = number
        return number

    def _search(self, value):
        first, last = 0, len(self)
        while first < last:
            middle = (first + last) // 2
            found = self.values[number := int(self._by_value[middle])]
            if found == value:
                return number
            first, last = (middle + 1, last) if found < value else (first, middle)
        return None

    def place_of_name(self, folded, value):
        """Return the number that a value would have if it were added."""
        first, last = 0, len(self)
        while first < last:
            middle = (first + last) // 2
            is_before = (self.folded[middle], self.values[middle]) < (folded, value)
            first, last = (middle + 1, last) if is_before else (first, middle)
        return first

    def films(self, number):
        """Return the films of a value, an array of ids."""
        place = self._places[number]
        return self._films[self._starts[place] : self._starts[place + 1]].astype(np.uint32)

    def counts(self, matches, enough=None, without=()):
        """Return (numbers, how many of the matches each has) of those that have some, as two arrays.

        With `enough`, those that cannot be among so many most frequent may be left out, yet not all of them. The
        numbers in `without` are left out.
        """
        left_out = self._places[without] if len(without) else np.zeros(0, dtype=np.uint32)
        if matches.is_everything:
            return self._totals(enough, left_out)
        if self._by_film.has_times(matches, FEW):
            numbers, counts = self._by_film.counts(matches)
            stays = ~np.isin(numbers, without)
            return numbers[stays], counts[stays]
        return self._counted_by_values(matches, enough, left_out)

    def _totals(self, enough, left_out):
        end = len(self)
        if enough and enough + len(left_out) < end:
            least = self.totals[enough + len(left_out)]
            end -= int(np.searchsorted(self.totals[::-1], least))
        stays = np.ones(end, dtype=bool)
        stays[left_out[left_out < end]] = False
        return self.by_total[:end][stays], self.totals[:end][stays]

    def _counted_by_values(self, matches, enough, left_out):
        counts, first, size = np.zeros(len(self), dtype=np.uint32), 0, FIRST_WALKED if enough else len(self)
        best, mask = counts[:0], matches.mask(self._size)
        while first < len(self):
            last = min(first + size, len(self))
            start, end = self._starts[first], self._starts[last]
            among = mask.take(self._films[start:end])
            here = np.add.reduceat(among, self._starts[first:last] - start, dtype=np.uint32)
            here[left_out[(left_out >= first) & (left_out < last)] - first] = 0
            counts[first:last] = here
            first, size = last, size * 2
            if enough and first < len(self):
                best = np.concatenate([best, here])
                if len(best) > enough:
                    best = np.partition(best, -enough - 1)[-enough - 1 :]
                    if self.totals[first] < best.min():
                        break
        places = np.flatnonzero(counts[:first])
        return self.by_total[places], counts[places]

    def places_of_letters(self, numbers):
        """Return the place in LETTERS of the letter that each of some values begins with."""
        return np.searchsorted(self._ends_of_letters, numbers, side="right").astype(np.uint8)

    @cached_property
    def _ends_of_letters(self):
        """The number behind the last value of each letter."""
        return [self.place_of_name(after, "") for after in ("a", *"bcdefghijklmnopqrstuvwxyz", "{")]
