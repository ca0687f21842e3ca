"""Cards: what lists show of a page, derived from its document, and read by ids."""

from datetime import date
from functools import lru_cache

from catalogue.models import Page
from catalogue.reference.roles import DIRECTING

from .contributions import merged
from .documents import IDENTITY, completed


def card(kind, document, today):
    """Return the card of a page on a day."""
    return _film(document, today) if kind == "film" else _CARDS[kind](document)


def completed_card(kind, stored):
    """Return a stored card with what stands for each key that was not yet known when it was made."""
    return _default_card(kind) | stored


@lru_cache
def _default_card(kind):
    return card(kind, completed(kind, dict.fromkeys(IDENTITY)), date.min)


def cards(kind, ids):
    """Return the cards of published pages in the order of their ids; ids without a page are left out. One query."""
    pages = Page.objects.filter(kind=kind, object_id__in=ids)
    found = dict(pages.values_list("object_id", "card")) if ids else {}
    return [completed_card(kind, found[pk]) for pk in ids if pk in found]


def mixed_cards(ids_by_kind):
    """Return {kind: [cards in order]} for several kinds, in one query."""
    wanted = Page.objects.none()
    for kind, ids in ids_by_kind.items():
        wanted |= Page.objects.filter(kind=kind, object_id__in=ids)
    found = {(kind, pk): card for kind, pk, card in wanted.values_list("kind", "object_id", "card")}
    return {
        kind: [completed_card(kind, found[kind, pk]) for pk in ids if (kind, pk) in found]
        for kind, ids in ids_by_kind.items()
    }


def _film(film, today):
    plain = ("id", "slug", "title", "title_language", "original_title", "year", "running_time", "countries")
    directors = [
        person for credit in film["credits"] if credit["role"] in DIRECTING for person in credit["people"]
    ]
    found = {key: film[key] for key in plain}
    found |= {key: film[key] for key in ("poster_style", "poster_variant") if film.get(key)}
    found |= {"directors": directors, "short_summary": film["short_summary"], "cover": film["cover"]}
    return found | merged("film_card", film, today)


def _keys(*keys):
    return lambda document: {key: document[key] for key in keys}


_CARDS = {
    "person": _keys("id", "slug", "name", "sort_name", "qualifier", "portrait", "gender"),
    "company": _keys("id", "slug", "name", "sort_name", "full_name", "acronym_meaning", "country"),
    "text": lambda document: document,
    "selection": lambda selection: {
        **_keys("id", "slug", "title", "introduction", "curator", "first_day", "last_day")(selection),
        "count": len(selection["films"]),
    },
}
