"""What publishing left for later, done in steps that each hold the publication for milliseconds.

Whichever process comes by takes the next step: a worker of the site, `manage.py work`, a scheduled
`manage.py publish --due`. A step is one transaction: it takes pages out of what is waiting, does them, and says so in
their job. A process that dies leaves what is waiting as it was before the step.
"""

import time
from collections import defaultdict
from datetime import datetime
from time import monotonic

from django.db.models.functions import Now

from catalogue import history, publishing_checks
from catalogue.models import Scheduled, Task

from . import jobs, tasks
from .belonging import belongings
from .documents import KINDS
from .publish import STEP, publication, put_on_site, take_off_site
from .scheduled import contradiction

BREATH = 0.02  # seconds between two steps at least: an editor who saves gets a turn
OTHERS_TURN = 0.15  # how long that is compared with the step


def work_off(seconds=None, progress=lambda done: None):
    """Do what is waiting, for so many seconds or until nothing is; return the number of pages it was about."""
    done, until = 0, seconds and monotonic() + seconds
    while is_wanted() and not (until and monotonic() > until):
        began = monotonic()
        step = _step()
        progress(step)
        done += step
        if until:
            time.sleep(max(BREATH, OTHERS_TURN * (monotonic() - began)))
    return done


def is_wanted():
    """Whether something is waiting."""
    return Task.objects.filter(action__in=DOING).exists()


def _step():
    """Do as much as one publication should; return the number of pages it was about."""
    with publication() as writing:
        taken = tasks.take(DOING, STEP)
        if taken is None:  # another process has done it
            return 0
        task, ids = taken
        done = DOING[task.action](writing, task, ids)
        if task.job:
            jobs.count(task.job, done)
    return len(ids)


def _publish(writing, task, ids):
    """Put on the site what no check forbids to; the texts of what is left as it is are left too."""
    model = KINDS[task.kind].model
    objects = list(model.objects.filter(pk__in=ids))
    if task.job and (forbidden := publishing_checks.forbidding(model, ids)):
        reasons = {pk: [check.name for check in checks] for pk, checks in forbidden.items()}
        jobs.refuse(task.job, task.kind, [obj for obj in objects if obj.pk in forbidden], reasons)
        texts = belongings(task.kind, list(forbidden)).values_list("pk", flat=True)
        tasks.drop([Task.Action.PUBLISH], [("text", pk) for pk in texts])
        objects = [obj for obj in objects if obj.pk not in forbidden]
    put_on_site(writing, objects)
    return _logged(task, objects)


def _unpublish(writing, task, ids):
    objects = list(KINDS[task.kind].model.objects.filter(pk__in=ids))
    take_off_site(writing, objects)
    return _logged(task, objects)


def _refresh(writing, task, ids):
    writing.refresh(list(writing.pages.filter(kind=task.kind, object_id__in=ids)))
    return len(ids)


def _change(_writing, task, ids):
    """Write a column as the job says, where it is another one, and keep the state before and after."""
    field, value = task.job.arguments["field"], task.job.arguments["value"]
    rows = KINDS[task.kind].model.objects.filter(pk__in=ids)
    objects = list(rows.exclude(**{field: value}))
    for obj in objects:
        history.begin(obj)
    pks = [obj.pk for obj in objects]
    rows.filter(pk__in=pks).update(**{field: value}, has_changes=True, modified_at=Now())
    for obj in rows.filter(pk__in=pks):
        history.take(obj, task.job.user)
    return _logged(task, objects)


def _schedule(_writing, task, ids):
    """Write what is done with each at the moment that the job says, where nothing contradicts it."""
    action, at = task.job.arguments["scheduled"], datetime.fromisoformat(task.job.arguments["at"])
    objects = list(KINDS[task.kind].model.objects.filter(pk__in=ids))
    others = defaultdict(dict)
    for row in Scheduled.objects.filter(kind=task.kind, object_id__in=ids):
        others[row.object_id][row.action] = row.at
    reasons = {obj.pk: [contradiction(obj, action, at, others[obj.pk])] for obj in objects}
    refused = [obj for obj in objects if any(reasons[obj.pk])]
    jobs.refuse(task.job, task.kind, refused, reasons)
    objects = [obj for obj in objects if obj not in refused]
    Scheduled.objects.bulk_create(
        (
            Scheduled(kind=task.kind, object_id=obj.pk, action=action, at=at, user=task.job.user)
            for obj in objects
        ),
        update_conflicts=True,
        unique_fields=["kind", "object_id", "action"],
        update_fields=["at", "user", "refused"],
    )
    return _logged(task, objects)


def _logged(task, objects):
    if task.job:
        jobs.log(task.job, objects)
    return len(objects)


DOING = {
    Task.Action.PUBLISH: _publish,
    Task.Action.UNPUBLISH: _unpublish,
    Task.Action.REFRESH: _refresh,
    Task.Action.CHANGE: _change,
    Task.Action.SCHEDULE: _schedule,
}
