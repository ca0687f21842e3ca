"""The block of the editors' first page that says what is scheduled."""

from django.utils.translation import gettext_lazy as _

from catalogue.models import Scheduled
from catalogue.publication.documents import KINDS

from .checks import may_publish
from .desk import SHOWN, Block, Row, address, register, viewable
from .scheduling import said
from .scope import called


def scheduled(request):
    """The first to come; those that were refused stand first, for their time has passed."""
    rows = list(Scheduled.objects.select_related("user")[:SHOWN])
    objects = {
        (kind, pk): obj
        for kind in {row.kind for row in rows}
        for pk, obj in KINDS[kind]
        .model.objects.in_bulk([row.object_id for row in rows if row.kind == kind])
        .items()
    }
    for row in rows:
        obj = objects.get((row.kind, row.object_id))
        if obj and viewable(request, type(obj)):
            note = row.get_refused_display() if row.refused else said(row.action, row.at)
            yield Row(str(obj), address(obj), note, called(request, row.user))


register(
    Block("scheduled", _("Scheduled"), scheduled, allowed=may_publish, empty=_("Nothing is scheduled.")),
    before="missing",
)
