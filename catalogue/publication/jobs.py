"""What somebody asked for of many pages: a row that tells how far it has come, and tasks for what is left of it.

`background` does it, in steps. The state's row is held by whoever calls a function of this module that writes.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from catalogue.models import Job, Refusal

from . import tasks

PUBLISHED, TAKEN_OFF = _("Published."), _("Taken off the site.")  # in the history
WORDS = {
    Job.Action.PUBLISH: PUBLISHED,
    Job.Action.UNPUBLISH: TAKEN_OFF,
    Job.Action.CHANGE: _("Changed with many others."),
    Job.Action.SCHEDULE: _("Scheduled with many others."),
}
OPPOSITE = {Job.Action.PUBLISH: Job.Action.UNPUBLISH, Job.Action.UNPUBLISH: Job.Action.PUBLISH}


def begin(action, keys, user=None, subject="", **arguments):
    """Leave work on these (kind, id) to the background; return the job. What is asked last is done."""
    keys = list(keys)
    if action in OPPOSITE:
        tasks.drop([OPPOSITE[action]], keys)
    now = timezone.now()
    job = Job.objects.create(
        action=action,
        subject=subject[:250],
        arguments=arguments | {"language": get_language()},
        user=user,
        total=len(keys),
        finished_at=None if keys else now,
    )
    tasks.add(action, keys, job)
    return job


def stop(job):
    """Let nothing more be done of a job. What is done stays."""
    Job.objects.filter(pk=job.pk, finished_at=None).update(is_stopped=True, finished_at=timezone.now())
    job.tasks.all().delete()


def count(job, done):
    """Say that so many more pages of a job are done."""
    job.started_at = job.started_at or timezone.now()
    job.done += done
    job.save(update_fields=["started_at", "done"])


def refuse(job, kind, objects, reasons):
    """Report of these objects that they are left as they are; `reasons` are names of checks by id."""
    Refusal.objects.bulk_create(
        Refusal(job=job, kind=kind, object_id=obj.pk, name=str(obj)[:250], reasons=reasons[obj.pk])
        for obj in objects
    )


def log(job, objects):
    """Write into the history of these objects who had what done with them."""
    if job.user_id and objects:
        with override(job.arguments["language"]):
            LogEntry.objects.log_actions(job.user_id, objects, CHANGE, str(WORDS[job.action]))
