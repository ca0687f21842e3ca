"""The values of a field from A to Z, of which a page is read."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from catalogue.folding import fold, letter
from catalogue.publication.fields import UNKNOWN

LETTERS = ("#", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")  # as folded names sort


@dataclass(frozen=True)
class Named:
    """Values in the order of their folded names, each with its number of films; read a slice at a time."""

    entries: np.ndarray  # what `value` makes a value of
    places: np.ndarray  # the place of each one's letter in LETTERS
    counts: np.ndarray
    value: Callable

    @classmethod
    def of(cls, rows):
        """Make one of (folded name, value, number of films)."""
        rows = sorted(rows)
        return cls(
            np.arange(len(rows)),
            np.array([place_of_letter(row[0]) for row in rows], dtype=np.uint8),
            np.array([row[2] for row in rows], dtype=np.int64),
            lambda number: rows[number][1],
        )

    def __len__(self):
        return len(self.entries)

    def __getitem__(self, part):
        """Return [(value, number of films)]."""
        entries, counts = self.entries[part].tolist(), self.counts[part].tolist()
        return [(self.value(entry), count) for entry, count in zip(entries, counts, strict=True)]

    def letters(self):
        """Return {letter: how many begin with it}."""
        found = np.bincount(self.places, minlength=len(LETTERS)).tolist()
        return dict(zip(LETTERS, found, strict=True))

    def under(self, wanted):
        """Return those that begin with a letter."""
        place = LETTERS.index(wanted)
        first, last = np.searchsorted(self.places, [place, place + 1])
        part = slice(int(first), int(last))
        return replace(self, entries=self.entries[part], places=self.places[part], counts=self.counts[part])


def folded(value, name, sort=""):
    """Return what a value stands by from A to Z: `sort` of its labels, or its name.

    The unknown stands before all others, by no name in any language.
    """
    return "" if value == UNKNOWN else sort or fold(name)


def place_of_letter(folded):
    """Return the place in LETTERS of the letter that a folded name begins with."""
    return LETTERS.index(letter(folded))
