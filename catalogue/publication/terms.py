"""All that finds and lists a page, derived from its document and the day, and from nothing else.

A term is (field, value, labels): one posting that holds the page. `labels` is {"fr", "en"} where visitors choose the
value, else {}.
"""

from dataclasses import dataclass
from datetime import date, datetime

from catalogue.folding import fold, letter

from .cards import card
from .fields import film_terms, next_change
from .references import references_in
from .search import word_terms


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
    terms = {(field, value): labels for field, value, labels in _TERMS[kind](document, today)}
    shows = {reference["ref"] for reference in references_in(document)}
    terms |= {(f"{kind}.shows", ref): {} for ref in shows}
    return Derived(
        slug=_slug(kind, document),
        card=card(kind, document, today),
        terms=[[field, value, terms[field, value]] for field, value in sorted(terms)],
        sort_key=_sort_key(kind, document)[:250],
        year=document.get("year"),
        published_at=datetime.fromisoformat(document["published_at"]),
        next_change=next_change(document, today) if kind == "film" else None,
    )


def _slug(kind, document):
    if kind != "text":
        return document["slug"]
    subject = f"film-{document['film_id']}" if document["film_id"] else f"person-{document['person_id']}"
    return f"{subject}/{document['slug']}"  # found by its subject's id, so a renamed film keeps its texts


def _sort_key(kind, document):
    if kind == "film":
        return fold(document["sort_title"]) or document["sort_title"].casefold()
    if kind == "selection":
        return fold(document["title"]["fr"])
    return fold(document.get("sort_name") or document.get("heading") or "")


def _film_terms(film, today):
    yield from film_terms(film, today)
    for field, word in word_terms(film):
        yield field, word, {}


def _text_terms(text, _today):
    subject = f"film:{text['film_id']}" if text["film_id"] else f"person:{text['person_id']}"
    yield "text.subject", subject, {}
    if text["author"] and text["author"]["ref"]:
        yield "text.author", text["author"]["ref"], {}


def _person_terms(person, _today):
    yield "person.letter", letter(fold(person["sort_name"])), {}


def _company_terms(company, _today):
    yield "company.letter", letter(company["sort_name"]), {}
    if company["predecessor"]:
        yield "company.predecessor", company["predecessor"]["ref"], {}


def _selection_terms(_selection, _today):
    yield "selection.all", "selection", {}


_TERMS = {
    "film": _film_terms,
    "person": _person_terms,
    "company": _company_terms,
    "text": _text_terms,
    "selection": _selection_terms,
}
