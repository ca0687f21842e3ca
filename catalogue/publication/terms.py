"""All that finds and lists a page, derived from its document and the day, and from nothing else.

A term is (field, value, labels): one posting that holds the page. `labels` is {"fr", "en"} where visitors choose the
value, with "sort" where it is told from A to Z by another name; else {}.
"""

from dataclasses import dataclass
from datetime import date, datetime

from .documents import KINDS
from .fields import BY_KEY, fields
from .references import shown_in


@dataclass(frozen=True)
class Derived:
    """The columns of a Page that its document decides."""

    slug: str
    card: dict
    terms: list
    sort_key: str
    year: int | None
    published_at: datetime
    next_change: date | None


def derive(kind, document, today):
    """Return what a document decides on this day."""
    kind_of_page = KINDS[kind]
    terms = {(field, value): labels for field, value, labels in kind_of_page.terms(document, today)}
    terms |= {(f"{kind}.shows", ref): {} for ref in shown_in(document)}
    return Derived(
        slug=kind_of_page.slug(document),
        card=kind_of_page.card(document),
        terms=[[field, value, terms[field, value]] for field, value in sorted(terms)],
        sort_key=kind_of_page.sort_key(document)[:250],
        year=document.get("year"),
        published_at=datetime.fromisoformat(document["published_at"]),
        next_change=kind_of_page.next_change(document, today),
    )


def held_fields():
    """Return the names of the fields that workers hold in memory; postings of the others are read by their keys."""
    films = {field.name for field in fields() if field.held_as != BY_KEY}
    return films.union(*(kind.held for kind in KINDS.values()))
