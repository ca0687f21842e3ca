"""Blocks of the editors' first page: what is scheduled, and what waits for a check."""

from django.utils.translation import gettext_lazy as _

from catalogue.models import Company, Film, Person, Scheduled, Selection, Text

from .checks import may_publish
from .desk import SHOWN, Block, Row, address, changed_by, register, viewable
from .history import named
from .scheduling import said

KINDS = {model.kind: model for model in (Film, Person, Company, Text, Selection)}


def scheduled(request):
    """The first to come; those that were refused stand first, for their time has passed."""
    rows = list(Scheduled.objects.select_related("user")[:SHOWN])
    objects = {
        (kind, pk): obj
        for kind in {row.kind for row in rows}
        for pk, obj in KINDS[kind]
        .objects.in_bulk([row.object_id for row in rows if row.kind == kind])
        .items()
    }
    for row in rows:
        obj = objects.get((row.kind, row.object_id))
        if obj and viewable(request, type(obj)):
            note = row.get_refused_display() if row.refused else said(row.action, row.at)
            yield Row(str(obj), address(obj), note, named(row.user))


def to_check(request):
    """What somebody saved who may not publish, the one that waits longest first."""
    found = []
    for model in KINDS.values():
        if viewable(request, model):
            waiting = model.objects.filter(to_check_since__isnull=False).order_by("to_check_since")
            waiting = waiting.select_related("film", "person") if model is Text else waiting
            found += waiting.annotate(who=changed_by(model))[:SHOWN]
    found.sort(key=lambda obj: obj.to_check_since)
    return [
        Row(str(obj), address(obj), obj._meta.verbose_name, obj.who, obj.to_check_since)
        for obj in found[:SHOWN]
    ]


register(
    Block(
        "to_check",
        _("Waiting for a check"),
        to_check,
        allowed=may_publish,
        empty=_("Nothing waits for a check."),
    ),
    before="drafts",
)
register(
    Block("scheduled", _("Scheduled"), scheduled, allowed=may_publish, empty=_("Nothing is scheduled.")),
    before="missing",
)
