"""Selections: the document of a page; the films' cards are read with it.

One that collects by a filter names no films: pages ask the postings what answers it (see catalogue.lists.selected).
"""

from catalogue.folding import fold
from catalogue.markdown import plain
from catalogue.models import Selection
from catalogue.publication.search.terms import search_terms

from .kind import Kind, newest
from .parts import NOTHING, in_both, iso

DEFAULTS = {
    "introduction": NOTHING,
    "curator": "",
    "filter": "",
    "films": [],
    "first_day": None,
    "last_day": None,
}


def selection_documents(ids):
    """Return {id: document} of these selections, as they are in the editors' tables."""
    selections = Selection.objects.filter(pk__in=ids).prefetch_related("selected_films")
    return {selection.pk: _document(selection) for selection in selections}


def _document(selection):
    return {
        "id": selection.pk,
        "slug": selection.slug,
        "title": in_both(selection, "title"),
        "introduction": in_both(selection, "introduction"),
        "curator": selection.curator,
        "filter": selection.filter,
        "films": [
            {"film_id": row.film_id, "note": in_both(row, "note")} for row in selection.selected_films.all()
        ],
        "first_day": iso(selection.first_day),
        "last_day": iso(selection.last_day),
        "published_at": iso(selection.published_at),
    }


def _card(selection):
    keys = ("id", "slug", "title", "introduction", "curator", "filter", "first_day", "last_day")
    return {key: selection[key] for key in keys} | {"films": [row["film_id"] for row in selection["films"]]}


def _terms(selection, _today):
    yield "selection.all", "selection", {}
    for row in [] if selection["filter"] else selection["films"]:
        yield "selection.films", str(row["film_id"]), {}
    texts = [
        *map(plain, selection["introduction"].values()),
        *(plain(note) for row in selection["films"] for note in row["note"].values()),
    ]
    for field, word in search_terms("selection", selection["title"].values(), [selection["curator"]], texts):
        yield field, word, {}


SELECTION = Kind(
    Selection,
    selection_documents,
    DEFAULTS,
    card=_card,
    terms=_terms,
    sort_key=lambda selection: fold(selection["title"]["fr"]),
    orderings={"selection.newest": newest},
    held=("selection.all",),
)
