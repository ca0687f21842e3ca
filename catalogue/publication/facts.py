"""Simple facts of a film: each a column of one value, shown in one line of its page.

The document, the page, the editors' form and the style page derive from `FACTS`. A column's name on screen is its
verbose name; its values are called as its choices are, or, where it has none, as the reader's language writes them.
"""

from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.text import capfirst

from catalogue.models import Film


@dataclass(frozen=True)
class Fact:
    """A column of `Film`, and a value of it for the style page."""

    column: str
    example: object

    @property
    def label(self):
        return capfirst(Film._meta.get_field(self.column).verbose_name)

    def coded(self, value):
        """Return a value as a document has it: {"code"}, None for an empty one."""
        return {"code": str(value)} if value not in (None, "") else None

    def is_choice(self, code):
        """Return whether this is the code of one of the column's choices."""
        return code in dict(Film._meta.get_field(self.column).flatchoices)

    def said(self, code):
        """Return what the reader calls the value of this code."""
        column = Film._meta.get_field(self.column)
        choices = dict(column.flatchoices)
        return str(choices[code] if code in choices else localize(column.to_python(code)))


FACTS = (
    Fact("colour", example="black_and_white"),
    Fact("sound", example="sound"),
)


def fact(column):
    """Return the fact of a column."""
    return next(fact for fact in FACTS if fact.column == column)


def facts_of(film):
    """Return what the document of a film says of its facts."""
    return {fact.column: fact.coded(getattr(film, fact.column)) for fact in FACTS}


def facts_shown(document):
    """Return [(label, value)] of the facts that a document tells, as the reader calls both."""
    return [(fact.label, fact.said(document[fact.column]["code"])) for fact in FACTS if document[fact.column]]


def example_facts():
    """Return what the document of a film with all facts would say of them."""
    return {fact.column: fact.coded(fact.example) for fact in FACTS}
