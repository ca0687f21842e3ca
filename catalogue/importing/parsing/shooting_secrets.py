"""The page of a film's shooting secrets: its director, headed texts, the most popular films. No Django."""

import re
from itertools import pairwise

from catalogue.folding import fold
from catalogue.importing.parsing import values
from catalogue.importing.parsing.biography import openings, subjects, works
from catalogue.importing.parsing.guest_texts import groups, signature
from catalogue.importing.parsing.lines import Line, same
from catalogue.importing.parsing.names import looks_like_name, names_in
from catalogue.importing.records import (
    Biography,
    Found,
    PageWarning,
    ParseError,
    PopularFilm,
    PopularList,
    ShootingSecretsPage,
    TextSection,
)

NAME = "shooting secrets of a film"

LONGEST_HEADING = 120
LONGEST_QUESTION = 60  # a heading may end in "?" or "!", and a short paragraph too: this is where they part

CLOSING = "»”\"')] "

TAGLINE = re.compile(r"(?:anecdotes|secrets)\b.*\bautour d[eu]\b.*\btournage\b", re.IGNORECASE)
QUOTED_TITLE = re.compile(r"autour d[eu]\s*[\"“«]\s*(.+)\s*[\"”»]\s*et de son tournage", re.IGNORECASE)
POPULAR = re.compile(r"\bfilms les plus populaires\b", re.IGNORECASE)
DAYS = re.compile(r"\b([0-9]{1,3}) derniers jours\b", re.IGNORECASE)
POPULAR_FILM = re.compile(r"(?P<title>.*\S)\s*\((?P<year>[^()]{4})\)")
ONLY_YEAR = re.compile(r"\([0-9]{4}\)")
DIRECTOR = re.compile(
    r"(?:(?:a propos|biographie|portrait) )?(?:l[ea]s? |l |d[eu]s? (?:la |l )?)?"
    r"(?:auteurs? et |autrices? et )?(?:co )?(?:realisateur|realisatrice|cineaste)s?"
)
INTENTION = re.compile(
    r"(?:les )?(?:notes?|declarations?) d ?intentions?\b|notes? (?:du|de la|des) (?:realis|cineaste)"
)


def is_tagline(line):
    return bool(TAGLINE.search(line.text)) and len(line.text) < 500


def is_popular_heading(line):
    return not line.bullet and len(line.text) <= LONGEST_HEADING and bool(POPULAR.search(line.text))


MARKS = {
    "“Anecdotes… autour de… et de son tournage”": is_tagline,
    "“… films les plus populaires…”": is_popular_heading,
}


def parse(lines, source, errors):
    title, rest, warnings = _title(lines, errors)
    before, *sections = _sections(rest)
    biographies, popular, is_over = [], None, False
    texts = [_text(*before)] if before[1] else []
    for heading, body in _named(sections, title.value, biographies):
        if is_popular_heading(heading):
            popular, is_over = errors.value(_popular, heading, body, errors), True
        elif _is_of_directors(heading) and body:
            found, unnamed = _biographies(heading, body, title.value)
            biographies += found
            warnings += unnamed
        elif body:
            texts.append(_text(heading, body))
        elif is_over:
            continue  # what a site says at the foot of its pages
        elif _is_known(heading) or heading is lines[-1]:
            with errors.gathered():
                raise ParseError(heading.number, heading.text, "", "a text below this heading")
        else:
            message = f"{heading.text!r} has no text below it; it is left out"
            warnings.append(PageWarning(heading.number, "unknown-field", message))
    if not sections and not texts:
        raise ParseError(lines[-1].number, "Page", "", "a section such as Le réalisateur or Note d'intention")
    return ShootingSecretsPage(title, tuple(biographies), tuple(texts), popular, tuple(warnings))


def _named(sections, film_title, biographies):
    """Return the sections but those that directors' names head, below "Les réalisateurs": they are biographies.

    A page may say no more of its directors than their names.
    """
    others, directors = [], None
    for heading, body in sections:
        names = _names(heading) if directors else ()
        if names:
            named = tuple(work for line in body for work in works(line.found(), film_title))
            paragraphs = tuple(line.paragraph() for line in body)
            biographies.append(Biography(directors.found(), names, paragraphs, named))
            others = [other for other in others if other[0] is not directors]
        else:
            directors = heading if _is_of_directors(heading) and not body else None
            others.append((heading, body))
    return others


def _names(heading):
    """Return the names that a heading is made of, () if it is made of anything else."""
    names, _warnings = names_in(heading, heading.text)
    return tuple(names) if all(looks_like_name(name.value) for name in names) else ()


def _title(lines, errors):
    """Return the film's title, the lines below it, and a warning if the tagline quotes another title."""
    place = next((place for place, line in enumerate(lines) if is_tagline(line)), None)
    if place is None:
        if is_popular_heading(lines[0]):
            raise ParseError(lines[0].number, "Title", lines[0].text, "the film's title first")
        return _checked(lines[0].found(), errors), lines[1:], []
    quoted = QUOTED_TITLE.search(lines[place].text)
    if place == 0 and not quoted:
        raise ParseError(
            lines[0].number, "Title", lines[0].text, "the film's title above this line, or in it"
        )
    if place == 0:
        return _checked(Found(quoted[1].strip(), lines[0].number), errors), lines[1:], []
    above, warnings = lines[place - 1].found(), []
    if quoted and not same(quoted[1], above.value):
        message = f"Title: printed twice, {above.value!r} and {quoted[1].strip()!r}; the first is kept"
        sides = (above, Found(quoted[1].strip(), lines[place].number))
        warnings.append(PageWarning(lines[place].number, "doubled-name", message, sides))
    return _checked(above, errors), lines[place + 1 :], warnings


