"""Builders of documents: one function a kind, `ids` in, `{id: document}` out, in a fixed number of queries a batch.

A document names people, companies, countries and vocabulary by references, {"ref": "person:12", …}; their public
values are filled in by catalogue.publication.references, from what is published (see catalogue.publication.building).

Stored documents may be older than the code that reads them: `completed` is how they are read. Every key but those of
`IDENTITY` has a default.
"""

from functools import lru_cache

from catalogue.publication.contributions import merged

from . import company, film, person, selection, text
from .company import company_documents
from .film import film_documents
from .person import person_documents
from .selection import selection_documents
from .text import text_documents

# What every document of its kind has said since the first one.
IDENTITY = frozenset(
    [
        *["id", "slug", "title", "name", "sort_title", "sort_name", "published_at"],
        *["kind", "kind_label", "body", "film_id", "person_id"],  # of a text
    ]
)

BUILDERS = {
    "person": person_documents,
    "company": company_documents,
    "text": text_documents,
    "film": film_documents,
    "selection": selection_documents,
}
DEFAULTS = {
    "person": person.DEFAULTS,
    "company": company.DEFAULTS,
    "text": text.DEFAULTS,
    "film": film.DEFAULTS,
    "selection": selection.DEFAULTS,
}


def completed(kind, document):
    """Return a stored document with the default of each key that was not yet known when it was built."""
    return _defaults(kind) | document


@lru_cache
def _defaults(kind):
    return DEFAULTS[kind] | merged("defaults", kind)
