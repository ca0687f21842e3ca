"""Names that documents borrow: people, companies, countries, genres and themes; and what is said of films elsewhere.

A reference is {"ref": "person:12", …}. Its public values (name, address) come from what is published, or for
vocabulary from its table, so that a document is right whatever was published first.
"""

from functools import reduce

from catalogue.models import Company, Country, Genre, Page, Person, Theme

from . import mentions
from .documents.parts import in_both

LENDERS = {"person": Person, "company": Company}  # whose pages give names to others
SAID_BY_PAGE = {
    "person": {"gender": ""},
    "company": {},
}  # what only a page says, and what stands for it without one
VOCABULARY = {"genre": Genre, "theme": Theme}


def references_in(value):
    """Yield every reference inside a document."""
    if isinstance(value, dict):
        if value.get("ref"):
            yield value
        for inner in value.values():
            yield from references_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references_in(inner)


def shown_in(document):
    """Return what a document refers to, beside itself."""
    refs = {reference["ref"] for reference in references_in(document)}
    return {ref for ref in refs if not ref.startswith(f"{mentions.REF}:")}


def without(value, ref):
    """Return a document in which nothing refers to `ref` any more."""
    if isinstance(value, dict):
        return None if value.get("ref") == ref else {key: without(v, ref) for key, v in value.items()}
    if isinstance(value, list):
        kept = (without(inner, ref) for inner in value)
        return [inner for inner in kept if inner is not None]
    return value


def refresh(documents, generation):
    """Bring every reference in {key: document} up to date; return those documents that were not right.

    A word of a vocabulary that is no longer there goes from the document.
    """
    for document in documents.values():
        if mentions.REF in document:  # one that was built before there were any does not say whose they are
            document[mentions.REF]["ref"] = f"{mentions.REF}:{document['id']}"
    found = {key: list(references_in(document)) for key, document in documents.items()}
    values = public_values(
        {reference["ref"] for inside in found.values() for reference in inside}, generation
    )
    changed = {}
    for key, inside in found.items():
        gone = {reference["ref"] for reference in inside if reference["ref"] not in values}
        if _fill_in(inside, values) or gone:
            changed[key] = reduce(without, gone, documents[key])
    return changed


def _fill_in(references, values):
    changed = False
    for reference in references:
        new = values.get(reference["ref"], {})
        if any(reference.get(key, ...) != value for key, value in new.items()):
            reference.update(new)
            changed = True
    return changed


def public_values(refs, generation):
    """Return {ref: public values} of those that are there, in at most one or two queries a kind."""
    by_kind = {}
    for ref in refs:
        kind, _colon, key = ref.partition(":")
        by_kind.setdefault(kind, set()).add(key)
    values = {}
    for kind, keys in by_kind.items():
        values |= _READERS[kind](kind, keys, generation)
    return values


def _pages(kind, keys, generation):
    """People and companies: the published name and address; the saved name and no address where there is no page."""
    ids, said = {int(key) for key in keys}, SAID_BY_PAGE[kind]
    pages = Page.objects.of(generation).filter(kind=kind, object_id__in=ids).values_list("object_id", "card")
    values = {
        f"{kind}:{pk}": {"name": card["name"], "sort_name": card["sort_name"], "slug": card["slug"]}
        | {key: card.get(key, empty) for key, empty in said.items()}
        for pk, card in pages
    }
    missing = [pk for pk in ids if f"{kind}:{pk}" not in values]
    values |= {
        f"{kind}:{pk}": {"slug": None, **said} for pk in missing
    }  # deleted since: the name stays, no link
    for instance in LENDERS[kind].objects.filter(pk__in=missing):
        values[f"{kind}:{instance.pk}"] = {
            "name": instance.name,
            "sort_name": instance.sort_name,
            "slug": None,
            **said,
        }
    return values


def _countries(_kind, codes, _generation):
    return {
        f"country:{country.pk}": {"code": country.pk, "name": in_both(country, "name")}
        for country in Country.objects.filter(pk__in=codes)
    }


def _vocabulary(kind, keys, _generation):
    terms = VOCABULARY[kind].objects.filter(pk__in=keys)
    return {f"{kind}:{term.pk}": {"slug": term.slug, "name": in_both(term, "name")} for term in terms}


_READERS = {
    "person": _pages,
    "company": _pages,
    "country": _countries,
    "genre": _vocabulary,
    "theme": _vocabulary,
    mentions.REF: mentions.mentions,
}
