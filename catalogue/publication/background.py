"""What publishing left for later, done in steps that each hold the publication for milliseconds.

Whichever process comes by takes the next step: a worker of the site, a command, a scheduled `manage.py publish --due`.
"""

from time import monotonic

from catalogue.models import Task

from . import tasks
from .documents import KINDS
from .publish import STEP, publication, put_on_site, take_off_site

ACTIONS = (Task.Action.PUBLISH, Task.Action.UNPUBLISH, Task.Action.REFRESH)


def work_off(seconds=None, progress=lambda done: None):
    """Do what is waiting, for so many seconds or until nothing is; return the number of pages it was about."""
    done, until = 0, seconds and monotonic() + seconds
    while tasks.waiting(ACTIONS) and not (until and monotonic() > until):
        step = _step()
        progress(step)
        done += step
    return done


def _step():
    """Do as much as one publication should; return the number of pages it was about."""
    with publication() as writing:
        taken = tasks.take(ACTIONS, STEP)
        if taken is None:  # another process has done it
            return 0
        action, kind, ids = taken
        if action == Task.Action.REFRESH:
            writing.refresh(list(writing.pages.filter(kind=kind, object_id__in=ids)))
        else:
            write = put_on_site if action == Task.Action.PUBLISH else take_off_site
            write(writing, list(KINDS[kind].model.objects.filter(pk__in=ids)))
    return len(ids)
