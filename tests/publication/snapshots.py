"""What visitors read, comparable: the rules of these tests are about it."""

from catalogue.models import FrontPage, OrderingBlock, Page, Posting
from catalogue.publication import posting_rows
from catalogue.publication.documents import KINDS
from catalogue.publication.orderings import unpacked


def publication():
    """All that visitors read, comparable: bitmaps and blocks as lists of ids."""
    pages = Page.objects.current().order_by("kind", "object_id")
    columns = (
        "kind",
        "object_id",
        "slug",
        "document",
        "card",
        "terms",
        "sort_key",
        "year",
        "published_at",
        "next_change",
    )
    return {
        "pages": list(pages.values(*columns)),
        "postings": {
            (p.field, p.value): (p.labels, list(ids))
            for p in Posting.objects.current()
            if (ids := posting_rows.ids_of(p))
        },
        "highlights": [one for row in FrontPage.objects.all() for one in row.highlights],
        "orderings": {name: ids for name in ordering_names() if (ids := ordering(name))},
    }


def ordering_names():
    return [name for kind in KINDS.values() for name in kind.orderings]


def ordering(name):
    blocks = OrderingBlock.objects.current().filter(name=name).order_by("first_key")
    return [pk for block in blocks for pk in unpacked(block.ids)]


def held(field):
    """The values of a field that some page holds."""
    return [value for (name, value) in publication()["postings"] if name == field]
