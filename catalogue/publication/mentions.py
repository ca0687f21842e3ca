"""What the pages of other things say of films: the selections that hold a film, the texts about it and who signs them.

A film's document bears it under "mentioned", as a reference to itself, {"ref": "mentioned:12", …}: what is published
fills it in, and not what is saved, so that a film with unpublished changes follows without them.
"""

from django.db.models import Q
from django.db.models.fields.json import KT
from pyroaring import BitMap

from catalogue.models import Page, Posting, Text

REF = "mentioned"
NOBODY = {"selections": [], "texts": [], "authors": []}
# Of the kinds of pages that mention films: the term that names one, what stands before the film's id in it, and what of
# a page's card a film is told.
MENTIONING = {
    "text": ("text.subject", "film:", lambda card: (card["kind"], (card["author"] or {}).get("ref"))),
    "selection": ("selection.films", "", lambda card: (card["slug"], card["title"])),
}


def mentions(_kind, films, generation):
    """Return {ref: what is said} of the films of these ids, given as text, in a generation. Three queries."""
    by_selection, by_text = {}, {}
    found = {"selection": by_selection, "text": by_text}
    wanted = Q()
    for name, before, _told in MENTIONING.values():
        wanted |= Q(field=name, value__in=[f"{before}{film}" for film in films])
    for field, value, ids in (
        Posting.objects.of(generation).filter(wanted).values_list("field", "value", "ids")
    ):
        found[field.partition(".")[0]][value.rpartition(":")[2]] = BitMap.deserialize(bytes(ids))
    selections, texts = _selections(by_selection, generation), _texts(by_text, generation)
    return {
        f"{REF}:{film}": {
            "selections": [selections[pk] for pk in by_selection.get(film, ())],
            "texts": [{"code": code} for code in _in_order(texts[pk][0] for pk in by_text.get(film, ()))],
            "authors": sorted({texts[pk][1] for pk in by_text.get(film, ())} - {None}),
        }
        for film in films
    }


def _selections(by_film, generation):
    """Return {id: how a film names a selection}."""
    pages = _pages("selection", by_film, generation)
    rows = pages.values_list("object_id", "slug", KT("card__title__fr"), KT("card__title__en"))
    return {pk: {"slug": slug, "name": {"fr": fr or "", "en": en or ""}} for pk, slug, fr, en in rows}


def _texts(by_film, generation):
    """Return {id: (kind of a text, "person:12" of its author)}; None for an author without a page."""
    rows = _pages("text", by_film, generation)
    rows = rows.values_list("object_id", KT("card__kind"), KT("card__author__ref"))
    return {pk: (kind, author) for pk, kind, author in rows}


def _pages(kind, by_film, generation):
    ids = BitMap.union(BitMap(), *by_film.values())
    return Page.objects.of(generation).filter(kind=kind, object_id__in=list(ids))


def _in_order(codes):
    codes = set(codes)
    return [code for code in Text.Kind.values if code in codes]


def films_told(kind, before, after):
    """Return the ids of the films of which a page says something else than before: (card, terms) twice."""
    name, start, told = MENTIONING[kind]
    named = [
        {
            value.removeprefix(start)
            for field, value, _labels in terms
            if field == name and value.startswith(start)
        }
        for _card, terms in (before, after)
    ]
    says = [told(card) if card else None for card, _terms in (before, after)]
    return {int(film) for film in (named[0] ^ named[1] if says[0] == says[1] else named[0] | named[1])}
