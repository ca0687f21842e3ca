"""The page of a company: what it is, and the films it produced or distributes. No Django."""

from itertools import pairwise

from catalogue.folding import fold
from catalogue.importing.parsing import values
from catalogue.importing.parsing.company_about import company_acronym, declared_films, predecessor
from catalogue.importing.parsing.film_prints import alike, films_in
from catalogue.importing.parsing.lines import last_number, same
from catalogue.importing.parsing.list_headings import (
    count_below,
    count_in,
    list_starts,
    refuse_english,
    roles_in,
)
from catalogue.importing.parsing.same_films import films_of_page, once_each
from catalogue.importing.records import CompanyCataloguePage, FilmList, Found, PageWarning, ParseError

NAME = "a company's catalogue"
MARKS = {
    "“Films produits (distribués…) par …”": lambda line: bool(roles_in(line)),
    "“7 Films”": lambda line: count_in(line) is not None,
}
MORE = frozenset({"en savoir plus", "lire la suite", "voir plus", "lire plus", "read more", "learn more"})


def parse(lines, source, errors):
    lines = [lines[0], *(line for line in lines[1:] if fold(line.text) not in MORE)]
    name = lines[0].found()
    own, others = list_starts(lines, name.value)
    if roles_in(lines[0]):
        raise ParseError(name.line, "Name", name.value, "the company's name first")
    named = errors.value(values.title, name.value, name.line, "Name", values.LONGEST_NAME)
    if not own and not named:
        return None
    if not own:
        odd = next(line for line in lines if roles_in(line) or count_in(line) is not None)
        expected = f"a heading above, such as Films produits par {name.value}"
        raise ParseError(odd.number, "Films", odd.text, f"{expected}, and the films below it")
    starts = sorted({*own, *others})
    about, warnings = _about(name, lines[1 : starts[0]])
    prints = {}  # by heading: a list that goes on, or is printed again, is one list
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        heading = lines[start]
        if start in others:
            message = f"{heading.text!r} is a list of another company; its films are left out"
            warnings.append(PageWarning(heading.number, "unknown-field", message))
        else:
            with errors.gathered():
                refuse_english(heading)
                part = _part(heading, lines, start, end, last_number(source), errors)
                _, announced, films, _ = part
                if announced and len(films) < announced.value:
                    _refuse_hidden(source, heading.number, lines[end - 1].number, errors)
                prints.setdefault(fold(heading.text), []).append(part)
    lists = []
    for parts in prints.values():
        listed, odd = _film_list(parts)
        lists.append(listed)
        warnings += odd
    return CompanyCataloguePage(
        name=name,
        acronym=company_acronym(about, name),
        declared_films=declared_films(about),
        predecessor=predecessor(about, name),
        about=about,
        lists=films_of_page(lists),
        warnings=tuple(sorted(warnings, key=lambda warning: warning.line)),
    )


def _about(name, lines):
    """Return the paragraphs above the lists, the second print of the name left out, and a warning if it differs."""
    warnings = []
    if lines and len(lines[0].text) <= values.LONGEST_NAME and alike(lines[0].text, name.value):
        if not same(lines[0].text, name.value):
            message = f"Name: printed twice, {name.value!r} and {lines[0].text!r}; the first is kept"
            warnings.append(PageWarning(lines[0].number, "doubled-name", message, (name, lines[0].found())))
        lines = lines[1:]
    return tuple(line.paragraph() for line in lines), warnings


def _part(heading, lines, start, end, last_line, errors):
    """Return what is printed below a heading: (heading, how many films it announces, films, warnings)."""
    count = count_below(lines, start + 1)
    announced = None if count is None else Found(count, lines[start + 1].number)
    below = lines[start + 1 + (announced is not None) : end]
    films, warnings = films_in(below, errors)
    _refuse_truncated(heading, announced, films, below, last_line)
    return heading, announced, films, warnings


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


def _refuse_hidden(source, first, last, errors):
    """Note an error for a title that cannot be seen, of a list that lacks films: a line of it that is printed twice."""
    said = [(number, source.lines[number - 1].strip()) for number in range(first, last + 1)]
    said = [(number, text) for number, text in said if text]
    for (number, text), (_number, again) in pairwise(said):
        if text == again and not values.plain(text):
            errors.value(values.title, text, number)


def _film_list(parts):
    """Return the list that its parts make, and a warning when its films are not as many as it announces."""
    heading = parts[0][0]
    printed = [film for _heading, _count, films, _odd in parts for film in films]
    films, warnings = once_each(printed)
    warnings += [warning for _heading, _count, _films, odd in parts for warning in odd]
    counts = [count for _heading, count, _films, _odd in parts if count]
    announced = counts[0] if counts else None
    told = {announced.value, sum(count.value for count in counts)} if counts else set()
    if told and told.isdisjoint({len(films), len(printed)}):
        message = f"{heading.text}: {announced.value} films are announced, {len(films)} follow"
        warnings.append(PageWarning(announced.line, "film-count", message))
    return FilmList(heading.found(), roles_in(heading), announced, films), warnings
