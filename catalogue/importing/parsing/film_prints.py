"""A film of a company's list: its title is printed, then again with its supports glued to it. No Django."""

import re
from difflib import SequenceMatcher

from catalogue.importing.parsing import values
from catalogue.importing.records import CatalogueFilm, Found, PageWarning, ParseError

GLUED_SUPPORTS = re.compile(
    r"(?P<title>.{1,250}?)\s*(?P<supports>(?:S?VOD|DVD|BLU-?RAY|DCP|MULTI-?SUPPORTS?)+)"
)
LONGEST_SENTENCE = 120  # of a title that ends in a full stop
ALIKE = 0.6  # two prints of a title that share less are two titles
SAME_SIGNS = str.maketrans("’‘ʼ´`“”«»", "'''''\"\"\"\"")
SPACED_SIGNS = re.compile(r"(?<=[«“]) | (?=[»”!?:;])")


def alike(one, other):
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def is_title_again(lines, place):
    """Whether the line at a place is printed again below, alone or with supports."""
    return place + 1 < len(lines) and _supports_after(lines[place].text, lines[place + 1].text) is not None


def films_in(lines, errors):
    """Return the films of a list, as often as they are printed, and the warnings about them."""
    starts, warnings, place = [], [], 0
    while place < len(lines) - 1:
        supports = _supports_after(lines[place].text, lines[place + 1].text)
        if supports is None:
            supports = _supports_after_another_print(lines, place)
            if supports is not None:
                message = f"Title: printed twice, {lines[place].text!r} and {lines[place + 1].text!r}"
                sides = (lines[place].found(), lines[place + 1].found())
                warnings.append(
                    PageWarning(sides[1].line, "doubled-name", f"{message}; the first is kept", sides)
                )
        if supports is None:
            place += 1
        else:
            starts.append((place, supports))
            place += 2
    untitled = lines[: starts[0][0]] if starts else lines
    _refuse_untitled(untitled, errors)
    for line in untitled if starts else ():
        warnings.append(
            PageWarning(line.number, "unknown-field", f"Films: {line.text!r} is of no film; it is left out")
        )
    ends = [place for place, _supports in starts[1:]] + [len(lines)]
    films = [
        _film(lines[start:end], codes, errors) for (start, codes), end in zip(starts, ends, strict=False)
    ]
    return films, warnings


def _film(lines, codes, errors):
    title, second, *synopsis = lines
    errors.value(values.title, title.text, title.number)
    if synopsis and not synopsis[0].after_blank and values.supports(synopsis[0].text):
        second, *synopsis = synopsis
        codes = (*codes, *values.supports(second.text))
    _refuse_untitled(synopsis, errors)
    supports = tuple(Found(code, second.number) for code in dict.fromkeys(codes))
    # A paragraph that is printed twice is read once.
    paragraphs = [
        line.paragraph()
        for place, line in enumerate(synopsis)
        if place == 0 or line.text != synopsis[place - 1].text
    ]
    return CatalogueFilm(title.found(), supports, tuple(paragraphs))


def _refuse_untitled(lines, errors):
    """Note an error for each line that is the second print of a title that cannot be seen: nothing but supports."""
    for line in lines:
        if values.supports(line.text):
            with errors.gathered():
                raise ParseError(line.number, "Title", "", f"a film's title above and before {line.text!r}")


def _supports_after(title, second):
    """Return the supports glued to the second print of a title, None if the second line is not that.

    The first print says which part of the second is the title, so a film may be called "Le VOD". A text that
    is longer than titles are, or a long sentence, and printed twice, is a text.
    """
    first, again = _comparable(title), _comparable(second)
    supports = values.supports(again[len(first) :]) if again.startswith(first) else None
    if supports is None:
        return None
    is_text = len(title) > (LONGEST_SENTENCE if title.endswith((".", "…")) else values.LONGEST_TITLE)
    return supports if supports or not is_text else None


def _comparable(text):
    return SPACED_SIGNS.sub("", text).translate(SAME_SIGNS).lower()


def _supports_after_another_print(lines, place):
    """Return the supports after a second print that is like the first one but not the same, or None."""
    first, second = lines[place : place + 2]
    glued = GLUED_SUPPORTS.fullmatch(second.text) if len(second.text) <= 300 else None
    is_title = (
        (first.after_blank or place == 0)
        and len(first.text) <= values.LONGEST_TITLE
        and not first.text.endswith(".")
    )
    if not glued or not is_title or not second.after_blank or not alike(first.text, glued["title"]):
        return None
    return values.supports(glued["supports"])
