"""The words of the search as workers hold them: which there are, in which fields, and which are spelled much alike."""

from bisect import bisect_left

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from catalogue.publication.search.fields import LARGEST, WORD_FIELDS

from .packed import Texts

MOST = 2000  # words beside the packed ones, before all are packed anew
BITS = LARGEST.bit_length()  # of a magnitude
KEPT = 20_000  # words whose magnitudes are kept once they were asked for
LAST_SIGN = "\U0010ffff"
PLACES = {field: place * BITS for place, field in enumerate(WORD_FIELDS)}


class Vocabulary:
    """Words, and the magnitude (see `search.fields`) of each in each field, packed in one number.

    Never changed, so that readers of several threads can share it.
    """

    def __init__(self, packed, beside=None):
        """`beside` is {word: number}, in the place of packed ones; 0 for a word that is gone."""
        self._packed, self._beside = packed, beside or {}

    @classmethod
    def of(cls, rows):
        """Make one of (field, word, magnitude)."""
        found = {}
        for field, word, size in rows:
            if size:
                found[word] = found.get(word, 0) | size << PLACES[field]
        return cls(_Packed(found))

    def __contains__(self, word):
        return bool(self._sizes(word))

    def __iter__(self):
        """Yield the words that some page holds, in no order."""
        packed = self._packed.words
        yield from (word for number in range(len(packed)) if (word := packed[number]) not in self._beside)
        yield from (word for word, sizes in self._beside.items() if sizes)

    def magnitudes(self, word):
        """Return {field: magnitude} of the fields that hold a word."""
        sizes = self._sizes(word)
        if not sizes:
            return {}
        return {field: size for field, place in PLACES.items() if (size := sizes >> place & LARGEST)}

    def frequency(self, word):
        """Return how frequent a word is, roughly: to compare."""
        return _frequency(self._sizes(word))

    def beginning(self, start, most):
        """Return the most frequent words that begin with some letters and go on, in this order."""
        packed, beside = self._packed, self._beside
        found = [
            (-_frequency(sizes), word) for word, sizes in beside.items() if sizes and word.startswith(start)
        ]
        first, last = packed.place(start), packed.place(start + LAST_SIGN)
        for place in _highest(packed.frequencies[first:last], most + len(beside) + 1):
            if (word := packed.words[first + place]) not in beside:
                found.append((-int(packed.frequencies[first + place]), word))
        return [word for _frequency, word in sorted(found) if word != start][:most]

    def alike(self, word, slips, most, unfinished=False):
        """Return [(slips, word)] of words of which so many slips of the finger make this one, the most likely first.

        A slip is a letter too many, one too few, another one, or two that changed places. An `unfinished` word may go
        on, which is less likely. The first letter is rarely wrong.
        """
        likely = [*self._packed.likely(word, slips, unfinished), *self._beside]
        found = {}
        for other, score, _place in extract(
            word, likely, scorer=OSA.distance, score_cutoff=slips, limit=None
        ):
            found[other] = score, False
        for length in (len(word) - 1, len(word), len(word) + 1) if unfinished else ():
            longer = [other for other in likely if len(other) > length]
            starts = (other[:length] for other in longer)
            for _start, score, place in extract(
                word, starts, scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                found[longer[place]] = min(found.get(longer[place], (score, True)), (score, True))
        order = {
            other: (*how, other[:1] != word[:1], -self.frequency(other), other)
            for other, how in found.items()
            if how[0] and other in self
        }
        return [(order[other][0], other) for other in sorted(order, key=order.get)[:most]]

    def changed(self, words):
        """Return the same with other magnitudes, {word: {field: magnitude}}."""
        beside = dict(self._beside)
        for word, magnitudes in words.items():
            sizes = self._sizes(word)
            for field, size in magnitudes.items():
                sizes = sizes & ~(LARGEST << PLACES[field]) | size << PLACES[field]
            beside[word] = sizes
        return Vocabulary(self._packed, beside)

    @property
    def is_to_pack(self):
        """Whether so much has changed that packing anew is worth it."""
        return len(self._beside) > MOST

    def packed_anew(self):
        """Return the same with nothing beside what is packed."""
        packed = self._packed
        rows = {packed.words[number]: int(packed.sizes[number]) for number in range(len(packed.words))}
        return Vocabulary(_Packed({word: sizes for word, sizes in (rows | self._beside).items() if sizes}))

    def onto(self, packed, former):
        """Return the same on top of what a former one was packed into; itself where it is no successor of that one."""
        if self._packed is not former._packed:
            return self
        since = {word: sizes for word, sizes in self._beside.items() if former._beside.get(word) != sizes}
        return Vocabulary(packed._packed, since)

    def _sizes(self, word):
        if word in self._beside:
            return self._beside[word]
        return self._packed.sizes_of(word)


class _Packed:
    """Words from A to Z in one piece, and what they are found by. Never changed."""

    def __init__(self, sizes):
        ordered = sorted(sizes)
        self.words = Texts(ordered)
        self.sizes = np.array([sizes[word] for word in ordered], dtype=np.uint64)
        self.frequencies = _frequencies(self.sizes)
        self._letters = np.array([_letters_of(word) for word in ordered], dtype=np.uint64)
        self._asked = {}
        self._lengths = np.array([len(word) for word in ordered], dtype=np.int16)

    def place(self, word):
        """Return the place that a word has or would have."""
        return bisect_left(self.words, word)

    def sizes_of(self, word):
        """Return the magnitudes of a word; 0 where it is not there. Those that are asked for often are kept."""
        sizes = self._asked.get(word)
        if sizes is None:
            place = self.place(word)
            is_there = place < len(self.words) and self.words[place] == word
            sizes = int(self.sizes[place]) if is_there else 0
            if len(self._asked) >= KEPT:
                self._asked.clear()
            self._asked[word] = sizes
        return sizes

    def likely(self, word, slips, unfinished):
        """Return the words that so many slips could make of a word, as far as their letters and length tell."""
        letters, length = np.uint64(_letters_of(word)), len(word)
        if unfinished:
            possible = np.bitwise_count(letters & ~self._letters) <= slips
            possible &= self._lengths >= length - slips
        else:
            possible = np.bitwise_count(self._letters ^ letters) <= 2 * slips
            possible &= np.abs(self._lengths - length) <= slips
        return [self.words[number] for number in np.flatnonzero(possible).tolist()]


def _highest(frequencies, most):
    """Return the places of the highest, of equal ones the first ones, in no order."""
    if len(frequencies) <= most:
        return range(len(frequencies))
    least = np.partition(frequencies, -most)[-most]
    above, equal = np.flatnonzero(frequencies > least), np.flatnonzero(frequencies == least)
    return [*above.tolist(), *equal[:most].tolist()]


def _frequencies(sizes):
    """The sums of what the magnitudes of words stand for."""
    found = np.zeros(len(sizes), dtype=np.int64)
    for place in PLACES.values():
        size = (sizes >> np.uint64(place) & np.uint64(LARGEST)).astype(np.int64)
        found += (1 << size) - 1
    return found


def _frequency(sizes):
    """The same of one word."""
    return sum((1 << (sizes >> place & LARGEST)) - 1 for place in PLACES.values()) if sizes else 0


def _letters_of(word):
    """The letters and digits of a word as bits; other signs share some."""
    found = 0
    for sign in word:
        found |= 1 << (ord(sign) - 97 if "a" <= sign <= "z" else 26 + ord(sign) % 38)
    return found
