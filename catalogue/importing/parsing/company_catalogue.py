"""The page of a company: what it is, and the films it produced or distributes. No Django."""

import re
from difflib import SequenceMatcher

from catalogue.folding import fold
from catalogue.importing.parsing import values
from catalogue.importing.parsing.company_about import (
    company_acronym,
    company_kind,
    declared_films,
    predecessor,
)
from catalogue.importing.parsing.lines import last_number, same
from catalogue.importing.records import (
    CatalogueFilm,
    CompanyCataloguePage,
    FilmList,
    Found,
    PageWarning,
    ParseError,
)

NAME = "a company's catalogue"

LIST_HEADING = re.compile(r"(?:les )?films?\s+(?P<roles>.{5,80}?)\s+par\s+(?P<company>.+)", re.IGNORECASE)
ROLES = {
    "produit": "producer",
    "coproduit": "co_producer",
    "co produit": "co_producer",
    "distribue": "distributor",
    "diffuse": "distributor",
    "edite": "distributor",
    "vendu": "sales_agent",
}
COUNT = re.compile(r"([0-9]{1,6}) films?", re.IGNORECASE)
MORE = re.compile(r"(?:en savoir plus|lire la suite|voir plus|lire plus)\W*", re.IGNORECASE)
GLUED_SUPPORTS = re.compile(r"(?P<title>.{1,250}?)\s*(?P<supports>(?:S?VOD|DVD|BLU-?RAY)+)")
ALIKE = 0.6  # two prints of a title that share less are two titles
APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")


def roles_in(line):
    """Return the roles that a heading such as "Films produits et distribués par ISKRA" gives, () for another line."""
    match = LIST_HEADING.fullmatch(line.text) if len(line.text) <= 250 and not line.bullet else None
    words = re.split(r" et | ou ", fold(match["roles"])) if match else ()
    roles = [ROLES.get(re.sub("e?s?$", "", word), ROLES.get(word.rstrip("s"))) for word in words]
    return tuple(dict.fromkeys(roles)) if all(roles) else ()


def is_count(line):
    return bool(COUNT.fullmatch(line.text))


MARKS = {"“Films produits (distribués…) par …”": lambda line: bool(roles_in(line)), "“7 Films”": is_count}


def parse(lines, source):
    starts = [place for place, line in enumerate(lines) if roles_in(line)]
    if not starts:
        count = next(line for line in lines if is_count(line))
        raise ParseError(count.number, "Films", count.text, "a heading above, such as Films produits par …")
    if starts[0] == 0:
        raise ParseError(lines[0].number, "Name", lines[0].text, "the company's name first")
    name, about, warnings = _name_and_about(lines[: starts[0]])
    lists = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        films, odd = _film_list(lines[start], lines[start + 1 : end], last_number(source))
        lists.append(films)
        warnings += odd
    return CompanyCataloguePage(
        name=name,
        acronym=company_acronym(about, name),
        kind=company_kind(about),
        declared_films=declared_films(about),
        predecessor=predecessor(about, name),
        about=about,
        lists=tuple(lists),
        warnings=tuple(warnings),
    )


def _name_and_about(lines):
    name, rest, warnings = lines[0].found(), lines[1:], []
    values.short(name.value, name.line, "Name", values.LONGEST_NAME)
    if rest and same(rest[0].text, name.value):
        rest = rest[1:]
    elif rest and len(rest[0].text) <= values.LONGEST_NAME and _alike(rest[0].text, name.value):
        message = f"Name: printed twice, {name.value!r} and {rest[0].text!r}; the first is kept"
        warnings.append(PageWarning(rest[0].number, "doubled-name", message))
        rest = rest[1:]
    return name, tuple(line.paragraph() for line in rest if not MORE.fullmatch(line.text)), warnings


def _alike(one, other):
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _film_list(heading, lines, last_line):
    """Return the films below a heading, and a warning when they are not as many as it announces."""
    announced = None
    if lines and is_count(lines[0]):
        announced = Found(int(COUNT.fullmatch(lines[0].text)[1]), lines[0].number)
        lines = lines[1:]
    films, warnings = _films(lines)
    expected = announced.value if announced else None
    _refuse_truncated(heading, announced, films, lines, last_line)
    if announced and expected != len(films):
        message = f"{heading.text}: {expected} films are announced, {len(films)} follow"
        warnings.append(PageWarning(announced.line, "film-count", message))
    return FilmList(heading.found(), roles_in(heading), announced, films), warnings


def _refuse_truncated(heading, announced, films, lines, last_line):
    """Raise ParseError for a list that the end of the page cuts: no film at all, or a title printed only once."""
    expected = announced.value if announced else None
    if not films and expected != 0:
        told = f"films, {expected} of them are announced" if announced else "the films of this list"
        raise ParseError(announced.line if announced else heading.number, heading.text, "", told)
    if not announced or expected <= len(films) or not lines or lines[-1].number != last_line:
        return
    last = lines[-1]
    if last.after_blank and len(last.text) <= values.LONGEST_TITLE and not last.ends_like_a_sentence:
        printed_twice = films and films[-1].title.line < last.number and not films[-1].synopsis
        if not printed_twice:
            raise ParseError(last.number, "Title", last.text, "this title a second time, the page ends here")


def _films(lines):
    """Return the films of a list. A film begins where a line is printed again, glued to its supports if it has any."""
    starts, warnings, place = [], [], 0
    while place < len(lines) - 1:
        supports = _supports_after(lines[place].text, lines[place + 1].text)
        if supports is None:
            supports = _supports_after_another_print(lines, place)
            if supports is not None:
                message = f"Title: printed twice, {lines[place].text!r} and {lines[place + 1].text!r}"
                warnings.append(
                    PageWarning(lines[place + 1].number, "doubled-name", f"{message}; the first is kept")
                )
        if supports is None:
            place += 1
        else:
            starts.append((place, supports))
            place += 2
    for line in lines[: starts[0][0]] if starts else ():
        warnings.append(
            PageWarning(line.number, "unknown-field", f"Films: {line.text!r} is of no film; it is left out")
        )
    ends = [place for place, _supports in starts[1:]] + [len(lines)]
    return tuple(
        _film(lines[start:end], codes) for (start, codes), end in zip(starts, ends, strict=False)
    ), warnings


def _film(lines, codes):
    title, second, *synopsis = lines
    supports = tuple(Found(code, second.number) for code in codes)
    return CatalogueFilm(title.found(), supports, tuple(line.paragraph() for line in synopsis))


def _supports_after(title, second):
    """Return the supports glued to the second print of a title, None if the second line is not that.

    The first print tells what in the second is title, so a film may be called "Le VOD".
    """
    if len(title) > values.LONGEST_TITLE or not _comparable(second).startswith(_comparable(title)):
        return None
    return values.supports(second[len(title) :])


def _comparable(text):
    return text.translate(APOSTROPHES).lower()


def _supports_after_another_print(lines, place):
    """Return the supports after a second print that is like the first one but not the same, or None."""
    first, second = lines[place : place + 2]
    glued = GLUED_SUPPORTS.fullmatch(second.text) if len(second.text) <= 300 else None
    is_title = (
        (first.after_blank or place == 0)
        and len(first.text) <= values.LONGEST_TITLE
        and not first.text.endswith(".")
    )
    if not glued or not is_title or not second.after_blank or not _alike(first.text, glued["title"]):
        return None
    return values.supports(glued["supports"])
