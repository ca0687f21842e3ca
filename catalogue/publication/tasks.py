"""What is left to be done with pages, kept in the database until it is done: nothing is lost when a process dies."""

from collections import defaultdict

from pyroaring import BitMap

from catalogue.models import Task


def add(action, keys, instead_of=None):
    """Leave (kind, id) for later; those that are waiting already wait once. The state's row is held meanwhile.

    What they are waiting for `instead_of` this is not done any more.
    """
    by_kind = defaultdict(BitMap)
    for kind, pk in keys:
        by_kind[kind].add(pk)
    present = Task.objects.filter(action__in=[action, instead_of]) if by_kind else ()
    waiting = {(task.action, task.kind): task for task in present}
    for kind, ids in by_kind.items():
        task = waiting.get((action, kind)) or Task(action=action, kind=kind, ids=BitMap().serialize())
        _keep(task, _ids(task) | ids)
        if other := waiting.get((instead_of, kind)):
            _keep(other, _ids(other) - ids)


def take(actions, count):
    """Take out up to so many of what is waiting; return (action, kind, ids), None where nothing is."""
    task = Task.objects.filter(action__in=actions).order_by("pk").first()
    if task is None:
        return None
    ids = _ids(task)
    taken = ids[:count]
    _keep(task, ids - taken)
    return task.action, task.kind, list(taken)


def waiting(actions):
    """Return the number of pages that are waiting."""
    return sum(len(_ids(task)) for task in Task.objects.filter(action__in=actions))


def _ids(task):
    return BitMap.deserialize(bytes(task.ids))


def _keep(task, ids):
    if ids:
        task.ids = ids.serialize()
        task.save()
    else:
        task.delete()