def _checked(title, errors):
    errors.value(values.title, title.value, title.line)
    return title


def _sections(lines):
    """Return (heading, lines below it) in the page's order; the first is what stands above any heading."""
    is_spaced = any(line.after_blank for line in lines[1:])
    headings = [_is_heading(line, following, is_spaced) for line, following in pairwise([*lines, None])]
    sections, is_over = [(None, [])], False
    for place, line in enumerate(lines):
        is_last = all(headings[place + 1 : place + 2])  # of its section: a heading follows, or nothing
        above, body = sections[-1]
        may_end = headings[place] and is_last and not is_over
        if headings[place] and not (may_end and _is_text(line, above, body, place + 1 < len(lines))):
            sections.append((line, []))
        else:
            body.append(line)
        is_over = is_over or is_popular_heading(line)
    return sections


def _is_text(line, heading, body, goes_on):
    """Whether a line that looks like a heading ends a section: all that a heading has below it, or its last words."""
    if is_popular_heading(line) or _is_known(line):
        return False
    return _closes(line, goes_on) if body else heading is not None and not _names(line)


def _closes(line, goes_on):
    """Whether a short line below a text ends it, with its author's name or a date: "Anna Roy", "Paris, mars 2021"."""
    return bool(signature([line])[0]) or (goes_on and any(letter.isdigit() for letter in line.text))


def _is_heading(line: Line, following: Line | None, is_spaced):
    """Whether a line is a heading: short, alone between empty lines, not a sentence (a short question may be).

    On a page that has lost its empty lines, only the headings that all pages have can be recognised.
    """
    if is_popular_heading(line):
        return True
    if not is_spaced:
        return len(line.text) <= LONGEST_QUESTION and not line.ends_like_a_sentence and _is_known(line)
    alone = line.after_blank and not line.bullet and (following is None or following.after_blank)
    if not alone or len(line.text) > LONGEST_HEADING:
        return False
    last = line.text.rstrip(CLOSING)[-1:]
    if last in ("?", "!"):
        return (
            len(line.text) <= LONGEST_QUESTION
            and following is not None
            and len(following.text) > len(line.text)
        )
    return last not in ".…:;,"


def _biographies(heading, body, film_title):
    """Return the biographies below a heading, one for each paragraph that names another director."""
    shares, seen = [], set()
    plural = fold(heading.text).endswith("s")
    for line in body:
        names = subjects(line.found()) if plural or not seen else ()
        if (names and not seen.issuperset(fold(name.value) for name in names)) or not shares:
            if shares and not shares[-1][0]:
                shares[-1] = (names, [*shares[-1][1], line])  # an opening paragraph without a name
            else:
                shares.append((names, [line]))
        else:
            shares[-1][1].append(line)
        seen |= {fold(name.value) for name in names}
    found, warnings = [], []
    if plural and len(seen) == 1:
        # The heading says that there are several: the other one is who else opens a sentence, if nobody else does.
        for place, (names, lines) in enumerate(shares):
            others = {fold(name.value): name for line in lines for name in openings(line.found())}
            others = [name for folded, name in others.items() if folded not in seen]
            shares[place] = ((*names, *others) if len(others) == 1 else names, lines)
        if sum(len(names) for names, _lines in shares) == 1:
            message = f"{heading.text}: one name only is found in this text"
            warnings.append(PageWarning(shares[0][1][0].number, "no-director-name", message))
    for names, lines in shares:
        if not names:
            message = f"{heading.text}: no name found in this text; it is kept without"
            warnings.append(PageWarning(lines[0].number, "no-director-name", message))
        named = tuple(work for line in lines for work in works(line.found(), film_title))
        found.append(Biography(heading.found(), names, tuple(line.paragraph() for line in lines), named))
    return found, warnings


def _is_known(heading):
    return _is_intention(heading) or _is_of_directors(heading)


def _is_intention(heading):
    return bool(INTENTION.match(fold(heading.text)))


def _is_of_directors(heading):
    return bool(DIRECTOR.fullmatch(fold(heading.text)))


def _text(heading, body):
    """Return a text, and who signs it: in its last lines, in those before a date, or in the first."""
    parts = groups(body)
    ends = [*reversed(parts[1:][-2:]), *(parts[:1] if len(parts) > 1 else ())]
    signed = next((part for part in ends if signature(part)[0]), None)
    author, quality = signature(signed) if signed else (None, None)
    kept = tuple(line.paragraph() for part in parts if part is not signed for line in part)
    kind = "intention_note" if heading and _is_intention(heading) else "shooting_secret"
    return TextSection(heading.found() if heading else Found("", body[0].number), kind, kept, author, quality)


def _popular(heading, body, errors):
    """Return the list below the heading of popular films: its bullets, or lines that end in a year."""
    entries = [line for line in body if line.bullet or POPULAR_FILM.fullmatch(line.text)]
    if not entries:
        raise ParseError(heading.number, heading.text, "", "a list of films below this heading")
    films = {}
    for line in entries:
        film = _popular_film(line, errors)
        films.setdefault((fold(film.title.value), film.year and film.year.value), film)
    days = DAYS.search(heading.text)
    return PopularList(heading.found(), int(days[1]) if days else None, tuple(films.values()))


def _popular_film(line, errors):
    match = POPULAR_FILM.fullmatch(line.text)
    title, year = ("" if ONLY_YEAR.fullmatch(line.text) else line.text), None
    if match and re.search("[0-9]", match["year"]):
        title, year = match["title"], errors.value(values.year, match["year"], line.number)
    return PopularFilm(_checked(Found(title, line.number), errors), year and Found(year, line.number))
