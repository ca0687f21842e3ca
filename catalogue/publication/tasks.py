"""What is left to be done with pages, kept in the database until it is done: nothing is lost when a process dies."""

from collections import defaultdict

from django.utils import timezone
from pyroaring import BitMap

from catalogue.models import Job, Task


def add(action, keys, job=None):
    """Leave (kind, id) for later; those that are waiting already wait once. The state's row is held meanwhile."""
    by_kind = _by_kind(keys)
    found = Task.objects.filter(action=action, job=job)
    waiting = {task.kind: task for task in found} if by_kind else {}
    for kind, ids in by_kind.items():
        task = waiting.get(kind) or Task(action=action, kind=kind, job=job, ids=BitMap().serialize())
        _keep(task, _ids(task) | ids)


def drop(actions, keys):
    """Let (kind, id) wait for these no more. The state's row is held meanwhile."""
    by_kind = _by_kind(keys)
    for task in Task.objects.filter(action__in=actions, kind__in=list(by_kind)):
        _keep(task, _ids(task) - by_kind[task.kind])


def take(actions, count, kinds=()):
    """Take out up to so many of what is waiting; return (task, ids), None where nothing is.

    What has waited longest, or, where they are told, what is of the first of these kinds.
    """
    tasks = list(Task.objects.filter(action__in=actions).select_related("job").order_by("pk"))
    if not tasks:
        return None
    task = min(tasks, key=lambda task: kinds.index(task.kind) if kinds else 0)
    ids = _ids(task)
    taken = ids[:count]
    _keep(task, ids - taken)
    return task, list(taken)


def waiting(actions):
    """Return the number of pages that are waiting."""
    return sum(len(_ids(task)) for task in Task.objects.filter(action__in=actions))


def waiting_of(job):
    """Return the number of pages that a job has still to do."""
    return sum(len(_ids(task)) for task in job.tasks.all())


def _by_kind(keys):
    by_kind = defaultdict(BitMap)
    for kind, pk in keys:
        by_kind[kind].add(pk)
    return by_kind


def _ids(task):
    return BitMap.deserialize(bytes(task.ids))


def _keep(task, ids):
    """Let these ids wait; a job of which nothing waits any more is finished."""
    if ids:
        task.ids = ids.serialize()
        task.save()
        return
    task.delete()
    if task.job_id:
        Job.objects.filter(pk=task.job_id, tasks=None).update(finished_at=timezone.now())
