"""BibTeX, in UTF-8: what LaTeX reads as commands is written as what it looks like."""

import re

from django.utils.translation import gettext as _

from catalogue.publication.frame import site

from .cited import one_line

# A brace counts for BibTeX even behind a backslash: it is named instead, and so are the others that have a name.
COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
SPECIAL = re.compile("[" + re.escape("".join(COMMANDS)) + "]")
AND = re.compile(r"\band\b", re.IGNORECASE)  # what parts names from each other


def write(cited, today):
    """Return one entry. Titles keep their capitals, and names that have no given name their order."""
    fields = [(name, value) for name, value in _fields(cited, today) if value]
    width = max(len(name) for name, _value in fields)
    lines = [f"  {name:{width}} = {{{value}}},\n" for name, value in fields]
    return f"@misc{{{cited.key},\n{''.join(lines)}}}\n"


def _fields(cited, today):
    yield "author", " and ".join(map(_name, cited.authors))
    yield "title", f"{{{_text(cited.title)}}}"
    yield "howpublished", _("Film") if cited.kind == "film" else _text(site().name)
    yield "organization", _text(", ".join(cited.companies))
    yield "address", _text(", ".join(cited.countries))
    yield "year", cited.year
    yield "date", cited.day
    yield "note", _text(". ".join(_notes(cited)))
    yield "language", cited.language
    yield "url", cited.url
    yield "urldate", today.isoformat()


def _notes(cited):
    if cited.original_title:
        yield _("Original title: %(title)s") % {"title": cited.original_title}
    if cited.running_time:
        yield _("%(number)s min") % {"number": cited.running_time}
    if cited.about:
        yield _("On “%(name)s”") % {"name": cited.about}
    if cited.source:
        yield cited.source


def _name(author):
    name = one_line(author.sort_name or author.name)
    parts = [part.strip() for part in name.split(",")]
    in_parts = len(parts) == 2 and all(parts) and not AND.search(name)
    return _text(name) if in_parts else f"{{{_text(name)}}}"


def _text(text):
    return SPECIAL.sub(lambda found: COMMANDS[found[0]], one_line(text))
