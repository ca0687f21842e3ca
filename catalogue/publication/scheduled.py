"""What is scheduled is done at its time, once, by whichever process comes by; after an outage it is done late."""

import logging
import time
from time import monotonic

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import OperationalError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from catalogue import publishing_checks
from catalogue.models import Scheduled

from .belonging import belongings
from .documents import KINDS
from .publish import locked_state, publish, unpublish

logger = logging.getLogger(__name__)
PUBLISHED, WITHDRAWN = (
    gettext_noop("Published, as scheduled."),
    gettext_noop("Taken off the site, as scheduled."),
)
NOT_THERE, TOO_EARLY = "not_there", "too_early"
CONTRADICTIONS = {
    NOT_THERE: _("It is not on the site, and nothing puts it there: publish it first."),
    TOO_EARLY: _("It would be taken off before it is published."),
}
BREATH = 0.02  # seconds after each: an editor who saves gets a turn
Action = Scheduled.Action


def contradiction(obj, action, at, others):
    """Why an object cannot be scheduled so, beside the others {action: moment} of it; empty where it can."""
    is_publishing = action == Action.PUBLISH
    begins, ends = (at, others.get(Action.WITHDRAW)) if is_publishing else (others.get(Action.PUBLISH), at)
    if not (begins or obj.published_at):
        return NOT_THERE
    is_early = begins and ends and begins >= ends and not (is_publishing and obj.published_at)
    return TOO_EARLY if is_early else ""


def do_due(now, seconds=None):
    """Do all whose time has come, each in a transaction of its own, or begin that for so many seconds.

    Return how many were done.
    """
    done, until = 0, seconds and monotonic() + seconds
    while pk := Scheduled.objects.due(now).values_list("pk", flat=True).first():
        try:
            done += _do(pk, now)
        except OperationalError:  # the database is not there, or busy: the next turn tries again
            raise
        except Exception:  # whatever it was, the others are done
            logger.exception("What is scheduled failed: row %s.", pk)
            Scheduled.objects.filter(pk=pk).update(refused=Scheduled.Refused.FAILED)
        if until:
            if monotonic() > until:
                break
            time.sleep(BREATH)
    return done


@transaction.atomic
def _do(pk, now):
    locked_state()  # of two processes the later finds what the other left
    row = Scheduled.objects.due(now).filter(pk=pk).first()
    if row is None:
        return 0
    obj = KINDS[row.kind].model.objects.get(pk=row.object_id)
    is_publishing = row.action == Action.PUBLISH
    if is_publishing and (refused := _refusal(obj)):
        row.refused = refused
        row.save(update_fields=["refused"])
        return 0
    texts = belongings(row.kind, [obj])
    if is_publishing:
        publish(obj, *texts.filter(has_changes=True, to_check_since=None))
    else:
        unpublish(obj, *texts.published())
    if row.user_id:
        LogEntry.objects.log_actions(row.user_id, [obj], CHANGE, PUBLISHED if is_publishing else WITHDRAWN)
    row.delete()
    return 1


def _refusal(obj):
    """Why an object does not come onto the site by itself; empty where nothing forbids it."""
    if obj.to_check_since:
        return Scheduled.Refused.WAITS_FOR_CHECK
    return Scheduled.Refused.INCOMPLETE if publishing_checks.forbidding(type(obj), [obj.pk]) else ""
