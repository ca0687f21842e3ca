"""Cards: what lists show of pages, read by their ids."""

from datetime import date
from functools import lru_cache

from catalogue.models import Page

from .documents import IDENTITY, KINDS, completed


def completed_card(kind, stored):
    """Return a stored card with what stands for each key that was not yet known when it was made."""
    return _default_card(kind) | stored


@lru_cache
def _default_card(kind):
    return KINDS[kind].card(completed(kind, dict.fromkeys(IDENTITY)), date.min)


def cards(kind, ids):
    """Return the cards of published pages in the order of their ids; ids without a page are left out. One query."""
    pages = Page.objects.current().filter(kind=kind, object_id__in=ids)
    found = dict(pages.values_list("object_id", "card")) if ids else {}
    return [completed_card(kind, found[pk]) for pk in ids if pk in found]


def mixed_cards(ids_by_kind):
    """Return {kind: [cards in order]} for several kinds, in one query."""
    wanted = Page.objects.none()
    for kind, ids in ids_by_kind.items():
        wanted |= Page.objects.current().filter(kind=kind, object_id__in=ids)
    found = {(kind, pk): card for kind, pk, card in wanted.values_list("kind", "object_id", "card")}
    return {
        kind: [completed_card(kind, found[kind, pk]) for pk in ids if (kind, pk) in found]
        for kind, ids in ids_by_kind.items()
    }
