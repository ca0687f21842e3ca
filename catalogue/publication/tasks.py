"""What is left to be done with pages, kept in the database until it is done: nothing is lost when a process dies."""

from collections import defaultdict

from pyroaring import BitMap

from catalogue.models import Task


def add(action, keys):
    """Leave (kind, id) for later; those that are waiting already wait once. The state's row is held meanwhile."""
    by_kind = _by_kind(keys)
    waiting = {task.kind: task for task in Task.objects.filter(action=action)} if by_kind else {}
    for kind, ids in by_kind.items():
        task = waiting.get(kind) or Task(action=action, kind=kind, ids=BitMap().serialize())
        _keep(task, _ids(task) | ids)


def drop(actions, keys):
    """Let (kind, id) wait for these no more. The state's row is held meanwhile."""
    by_kind = _by_kind(keys)
    for task in Task.objects.filter(action__in=actions, kind__in=list(by_kind)):
        _keep(task, _ids(task) - by_kind[task.kind])


def take(actions, count, kinds=()):
    """Take out up to so many of what is waiting; return (action, kind, ids), None where nothing is.

    What has waited longest, or, where they are told, what is of the first of these kinds.
    """
    tasks = list(Task.objects.filter(action__in=actions).order_by("pk"))
    if not tasks:
        return None
    task = min(tasks, key=lambda task: kinds.index(task.kind) if kinds else 0)
    ids = _ids(task)
    taken = ids[:count]
    _keep(task, ids - taken)
    return task.action, task.kind, list(taken)


def waiting(actions):
    """Return the number of pages that are waiting."""
    return sum(len(_ids(task)) for task in Task.objects.filter(action__in=actions))


def _by_kind(keys):
    by_kind = defaultdict(BitMap)
    for kind, pk in keys:
        by_kind[kind].add(pk)
    return by_kind


def _ids(task):
    return BitMap.deserialize(bytes(task.ids))


def _keep(task, ids):
    if ids:
        task.ids = ids.serialize()
        task.save()
    else:
        task.delete()
