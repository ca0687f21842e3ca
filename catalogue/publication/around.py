"""The pages that show a page beside their own document: what makes their answers others when it changes."""

from pyroaring import BitMap

from catalogue.models import Page

from . import posting_rows
from .search.fields import SEARCH_FIELDS

# The terms of a page that name, as {kind}:{id}, pages which show it.
NAMED_IN = {
    "film": ("film.shows",),
    "text": ("text.subject", "text.author"),
    "company": ("company.predecessor",),
}
# The kind of page that the postings of a term hold.
HOLDS = {"selection.films": "selection", "company.predecessor": "company"}


def pages_around(changes, generation):
    """Return {kind: ids} of the pages around those that changed, {(kind, id): (how it stood, how it stands)}.

    People and companies show the films that name them, selections their films, a film or a person the texts about it,
    authors their texts and what these are about, companies their predecessors and successors. The films beside a film
    may be any: its page depends on what lists show.
    """
    found = {kind: BitMap() for kind in ("film", "person", "company", "selection")}
    keys = []
    for (kind, pk), stood in changes.items():
        before, after = map(shown, stood)
        if before == after:
            continue
        for name, value in {(name, value) for name, value, _labels in [*before[1], *after[1]]}:
            named, _colon, named_pk = value.partition(":")
            if name in NAMED_IN.get(kind, ()) and named in found:
                found[named].add(int(named_pk))
        keys += {
            "film": [("selection.films", str(pk)), ("text.subject", f"film:{pk}")],
            "person": [("text.subject", f"person:{pk}")],
            "company": [("company.predecessor", f"company:{pk}")],
        }.get(kind, [])
    texts = BitMap()
    for (name, _value), posting in posting_rows.read(keys, generation).items():
        if name == "text.subject":
            texts |= posting.ids
        else:
            found[HOLDS[name]] |= posting.ids
    found["person"].update(_authors(texts, generation))
    return {kind: list(ids) for kind, ids in found.items() if ids}


def shown(stood):
    """Return what other pages show of a page: its card, what they name it by, and its place among others."""
    return stood.card, [term for term in stood.terms if term[0] not in SEARCH_FIELDS], stood.keys


def _authors(texts, generation):
    if not texts:
        return []
    pages = Page.objects.of(generation).filter(kind="text", object_id__in=list(texts))
    refs = [card["author"]["ref"] for card in pages.values_list("card", flat=True) if card.get("author")]
    return [int(ref.partition(":")[2]) for ref in refs if ref]
