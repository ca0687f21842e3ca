"""Publishing: from the editors' tables to pages, postings and orderings, one object or all of them.

Whatever the order, the outcome is the same: what `publish_all` gives. Writers take turns, by holding the state's row.
"""

from contextlib import contextmanager
from itertools import compress, islice

from django.db import transaction
from django.utils import timezone

from catalogue.models import CatalogueState, Company, Page, Person, Posting

from . import posting_rows, references
from .building import built
from .contributions import contributions
from .documents import KINDS, completed
from .orderings import write_orderings
from .terms import derive

BATCH = 200
DERIVED_FIELDS = ["slug", "card", "terms", "sort_key", "year", "published_at", "next_change"]


@contextmanager
def publication():
    """A transaction that changes the publication: one at a time, and seen by every worker once it is done."""
    with transaction.atomic():
        state, _created = CatalogueState.objects.select_for_update().get_or_create(
            pk=1, defaults={"changed_at": timezone.now()}
        )
        yield
        state.number += 1
        state.changed_at = timezone.now()
        state.save()


def publish(*objects):
    """Put these objects on the site as they are saved now, with the people and companies that they show first.

    Whatever shows their names is right as soon as this returns.
    """
    with publication():
        for kind, ids in _by_kind([*_first_shown(objects), *objects]).items():
            _set_published(kind, ids)
            _write_pages(kind, ids)
            _refresh_pages_showing({f"{kind}:{pk}" for pk in ids})


def unpublish(*objects):
    """Take these objects off the site. Names stay where others show them, without a link."""
    with publication():
        for kind, ids in _by_kind(objects).items():
            KINDS[kind].model.objects.filter(pk__in=ids).update(published_at=None, has_changes=True)
            remove_pages(kind, ids)


def remove_pages(kind, ids):
    """Delete pages and every posting of them, inside a `publication`."""
    pages = list(Page.objects.filter(kind=kind, object_id__in=ids))
    posting_rows.apply((page.object_id, page.terms, []) for page in pages)
    Page.objects.filter(pk__in=[page.pk for page in pages]).delete()
    if pages:
        write_orderings([kind])
    _refresh_pages_showing({f"{kind}:{pk}" for pk in ids})


def forget(kind, pk):
    """Take a deleted object off the site."""
    with publication():
        remove_pages(kind, [pk])


def publish_vocabulary(term):
    """Make a renamed country, genre or theme right on every page that shows it."""
    with publication():
        _refresh_pages_showing({f"{term._meta.model_name}:{term.pk}"})


def forget_vocabulary(term):
    """Take a deleted country, genre or theme off every page that shows it."""
    ref = f"{term._meta.model_name}:{term.pk}"
    with publication():
        for _kind, found in _pages_showing({ref}):
            pages = list(found)
            for page in pages:
                page.document = references.without(page.document, ref)
            _rederive(pages, timezone.localdate())


def publish_due(today):
    """Derive again the pages that this day changes (an offer that begins or has ended); return how many."""
    due = list(Page.objects.filter(next_change__lte=today).values_list("kind", "object_id"))
    if due:
        with publication():
            for kind in dict(due):
                _rederive(list(Page.objects.filter(kind=kind, next_change__lte=today)), today)
    return len(due)


def publish_all(with_changes=False, progress=lambda done: None):
    """Rebuild the whole publication in batches; return how many pages it has.

    The document of a page with changes that no editor has published yet stays as it is, unless `with_changes`.
    `progress` is told the number of objects done since it was last told.
    """
    for kind in KINDS:
        model = KINDS[kind].model
        objects = model.objects.published()
        if not with_changes:
            present = Page.objects.filter(kind=kind).values("object_id")
            objects = objects.exclude(has_changes=True, pk__in=present)
        ids = objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=2000)
        while batch := list(islice(ids, BATCH)):
            with publication():
                _set_published(kind, batch)
                _write_pages(kind, batch, with_postings=False)
            progress(len(batch))
        with publication():
            pages = Page.objects.filter(kind=kind)
            pages.exclude(object_id__in=model.objects.published().values("pk")).delete()
            kept = pages.filter(object_id__in=model.objects.with_changes().values("pk"))
            _refresh_names(kept, with_postings=False, derive_all=True)
    with publication():
        # Those that lend names may show one that was written after them.
        _refresh_names(Page.objects.filter(kind__in=references.LENDERS), with_postings=False)
        posting_rows.rebuild()
        write_orderings(KINDS)
    return Page.objects.count()


