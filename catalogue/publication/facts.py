"""Simple facts of a film: each a column of one value, shown in one line of its page.

The document, the page, the editors' form and the style page derive from `FACTS`. A column's name on screen is its
verbose name; its values are called as its choices are, or, where it has none, as each language writes them.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils import translation
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

    def called(self, value):
        """Return a value as {"code", "name": {"fr", "en"}}, None for an empty one."""
        return _called(self.column, value) if value not in (None, "") else None


FACTS = (
    Fact("colour", example="black_and_white"),
    Fact("sound", example="sound"),
)


def facts_of(film):
    """Return what the document of a film says of its facts."""
    return {fact.column: fact.called(getattr(film, fact.column)) for fact in FACTS}


def facts_shown(document):
    """Return [(label, {"fr", "en"})] of the facts that a document tells."""
    return [(fact.label, document[fact.column]["name"]) for fact in FACTS if document[fact.column]]


def example_facts():
    """Return what the document of a film with all facts would say of them."""
    return {fact.column: fact.called(fact.example) for fact in FACTS}


@lru_cache(maxsize=1024)
def _called(column, value):
    choices, name = dict(Film._meta.get_field(column).flatchoices), {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            name[language] = str(choices.get(value, localize(value)))
    return {"code": str(value), "name": name}
