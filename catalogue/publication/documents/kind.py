"""What the publication knows of a kind of public page: one declaration each, beside its document."""

from collections.abc import Callable
from dataclasses import dataclass, field

from catalogue.folding import fold


def plain_card(*keys):
    """Return a maker of cards that takes some keys of a document as they are."""
    return lambda document: {key: document[key] for key in keys}


@dataclass(frozen=True)
class Kind:
    """A kind of page.

    `build` is given ids, and returns {id: document} from the editors' tables; `defaults` stand for what a stored
    document does not know yet. `card` is given a document: what lists show of the page, and `of_the_day`, a card and a
    day: what it says on that one. `terms` is given a document and a day: the (field, value, labels) that find the page.
    `sort_key` and `slug` are given the document.
    """

    model: type
    build: Callable
    defaults: dict
    card: Callable
    terms: Callable
    sort_key: Callable = lambda document: fold(document["sort_name"])
    slug: Callable = lambda document: document["slug"]
    next_change: Callable = lambda document, today: None  # the next day on which terms are others
    of_the_day: Callable = lambda card, today: {}
    orderings: dict = field(
        default_factory=dict
    )  # {name: sort key of a Page}: a tuple of texts and whole numbers
    held: tuple = ()  # its postings that workers hold in memory; those of films are in catalogue.publication.fields


def by_name(page):
    return (page.sort_key, page.object_id)


def newest(page):
    return (-int(page.published_at.timestamp() * 1000), -page.object_id)
