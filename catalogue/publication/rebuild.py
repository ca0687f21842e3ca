"""Rebuild: the whole publication written anew beside the one that visitors read, then shown in its place at once.

It can be killed at any moment and begun again: it goes on from the last pages that it wrote down as done, and visitors
read the former publication until the new one is whole. What is published meanwhile is built again for the new one.
"""

import gc
import uuid
from collections import defaultdict
from contextlib import contextmanager
from copy import deepcopy

from django.db import transaction
from django.utils import timezone
from pyroaring import BitMap

from catalogue.models import CatalogueState, OrderingBlock, Page, Posting, Rebuild, Task

from . import differences, highlights, orderings, planner, posting_rows, references, tasks
from .building import built
from .documents import KINDS, completed
from .publish import STEP, locked_state
from .state import next_number
from .writing import Writing

BATCH = 200  # pages built at once
STRETCH = 4000  # pages whose postings are gathered in memory before they are written
STEPS = ("pages", "names", "orderings", "differences")


class TakenOver(Exception):  # noqa: N818 - nothing went wrong: another process does the work
    """Another process goes on with the rebuild."""


def publish_all(with_changes=False, progress=lambda done: None):
    """Rebuild the whole publication, or go on with a rebuild that was left unfinished; return how many pages it has.

    The document of a page with changes that no editor has published yet stays as it is, unless `with_changes`.
    `progress` is told the number of objects done since it was last told. Raises TakenOver.
    """
    work = _Work(_begin(with_changes), progress)
    with _collected_seldom():
        for step in STEPS[STEPS.index(work.rebuild.step) :]:
            getattr(work, step)()
    while not work.show():
        pass
    highlights.write()
    sweep()
    planner.look()
    return Page.objects.current().count()


def unfinished():
    """Return the Rebuild that is under way or was left unfinished, None where there is none."""
    return Rebuild.objects.first()


def sweep():
    """Delete what is left of other generations, some rows at a time."""
    state = CatalogueState.objects.first()
    for model in (Page, Posting, OrderingBlock) if state else ():
        former = model.objects.filter(generation__lt=state.generation)
        given_up = model.objects.filter(generation__gt=state.generation).exclude(
            generation=state.building or 0
        )
        for rows in (former, given_up):
            while ids := list(rows.values_list("pk", flat=True)[:STRETCH]):
                model.objects.filter(pk__in=ids).delete()


@contextmanager
def _collected_seldom():
    """With so many new objects, Python's search for circles of them would take a third of the time."""
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def _begin(with_changes):
    """Return the rebuild to go on with, as this process’s; a new one where the unfinished one is of another sort."""
    with transaction.atomic():
        state, rebuild = locked_state(), unfinished()
        if rebuild is None or rebuild.with_changes != with_changes:
            Rebuild.objects.all().delete()
            Task.objects.filter(action=Task.Action.REBUILD).delete()
            rebuild = Rebuild(pk=1, with_changes=with_changes, step=STEPS[0], number=state.number)
            rebuild.generation = max(state.generation, state.building or 0) + 1
        rebuild.owner = uuid.uuid4().hex
        rebuild.save()
        state.building = rebuild.generation
        state.save(update_fields=["building"])
    return rebuild


class _Copy(Writing):
    """Writes pages of the generation that is built, with the version of the page that visitors read where it is so."""

    posted_at_once = ()  # each kind is written before those that are built from it

    def __init__(self, generation, kind, ids, number):
        former = Page.objects.current().filter(kind=kind, object_id__in=ids)
        self.former = {page.object_id: page for page in former}
        super().__init__(generation, differences.PENDING, version=number + 1)

    def stamp(self, page, derived):
        former = self.former.get(page.object_id)
        if former and all(getattr(former, field) == value for field, value in derived.items()):
            page.updated_at, page.version = former.updated_at, former.version
        else:
            super().stamp(page, derived)

    def stamp_around(self, changes):
        """Where one page differs, all are new to visitors: see `CatalogueState.rebuilt`."""

    def differ(self, pages):
        """Whether one of these pages, as it is written, is not as visitors read it."""
        versions = {pk: former.version for pk, former in self.former.items()}
        return any(page.version != versions.get(page.object_id) for page in pages)

    def documents(self, kind, ids, keep_changes):
        """Return {id: document}; with `keep_changes`, what nobody published stays as visitors read it."""
        objects = KINDS[kind].model.objects.filter(pk__in=ids)
        present = set(objects.published().values_list("pk", flat=True))
        changed = objects.with_changes().filter(pk__in=list(self.former)) if keep_changes else objects.none()
        kept = {
            pk: deepcopy(completed(kind, self.former[pk].document))
            for pk in changed.values_list("pk", flat=True)
        }
        kept |= references.refresh(kept, self.generation)
        documents = built(kind, list(present - kept.keys()), self.generation)
        # What was taken off the site since `present` was read waits in a task, to be left out.
        return {pk: document for pk, document in documents.items() if document["published_at"]} | kept


