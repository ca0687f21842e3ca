"""What one publication writes: pages as they are built, then at its end the postings, orderings and versions they move.

The number of queries does not depend on how many names the pages show, nor on how many pages show a name.
"""

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from pyroaring import BitMap

from catalogue.models import OwnPage, Page

from . import mentions, orderings, posting_rows, references
from .around import pages_around, shown
from .building import built
from .documents import KINDS, completed
from .terms import derive

WRITTEN_FIELDS = [
    *["document", "slug", "card", "terms", "sort_key", "year", "published_at", "next_change"],
    *["updated_at", "version"],
]


@dataclass(frozen=True)
class Stood:
    """How a page stood at a moment: all that other rows are made of."""

    card: dict
    terms: list
    keys: dict

    @classmethod
    def of(cls, page):
        return cls(page.card, page.terms, orderings.keys_of(page))


NOWHERE = Stood({}, [], {})


def _authors(stood):
    return [value for field, value, _labels in stood.terms if field == "text.author"]


class Writing:
    """Writes to a generation on behalf of one publication, whose `number` its rows bear; inside a transaction."""

    changes_frame = False  # what all pages show, beside menus
    posted_at_once = tuple(mentions.MENTIONING)  # kinds of pages whose postings others are built from

    def __init__(self, generation, number, today=None, version=None):
        """`version` is that of the pages it writes, the publication's number unless told."""
        self.generation, self.number, self.version = generation, number, version or number
        self.today = today or timezone.localdate()
        self._before, self._after, self._posted = {}, {}, {}

    @cached_property
    def pages(self):
        return Page.objects.of(self.generation)

    @property
    def written(self):
        """The (kind, id) of all pages that were written or deleted."""
        return list(self._after)

    @property
    def changed(self):
        """The (kind, id) of those that other rows follow: not where a document alone is another one."""
        return [key for key, before in self._before.items() if before != self._after[key]]

    @property
    def changes_menus(self):
        """Whether something has changed that the menus of all pages show (see `frame`)."""
        return any(
            key[0] == OwnPage.kind and before.card != self._after[key].card
            for key, before in self._before.items()
        )

    @property
    def changes_lists(self):
        """Whether something has changed that lists show, beside the words that a search finds.

        Of texts they show alone who signs some.
        """
        return any(
            _authors(before) != _authors(self._after[key])
            if key[0] == "text"
            else shown(before) != shown(self._after[key])
            for key, before in self._before.items()
        )

    def build(self, kind, ids):
        """Write the pages of these objects as they are saved now."""
        self.put(kind, built(kind, ids, self.generation))

    def put(self, kind, documents):
        """Write {id: document}; return the pages."""
        present = {page.object_id: page for page in self.pages.filter(kind=kind, object_id__in=documents)}
        pages = [
            present.get(pk) or Page(generation=self.generation, kind=kind, object_id=pk) for pk in documents
        ]
        self.write(zip(pages, documents.values(), strict=True))
        return pages

    def refresh(self, pages):
        """Bring the names that these pages borrow up to date."""
        documents = {page.pk: deepcopy(completed(page.kind, page.document)) for page in pages}
        right = references.refresh(documents, self.generation)
        self.write([(page, right[page.pk]) for page in pages if page.pk in right])

    def refresh_shown(self, most):
        """Bring up to date so many of the pages on which a changed page shows; return {kind: ids} of the others."""
        told = BitMap()
        for kind, pk in self.changed:
            if kind in mentions.MENTIONING:
                stood = [(each.card, each.terms) for each in (self._before[kind, pk], self._after[kind, pk])]
                told.update(mentions.films_told(kind, *stood))
        return self.refresh_showing(
            [f"{kind}:{pk}" for kind, pk in self.changed if kind in references.LENDERS], most, told
        )

    def refresh_showing(self, refs, most, films=()):
        """Bring up to date so many of the pages that show one of these, and films; return {kind: ids} of the others."""
        showing = {kind: BitMap() for kind in KINDS}
        showing["film"].update(films)
        if refs:
            for kind, pk in self._after:
                if kind in references.LENDERS:  # it may show one that was written after it
                    showing[kind].add(pk)
            keys = [(f"{kind}.shows", ref) for kind in KINDS for ref in refs]
            for (field, _ref), value in posting_rows.read(keys, self.generation).items():
                showing[field.removesuffix(".shows")] |= value.ids
        self.refresh(self._some_of(showing, most))
        return {kind: ids for kind, ids in showing.items() if ids}

    def _some_of(self, ids_by_kind, most):
        """Read so many of these pages, and leave the others in the bitmaps."""
        wanted = Page.objects.none()
        for kind, ids in ids_by_kind.items():
            if now := ids[:most]:
                wanted |= self.pages.filter(kind=kind, object_id__in=list(now))
                ids -= now
                most -= len(now)
        return list(wanted)

    def derive(self, pages):
        """Derive these pages again from their documents: the day may be another one."""
        self.write([(page, page.document) for page in pages])

    def write(self, pages):
        """Write (page, document) with all that the document decides; leave alone a page that is so already."""
        rows = []
        for page, document in pages:
            key, stood = (page.kind, page.object_id), Stood.of(page) if page.pk else NOWHERE
            document = completed(page.kind, document)
            derived = {"document": document} | vars(derive(page.kind, document, self.today))
            if page.pk and all(getattr(page, field) == value for field, value in derived.items()):
                continue
            for field, value in derived.items():
                setattr(page, field, value)
            self.stamp(page, derived)
            self._before.setdefault(key, stood)
            self._after[key] = Stood.of(page)
            page.pk = None  # written over by its address in the publication, not by its row
            rows.append(page)
        Page.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["generation", "kind", "object_id"],
            update_fields=WRITTEN_FIELDS,
        )
        self._post((page.kind, page.object_id) for page in rows if page.kind in self.posted_at_once)

    def _post(self, keys):
        """Write the postings of pages as they stand now."""
        terms = []
        for key in keys:
            before, after = self._posted.get(key, self._before[key].terms), self._after[key].terms
            if before != after:
                terms.append((key[1], before, after))
                self._posted[key] = after
        posting_rows.apply(terms, self.generation, self.number)

    def stamp(self, page, derived):
        """Say when a page was changed, and by which publication; it is another one than before."""
        page.updated_at, page.version = timezone.now(), self.version

    def remove(self, kind, ids):
        """Delete pages."""
        gone = self.pages.filter(kind=kind, object_id__in=ids)
        for page in gone:
            self._before.setdefault((kind, page.object_id), Stood.of(page))
            self._after[kind, page.object_id] = NOWHERE
        gone.delete()
        if kind in self.posted_at_once:
            self._post((kind, pk) for pk in ids if (kind, pk) in self._after)

    def close(self):
        """Write what follows from the pages: postings, orderings, and the versions of the pages around."""
        changes = {key: (self._before[key], self._after[key]) for key in self.changed}
        self._post(self._before)
        orderings.apply(
            [(before.keys, after.keys) for before, after in changes.values()], self.generation, self.number
        )
        self.stamp_around(changes)

    def stamp_around(self, changes):
        """Say of the pages around those that changed which publication changed what they show."""
        around = Page.objects.none()
        for kind, ids in pages_around(changes, self.generation).items():
            around |= self.pages.filter(kind=kind, object_id__in=ids)
        around.update(version=self.version)
