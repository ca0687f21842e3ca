"""Documents of what is saved, complete with the names of others: what publishing stores. A preview can show them."""

from catalogue.typography import unbroken

from . import references
from .documents import KINDS


def built(kind, ids):
    """Return {id: document} of these objects as they are saved now. Stores nothing."""
    documents = unbroken(KINDS[kind].build(ids))
    references.refresh(documents.values())
    return documents
