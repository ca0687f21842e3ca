"""Kinds of pages: how the document of each is built, in a fixed number of queries a batch, and what follows from it.

A document names people, companies, countries and vocabulary by references, {"ref": "person:12", …}; their public
values are filled in by catalogue.publication.references, from what is published (see catalogue.publication.building).

Stored documents may be older than the code that reads them: `completed` is how they are read. Every key but those of
`IDENTITY` has a default.
"""

from functools import lru_cache

from catalogue.publication.contributions import merged

from .company import COMPANY
from .film import FILM
from .own_page import OWN_PAGE
from .person import PERSON
from .selection import SELECTION
from .text import TEXT

# What every document of its kind has said since the first one.
IDENTITY = frozenset(
    [
        *["id", "slug", "title", "name", "sort_title", "sort_name", "published_at"],
        *["kind", "body", "film_id", "person_id"],  # of a text; a page of the site’s own has a body too
    ]
)

# What others borrow names from is published first, and what mentions films before these.
KINDS = {kind.model.kind: kind for kind in (PERSON, COMPANY, TEXT, SELECTION, FILM, OWN_PAGE)}


def completed(kind, document):
    """Return a stored document with the default of each key that was not yet known when it was built."""
    return _defaults(kind) | document


@lru_cache
def _defaults(kind):
    return KINDS[kind].defaults | merged("defaults", kind)