class _Work:
    """A rebuild and what this process has in its hands. Each of STEPS can be done twice.

    Documents are built outside transactions, which are short: others can write between them.
    """

    def __init__(self, rebuild, progress):
        self.rebuild, self.progress = rebuild, progress
        self.generation = rebuild.generation

    def pages(self):
        """Write all pages and their postings."""
        kinds = list(KINDS)
        for kind in kinds[kinds.index(self.rebuild.kind or kinds[0]) :]:
            after = self.rebuild.after if kind == self.rebuild.kind else 0
            objects = KINDS[kind].model.objects.published().order_by("pk").values_list("pk", flat=True)
            while ids := list(objects.filter(pk__gt=after)[:STRETCH]):
                self._stretch(kind, ids)
                after = ids[-1]
        self._keep(step="names")

    def _stretch(self, kind, ids):
        """Write the pages of these objects, a batch at a time, then all their postings."""
        added, labels, differs = defaultdict(BitMap), {}, False
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            writing = self._copy(kind, batch)
            documents = writing.documents(kind, batch, not self.rebuild.with_changes)
            with transaction.atomic():
                self._keep()
                pages = writing.put(kind, self._with_free_addresses(kind, documents))
            differs |= writing.differ(page for page in pages if not _shows_a_lender(page))
            for page in pages:
                for field, value, label in page.terms:
                    added[field, value].add(page.object_id)
                    labels[field, value] = label
            self.progress(len(batch))
        for some in posting_rows.in_batches(added):
            with transaction.atomic():
                self._keep()
                posting_rows.merge({key: added[key] for key in some}, {}, labels, self.generation, None)
        self._keep(kind=kind, after=ids[-1], differs=self.rebuild.differs or differs)

    def _with_free_addresses(self, kind, documents):
        """Leave out what has the address of a page whose object is deleted since: both wait in a task."""
        slugs = {KINDS[kind].slug(document): pk for pk, document in documents.items()}
        others = (
            Page.objects.of(self.generation)
            .filter(kind=kind, slug__in=slugs)
            .exclude(object_id__in=documents)
        )
        taken = {slugs[slug] for slug in others.values_list("slug", flat=True)}
        return {pk: document for pk, document in documents.items() if pk not in taken}

    def names(self):
        """Bring names up to date on the pages that lend names themselves: they may show one written after them."""
        differs = self.rebuild.differs
        for kind in references.LENDERS:
            shown = Posting.objects.of(self.generation).filter(field=f"{kind}.shows")
            ids = BitMap()
            for lender in references.LENDERS:
                for row in shown.filter(value__startswith=f"{lender}:").iterator():
                    ids |= posting_rows.ids_of(row)
            for start in range(0, len(ids), BATCH):
                batch = list(ids[start : start + BATCH])
                with transaction.atomic():
                    self._keep()
                    writing = self._copy(kind, batch)
                    pages = list(writing.pages.filter(kind=kind, object_id__in=batch))
                    writing.refresh(pages)
                    writing.close()
                differs |= writing.differ(pages)
        self._keep(step="orderings", differs=differs)

    def orderings(self):
        """Write all orderings, each sorted in memory."""
        for kind, declared in KINDS.items():
            for name in declared.orderings:
                blocks = orderings.all_blocks(kind, name, self.generation)
                with transaction.atomic():
                    self._keep()
                    orderings.replace(name, self.generation, blocks)
        self._keep(step="differences")

    def differences(self):
        """Mark what workers have to read again."""
        differences.mark(self.generation)
        pages = [Page.objects.current().count(), Page.objects.of(self.generation).count()]
        self._keep(differs=self.rebuild.differs or pages[0] != pages[1])

    def show(self):
        """Show the new generation to visitors, unless much was published meanwhile; return whether it is shown."""
        with transaction.atomic():
            state = locked_state()
            is_ready = tasks.waiting([Task.Action.REBUILD]) <= STEP
            if taken := tasks.take([Task.Action.REBUILD], STEP, list(KINDS)):
                task, ids = taken
                self._catch_up(task.kind, ids)
                is_ready = is_ready and not tasks.waiting([Task.Action.REBUILD])
            if is_ready:
                self._switch(state)
        return is_ready

    def _catch_up(self, kind, ids):
        """Build again what was published meanwhile."""
        writing = self._copy(kind, ids)
        documents = writing.documents(kind, ids, not self.rebuild.with_changes)
        writing.remove(kind, [pk for pk in ids if pk not in documents])
        writing.put(kind, documents)
        writing.close()
        self._keep(differs=True)

    def _switch(self, state):
        self._keep()
        state.number = next_number(state.number)
        differences.settle(self.generation, self.rebuild.number, state.number)
        state.generation, state.building, state.changed_at = self.generation, None, timezone.now()
        state.rebuilt_from = self.rebuild.number
        if self.rebuild.differs:
            state.rebuilt = state.framed = state.number
        state.save()
        if self.rebuild.with_changes:
            for kind in KINDS.values():
                built_as_saved = kind.model.objects.published().filter(modified_at__lte=self.rebuild.began_at)
                built_as_saved.filter(has_changes=True).update(has_changes=False, to_check_since=None)
        Rebuild.objects.all().delete()

    def _copy(self, kind, ids):
        number = CatalogueState.objects.values_list("number", flat=True).get()
        return _Copy(self.generation, kind, ids, number)

    def _keep(self, **columns):
        """Write down how far the rebuild has come, or that it goes on; raise TakenOver where another process does it.

        Inside a transaction it is the first write, so that of two processes one writes and then the other.
        """
        columns["owner"] = self.rebuild.owner
        if not Rebuild.objects.filter(owner=self.rebuild.owner).update(**columns):
            raise TakenOver("Another process goes on with this rebuild.")
        for name, value in columns.items():
            setattr(self.rebuild, name, value)


def _shows_a_lender(page):
    """Whether `names` decides how this page is at last."""
    shown = [value.partition(":")[0] for field, value, _labels in page.terms if field == f"{page.kind}.shows"]
    return page.kind in references.LENDERS and not references.LENDERS.keys().isdisjoint(shown)
