"""Why a pasted page was refused: the line, the field, what was found and what was expected, in the editor's language.

The importer's parsers know no translation: what they expect is recognised by the sentences below.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from catalogue.typography import with_apostrophes

from .pasted_facts import line_text, shortened

FIELDS = (
    *[gettext_noop("Title"), gettext_noop("Name"), gettext_noop("Page"), gettext_noop("Layout")],
    *[gettext_noop("Heading"), gettext_noop("Label"), gettext_noop("Cover"), gettext_noop("Technical list")],
)
SENTENCES = (
    gettext_noop("a page that says something"),
    gettext_noop("the film’s title first"),
    gettext_noop("the film’s title above this line, or in it"),
    gettext_noop("the company’s name first"),
    gettext_noop("a title that can be seen"),
    gettext_noop("a name that can be seen"),
    gettext_noop("this title a second time, the page ends here"),
    gettext_noop("a film’s title above and before {}"),
    gettext_noop("one of these kinds of page ({})"),
    gettext_noop("a heading above, such as Films produits par {}, and the films below it"),
    gettext_noop("films, {} of them are announced"),
    gettext_noop("the films of this list"),
    gettext_noop("a text below this heading"),
    gettext_noop("a list of films below this heading"),
    gettext_noop("a section such as Le réalisateur or Note d’intention"),
    gettext_noop("labels in French, “{}”"),
    gettext_noop("a heading in French, such as Films produits par …"),
    gettext_noop("names, at most {} letters of them"),
    gettext_noop("a year of four digits between {} and {}"),
    gettext_noop("a running time such as 80, 52min or 1h20"),
    gettext_noop("the name of a country"),
    gettext_noop("the name of a language"),
    gettext_noop("a form such as documentaire, fiction, animation"),
    gettext_noop("{} letters at most, not {}"),
    gettext_noop("more than {} blocks of texts and items"),
    gettext_noop("two at most"),
    gettext_noop("{} at most"),
    gettext_noop("{} lines"),
    gettext_noop("the end of the page, before its versions"),
    gettext_noop("the end of the page, within its versions"),
    gettext_noop("the page is empty"),
    gettext_noop("a binary file, not a page of text: character {}"),
)


@dataclass(frozen=True)
class Fault:
    line: int | None
    text: str
    field: str
    found: str
    expected: str


def faults(error, text):
    """Return all that is wrong with a page, in the order of its lines."""
    lines = text.splitlines()
    return [_fault(each, lines) for each in error.errors]


def _fault(error, lines):
    line = error.line
    text = line_text(lines, line) if line and line <= len(lines) else ""
    field = getattr(error, "field", "")
    found = getattr(error, "found", "")
    expected = getattr(error, "expected", None) or getattr(error, "problem", None) or error.args[0]
    return Fault(line, text, _(field) if field else "", shortened(_translated(found)), _translated(expected))


def _translated(sentence):
    sentence = with_apostrophes(sentence)
    for known in SENTENCES:
        words = re.escape(known).replace(r"\{\}", "(.+)")
        if found := re.fullmatch(words, sentence, re.DOTALL):
            return _(known).format(*found.groups())
    return sentence
