"""Builders of documents: one function a kind, `ids` in, `{id: document}` out, in a fixed number of queries a batch.

A document names people, companies, countries and vocabulary by references, {"ref": "person:12", …}; their public
values are filled in by catalogue.publication.references, from what is published.
"""

from .company import company_documents
from .film import film_documents
from .person import person_documents
from .selection import selection_documents
from .text import text_documents

BUILDERS = {
    "person": person_documents,
    "company": company_documents,
    "text": text_documents,
    "film": film_documents,
    "selection": selection_documents,
}
