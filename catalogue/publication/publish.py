"""Publishing: from the editors' tables to pages, postings and orderings, one object or some.

Whatever the order, the outcome is the same: what `rebuild` gives. Writers take turns, by holding the state's row, for
as long as some pages take; what is more than that is left to tasks, done in steps (see `background`).
"""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from catalogue.models import CatalogueState, Company, FormerSlug, Job, Page, Person, Task

from . import jobs, tasks
from .contributions import contributions
from .documents import KINDS
from .state import next_number
from .writing import Writing

AT_ONCE = 100  # pages on which a changed name is put right before publishing returns; tasks do the others
STEP = 100  # pages of a step: what all share is written once in it; an editor who saves waits for one
LATER = (
    Task.Action.PUBLISH,
    Task.Action.UNPUBLISH,
)  # what may wait for an object; what is asked last is done


@contextmanager
def publication(today=None):
    """A transaction that changes what visitors read: one at a time, and seen by every worker once it is done.

    Yields the `Writing` that does so.
    """
    with transaction.atomic():
        state = locked_state()
        state.number = next_number(state.number)
        writing = Writing(state.generation, state.number, today)
        yield writing
        writing.close()
        state.changed_at = timezone.now()
        if writing.changes_lists:
            state.listed = state.number
        if writing.changes_frame or writing.changes_menus:
            state.framed = state.number
        state.save(update_fields=["number", "listed", "framed", "changed_at"])
        if state.building:
            tasks.add(Task.Action.REBUILD, writing.written)


def locked_state():
    """Return the state, held until the transaction ends."""
    state, _created = CatalogueState.objects.select_for_update().get_or_create(
        pk=1, defaults={"changed_at": timezone.now()}
    )
    return state


def publish(*objects):
    """Put these objects on the site as they are saved now, with the people and companies that they show first.

    Whatever shows their names is right as soon as this returns, or, after the first hundred pages, soon.
    """
    with publication() as writing:
        tasks.drop(LATER, [(instance.kind, instance.pk) for instance in objects])
        put_on_site(writing, objects)


def unpublish(*objects):
    """Take these objects off the site. Names stay where others show them, without a link."""
    with publication() as writing:
        tasks.drop(LATER, [(instance.kind, instance.pk) for instance in objects])
        take_off_site(writing, objects)


def later(action, keys, user=None, subject="", **arguments):
    """Leave work on many objects, each (kind, id), to the background, for this user; return the job."""
    with transaction.atomic():
        locked_state()
        return jobs.begin(action, keys, user, subject, **arguments)


def stop(job):
    """End a job before it is done, between two of its steps."""
    with transaction.atomic():
        locked_state()
        jobs.stop(job)


def forget(kind, pk):
    """Take a deleted object off the site."""
    with publication() as writing:
        _remember_addresses(kind, [pk])
        writing.remove(kind, [pk])
        _later(writing.refresh_shown(AT_ONCE))


def publish_vocabulary(term, user=None):
    """Make a country, genre or theme right that was renamed or deleted, on every page that shows it.

    Return the job that does so on the pages after the first ones; None where there are no more.
    """
    with publication() as writing:
        left = writing.refresh_showing([f"{term._meta.model_name}:{term.pk}"], AT_ONCE)
        keys = [(kind, pk) for kind, ids in left.items() for pk in ids]
        return jobs.begin(Job.Action.REFRESH, keys, user, str(term)) if keys else None


def publish_frame():
    """Let every page show what all pages share as it is saved now (see `frame`)."""
    with publication() as writing:
        writing.changes_frame = True


def publish_due(today):
    """Derive again the pages that this day changes (an offer that begins or has ended); return how many."""
    due = Page.objects.current().filter(next_change__lte=today).order_by("next_change")
    done = 0
    while due.exists():
        with publication(today) as writing:
            pages = list(due[:STEP])
            writing.derive(pages)
        done += len(pages)
    return done


def put_on_site(writing, objects):
    """Do what `publish` does, as a part of a publication."""
    for kind, ids in _by_kind([*first_shown(objects), *objects]).items():
        _set_published(kind, ids)
        writing.build(kind, ids)
    _later(writing.refresh_shown(AT_ONCE))


def take_off_site(writing, objects):
    """Do what `unpublish` does, as a part of a publication."""
    for kind, ids in _by_kind(objects).items():
        KINDS[kind].model.objects.filter(pk__in=ids).update(published_at=None, has_changes=True)
        _remember_addresses(kind, ids)
        writing.remove(kind, ids)
    _later(writing.refresh_shown(AT_ONCE))


def _remember_addresses(kind, ids):
    """Keep the addresses of pages that leave the site: they lead to where an object is next, or say that it is gone."""
    pages = Page.objects.current().filter(kind=kind, object_id__in=ids).values_list("slug", "object_id")
    FormerSlug.objects.bulk_create(
        [FormerSlug(kind=kind, slug=slug, object_id=pk) for slug, pk in pages],
        update_conflicts=True,
        unique_fields=["kind", "slug"],
        update_fields=["object_id"],
    )


def _set_published(kind, ids):
    """Say of these objects that they are on the site as they are saved."""
    saved = KINDS[kind].model.objects.filter(pk__in=ids)
    saved.filter(published_at=None).update(published_at=timezone.now())
    saved.filter(has_changes=True).update(has_changes=False, to_check_since=None)


def _by_kind(objects):
    """Return {kind: ids}, those first whose names others borrow."""
    kinds = {}
    for kind in KINDS:
        ids = dict.fromkeys(instance.pk for instance in objects if instance.kind == kind)
        if ids:
            kinds[kind] = list(ids)
    return kinds


def first_shown(objects):
    """People and companies without a page whose names these objects are the first to show."""
    films = [instance.pk for instance in objects if instance.kind == "film"]
    texts = [instance.pk for instance in objects if instance.kind == "text"]
    yield from Person.objects.filter(published_at=None, credits__film__in=films).distinct()
    yield from Person.objects.filter(published_at=None, written_texts__in=texts).distinct()
    yield from Company.objects.filter(published_at=None, credits__film__in=films).distinct()
    contributed = [pk for contribution in contributions() for pk in contribution.film_companies(films)]
    yield from Company.objects.filter(published_at=None, pk__in=contributed)


def _later(ids_by_kind):
    tasks.add(Task.Action.REFRESH, [(kind, pk) for kind, ids in ids_by_kind.items() for pk in ids])
