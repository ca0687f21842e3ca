"""Where the words of a question stand in a text as it is written, and the line around them.

A text is compared letter by letter as the search compares it ("œ" is "oe", "É" is "e"), and each folded letter knows
the written one that it comes from.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from .words import POINTS, UNSPACED

LINE = 220  # letters of an excerpt, about
BEFORE = 4  # of which so many parts stand before the first word found
UNSPACED_SIGN = re.compile(f"[{UNSPACED}]")
ELLIPSIS = "…"


@dataclass(frozen=True)
class Excerpt:
    """A line of a text: `pieces` are (text, whether it was looked for), `paragraph` is its number, from 1."""

    paragraph: int
    pieces: list

    @property
    def is_marked(self):
        """Whether it contains a word of the question."""
        return any(is_marked for _text, is_marked in self.pieces)


def wanted_words(question):
    """Return [the forms of a word that are to be marked] for each significant word of a question."""
    words = [question.words[place] for place in question.telling] if question.words else []
    return [{*word.forms, *word.starts, *word.stems} for word in words] + [
        {word} for word in question.joined.values()
    ]


def marks(text, wanted):
    """Return the (first, end) of each word of a text that is one of the wanted forms, in order."""
    words = _words(text)
    found = [(first, end) for form, first, end in words if form in wanted]
    for (left, first, middle), (right, again, end) in pairwise(words):
        is_pair = middle == again and UNSPACED_SIGN.match(text[first]) and UNSPACED_SIGN.match(text[again])
        is_compound = again == middle + 1 and not text[middle].isspace()
        if (is_pair and text[first:end] in wanted) or (is_compound and left + right in wanted):
            found.append((first, end))
    return _joined(found)


def pieces(text, wanted):
    """Return a text as [(piece, whether it is marked)]; together they are the text."""
    found, at = [], 0
    for first, end in marks(text, wanted):
        found += [(text[at:first], False), (text[first:end], True)]
        at = end
    return [piece for piece in [*found, (text[at:], False)] if piece[0]]


def excerpt(paragraphs, words, most=LINE):
    """Return the Excerpt that shows most of some words, each {its forms}; the beginning where none stands there.

    It has `most` letters, about.
    """
    every = frozenset().union(*words)
    held = [_held(paragraph, words) for paragraph in paragraphs]
    place = held.index(max(held)) if held else 0
    text = paragraphs[place] if paragraphs else ""
    first = min((first for first, _end in marks(text, every)), default=0)
    before = most // BEFORE
    start = _between_words(text, first - before) if first > before and len(text) > most else 0
    end = _between_words(text, start + most) if start + most < len(text) else len(text)
    if end <= first:  # a word longer than a line
        end = len(text)
    line = " ".join(text[start:end].split())
    found = pieces(line, every)
    more_before, more_after = ([(ELLIPSIS, False)] * more for more in (start > 0, end < len(text)))
    return Excerpt(place + 1, more_before + found + more_after)


def _held(text, words):
    forms = {form for form, _first, _end in _words(text)}
    return sum(not forms.isdisjoint(word) or bool(marks(text, word)) for word in words)


def _between_words(text, place):
    """A place where a word begins, or the end of a sign of a script without spaces, at or before this one."""
    while 0 < place < len(text) and not (text[place - 1].isspace() or UNSPACED_SIGN.match(text[place])):
        place -= 1
    return place


@lru_cache(maxsize=2000)
def _words(text):
    """[(folded word, first letter, end)] of a text; each sign of a script without spaces is one."""
    found, word, first = [], "", 0
    for place, letter in enumerate(text):
        if UNSPACED_SIGN.match(letter):
            found += [(word, first, place)] if word else []
            found.append((letter, place, place + 1))
            word, first = "", place + 1
        elif folded := _folded(letter):
            first = first if word else place
            word += folded
        elif word and not _belongs(letter):
            found.append((word, first, place))
            word = ""
    return [*found, (word, first, len(text))] if word else found


@lru_cache(maxsize=4096)
def _folded(letter):
    """The plain letters and digits that stand for a letter; none where it parts words or changes another letter."""
    if POINTS.match(letter) or unicodedata.combining(letter):
        return ""
    return "".join(re.findall("[a-z0-9]", anyascii(letter).lower()))


def _belongs(letter):
    """Whether a sign changes the letter before it: an accent, a vowel point."""
    return bool(POINTS.match(letter)) or unicodedata.category(letter) in ("Mn", "Me", "Cf")


def _joined(spans):
    found = []
    for first, end in sorted(spans):
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((first, end))
    return found
