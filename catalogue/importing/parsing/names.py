"""Names as pages print them: twice in a row ("Danae ElonDanae Elon"), several on a line. No Django."""

import re
from difflib import SequenceMatcher

from catalogue.importing.parsing.values import AND, LONGEST_NAME, short, word_set
from catalogue.importing.records import Found, PageWarning, ParseError

LONGEST_LINE = 1000
SEPARATOR = re.compile(r"\s*[,;/|]\s*")
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-ÖØ-Þ])")
ASIDE = re.compile(r"(?<=\w) \([^()]*\)$")
ALIKE = 0.75  # two halves that share less are not two prints of one name
PARTICLES = word_set("al ben bin d da das de del della den der di dos du el et la le les of van von y")


def names_in(line, field):
    """Return the names on a line, each once, and the warnings about those whose two prints differ."""
    if len(line.text) > LONGEST_LINE:
        raise ParseError(line.number, field, line.text, f"names, at most {LONGEST_LINE} letters of them")
    names, warnings = [], []
    for part in filter(None, SEPARATOR.split(line.text)):
        printed = undoubled(part) or prints_that_differ(part)
        if isinstance(printed, tuple):
            first, second = printed
            message = f"{field}: the name is printed twice, {first!r} and {second!r}; the first is kept"
            sides = (Found(first, line.number), Found(second, line.number))
            warnings.append(PageWarning(line.number, "doubled-name", message, sides))
            printed = [first]
        for name in (name for one in printed or [part] for name in _parted(one)):
            bare = ASIDE.sub("", name)
            if bare != name:
                message = f"{field}: {name!r} is taken for {bare!r}; what stands in brackets is left out"
                warnings.append(PageWarning(line.number, "unknown-field", message))
            names.append(bare)
    kept = dict.fromkeys(short(name, line.number, field, LONGEST_NAME) for name in names)
    return [Found(name, line.number) for name in kept], warnings


def _parted(text):
    """Return the names that "et" joins, "Anna Roy et Paul Roux", if each of them is a whole one."""
    parts = AND.split(text)
    return parts if all(looks_like_name(part) for part in parts) else [text]


def undoubled(text):
    """Return the names of a text that is nothing but names printed twice ("ABAB" or "ABABCDCD"), or None."""
    half = text[: len(text) // 2]
    if text == half * 2 and (_is_whole_name(half) or " " in half.strip()) and half == half.strip():
        return [half]
    names, place = [], 0
    while place < len(text):
        half = _doubled_at(text, place)
        if not half:
            return None
        names.append(half[0])
        place = half[1]
    return names


def _doubled_at(text, place):
    """Return the shortest name printed twice at this place, and where its second print ends."""
    for length in range(2, (len(text) - place) // 2 + 1):
        name = text[place : place + length]
        second = place + length
        spaced = text[second : second + 1] == " " and " " in name
        second += spaced
        if text.startswith(name, second) and _is_whole_name(name):
            after = second + length
            if after == len(text) or not text[after].islower():
                return name, after
    return None


def _is_whole_name(name):
    """Whether a repeated string can be a name by itself, as "Danae Elon" or "JR", not the "Jo" of "JoJo"."""
    if name != name.strip() or name[0].islower():
        return False
    return " " in name or len(name) >= 4 or name.isupper()


def prints_that_differ(text):
    """Return the two prints of one name glued together that are alike but not the same, or None."""
    for glue in GLUED.finditer(text):
        first, second = text[: glue.start()], text[glue.start() :]
        if " " in first and " " in second and SequenceMatcher(None, first, second).ratio() >= ALIKE:
            return first, second
    return None


def looks_like_name(text):
    """Whether a line is a person's name by its look: two to five words with capitals, particles aside."""
    words = text.split()
    if not 2 <= len(words) <= 5 or any(letter.isdigit() for letter in text):
        return False
    return all(
        is_capitalised(word) or word.casefold() in PARTICLES for word in (words[0], words[-1], *words)
    ) and (is_capitalised(words[-1]))


def is_capitalised(word):
    """Whether a word begins with a capital, after an elided particle too ("d'Agata" does)."""
    bare = re.sub(r"^[dlDL]['’]", "", word)
    return bare[:1].isupper()
