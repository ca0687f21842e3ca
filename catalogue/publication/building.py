"""Documents of what is saved, complete with the names of others: what publishing stores. A preview can show them."""

from catalogue.typography import unbroken

from . import references
from .documents import KINDS


def built(kind, ids, generation=None):
    """Return {id: document} of these objects as they are saved now. Stores nothing.

    Names of others are those of a generation, of the one that visitors read unless told.
    """
    documents = unbroken(KINDS[kind].build(ids))
    return documents | references.refresh(documents, generation)
