"""The words of a text as the search compares them: a title and what somebody types are read in the same way."""

import itertools
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from catalogue.folding import ARTICLES

from .numbers import NUMBER_WORDS, in_digits, number_at, roman

LONGEST = 40  # letters of a word
LONGEST_KEY = 120  # letters of a title
# Scripts that put no spaces between words: Han, Kana, Thai, Lao, Khmer, Burmese.
UNSPACED = (
    "\u3005\u3006\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
SIGN = re.compile(rf"[{UNSPACED}]")
CHUNK = re.compile(rf"[{UNSPACED}]+|[^\s{UNSPACED}]+")
POINTS = re.compile(
    "[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)  # of Hebrew and Arabic: often left out
PLAIN = re.compile(r"[a-z0-9]+")
AND = frozenset(["and", "et", "&"])
SMALL = frozenset("a an and au aux d de des du en et l la le les of ou the un une &".split())
TAIL = re.compile(r"\s*[\[(][^\])]*[\])]\s*$")
MOVED = re.compile(
    r"^(.+?)(?:\s*\((l['’]|les?|la|une?|the|an?)\)|,\s+(l['’]|les?|la|the|an?))\s*$", re.IGNORECASE
)
PART = re.compile(r"\s*[:;=|]\s+|\s+[-–—/]\s+")


class Word(NamedTuple):
    """A word where it stands.

    `forms` mean the same, the first as it is written: "ii", "2"; `key` is what whole titles are compared by; `also`
    are words that only find it: the pieces and the joined whole of a compound.
    """

    forms: tuple
    key: str
    also: tuple = ()


def read(text):
    """Return the Words of a text; its signs where it has no words."""
    return _read_title(text) if len(text) < LONGEST_KEY else _read(text)


def _read(text):
    plain = unicodedata.normalize("NFKC", in_digits(text)).replace("’", "'")
    found = []
    for chunk in CHUNK.findall(POINTS.sub("", plain)):
        if SIGN.match(chunk):
            found += _signs(chunk)
        else:
            found += _words(chunk)
    if all(word.key == "&" for word in found):
        return [Word((sign,), sign) for sign in "".join(plain.split())[:LONGEST]]
    return _numbered(found)


_read_title = lru_cache(maxsize=20_000)(_read)  # a text would take more memory than it saves time


def _signs(run):
    """A script without spaces is found by its signs and by pairs of them."""
    return [
        Word((sign,), sign, (run[place : place + 2],) if place + 1 < len(run) else ())
        for place, sign in enumerate(run)
    ]


@lru_cache(maxsize=50_000)
def _words(chunk):
    """The words between two spaces: a compound, an elided article, a genitive, an abbreviation are more than one."""
    ascii_chunk = (chunk if chunk.isascii() else anyascii(chunk)).lower()
    if ascii_chunk in ("&", "+"):
        return [Word(("&",), "&")]
    parts = [part[:LONGEST] for part in PLAIN.findall(ascii_chunk)]
    if len(parts) < 2:
        return [_word(part) for part in parts]
    joined = "".join(parts)[:LONGEST]
    if all(len(part) == 1 and part.isalpha() for part in parts) and "&" not in chunk:
        return [Word((joined,), joined, tuple(parts))]  # M.A.S.H.
    if parts[-1] == "s" and len(parts) == 2 and ascii_chunk.rstrip('.,;:!?)"').endswith("'s"):
        return [Word((parts[0], joined), joined)]
    if "&" in chunk or "+" in chunk:
        return [word for piece in re.split(r"([&+])", chunk) for word in (_words(piece) if piece else ())]
    first, *others = map(_word, parts)
    pairs = {joined, *(left + right for left, right in itertools.pairwise(parts))}
    return [first._replace(also=tuple(sorted(pairs))), *others]


def _word(part):
    return Word((part, "&"), "&") if part in AND else Word((part,), part)


def _numbered(words):
    """Say numbers in digits as well."""
    found, place = [], 0
    plain = [word.forms[0] for word in words]
    while place < len(words):
        word = words[place]
        number, size = number_at(plain, place) if plain[place] in NUMBER_WORDS else (None, 0)
        if number is None and place and len(words) > 1:
            number, size = roman(plain[place]), 1
        if number is not None and size == 1:
            found.append(word._replace(forms=(*word.forms, str(number)), key=str(number)))
        elif number is not None:
            pieces = tuple(
                form for other in words[place : place + size] for form in (*other.forms, *other.also)
            )
            found.append(Word((str(number),), str(number), pieces))
        else:
            found.append(word)
        place += max(size, 1) if number is not None else 1
    return found


def asked(phrase):
    """Return the Words of what somebody has typed; signs of scripts without spaces in pairs."""
    words, found = read(phrase), []
    for place, word in enumerate(words):
        pair = word.also[0] if _is_sign(word) and word.also else None
        if pair:
            found.append(Word((pair,), pair))
        elif not (_is_sign(word) and place and words[place - 1].also and _is_sign(words[place - 1])):
            found.append(word)
    return list({word.forms: word for word in found}.values())


def _is_sign(word):
    return len(word.key) == 1 and bool(SIGN.match(word.key))


def indexed(text):
    """Return the set of words that find a text."""
    return {form for word in read(text) for form in (*word.forms, *word.also)}


@lru_cache(maxsize=20_000)
def key(text):
    """Return what two titles have in common that are the same title to a reader: no spaces, accents, case or signs."""
    return "".join(word.key for word in read(text))[:LONGEST_KEY]


@lru_cache(maxsize=20_000)
def titles_of(text):
    """Return the forms of a title that count as the whole of it: itself, and without its leading article."""
    moved = MOVED.match(text.strip())
    whole = text.strip()
    if moved:
        article = moved[2] or moved[3]
        whole = f"{article}{'' if article[-1] in chr(39) + '’' else ' '}{moved[1]}"
    return list(dict.fromkeys([whole, ARTICLES.sub("", whole, count=1) or whole]))


@lru_cache(maxsize=20_000)
def parts_of(text):
    """Return the whole parts of a title such as "A: B", "A = B" and "A [DVD]"."""
    bare, parts = text.strip(), []
    while (shorter := TAIL.sub("", bare)) and shorter != bare and not MOVED.match(bare):
        bare = shorter
        parts.append(bare)
    pieces = [piece for piece in PART.split(bare) if piece]
    return [*parts, *(pieces if len(pieces) > 1 else [])]