def _by_kind(objects):
    kinds = {}
    for kind in KINDS:
        ids = dict.fromkeys(instance.pk for instance in objects if instance.kind == kind)
        if ids:
            kinds[kind] = list(ids)
    return kinds


def _first_shown(objects):
    """People and companies without a page whose names these objects are the first to show."""
    films = [instance.pk for instance in objects if instance.kind == "film"]
    texts = [instance.pk for instance in objects if instance.kind == "text"]
    yield from Person.objects.filter(published_at=None, credits__film__in=films).distinct()
    yield from Person.objects.filter(published_at=None, written_texts__in=texts).distinct()
    yield from Company.objects.filter(published_at=None, credits__film__in=films).distinct()
    contributed = [pk for contribution in contributions() for pk in contribution.film_companies(films)]
    yield from Company.objects.filter(published_at=None, pk__in=contributed)


def _set_published(kind, ids):
    saved = KINDS[kind].model.objects.filter(pk__in=ids)
    saved.filter(published_at=None).update(published_at=timezone.now())
    saved.filter(has_changes=True).update(has_changes=False)


def _write_pages(kind, ids, with_postings=True):
    """Build and store the pages of these objects; `with_postings` also brings postings and orderings up to date."""
    documents = built(kind, ids)
    present = {page.object_id: page for page in Page.objects.filter(kind=kind, object_id__in=ids)}
    pages = []
    for pk, document in documents.items():
        page = present.get(pk) or Page(kind=kind, object_id=pk, terms=[])
        page.document = document
        pages.append(page)
    _rederive(pages, timezone.localdate(), with_postings=with_postings)


def _refresh_pages_showing(refs):
    """Bring borrowed names up to date on the pages that show them."""
    for _kind, pages in _pages_showing(refs):
        _refresh_names(pages)


def _pages_showing(refs):
    """Yield (kind, its pages that show one of these references)."""
    shown = Posting.objects.filter(value__in=refs, field__in=[f"{kind}.shows" for kind in KINDS])
    for posting in shown:
        kind = posting.field.removesuffix(".shows")
        yield kind, Page.objects.filter(kind=kind, object_id__in=posting_rows.ids_of(posting))


def _refresh_names(pages, with_postings=True, derive_all=False):
    """Bring borrowed names up to date; derive again the pages that were not right, or all of them."""
    ids = list(pages.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = list(Page.objects.filter(pk__in=ids[start : start + BATCH]))
        wrong = references.refresh([page.document for page in batch])
        changed = batch if derive_all else list(compress(batch, wrong))
        _rederive(changed, timezone.localdate(), with_postings=with_postings)


def _rederive(pages, today, with_postings=True):
    """Derive these pages' columns from their documents and store them, with postings and orderings."""
    changes, reordered = [], False
    for page in pages:
        page.document = completed(page.kind, page.document)
        derived = derive(page.kind, page.document, today)
        changes.append((page.object_id, page.terms, derived.terms))
        before = (page.sort_key, page.year, page.published_at)
        reordered |= page.pk is None or before != (derived.sort_key, derived.year, derived.published_at)
        for field in DERIVED_FIELDS:
            setattr(page, field, getattr(derived, field))
        page.updated_at = timezone.now()
        page.pk = None  # written over by its address in the publication, not by its row
    Page.objects.bulk_create(
        pages,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["document", "updated_at", *DERIVED_FIELDS],
    )
    if with_postings and pages:
        posting_rows.apply(changes)
        if reordered:
            write_orderings([pages[0].kind])
