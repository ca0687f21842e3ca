"""What the front page opens on, as visitors read it: one row with the highlights of today and of days to come.

It is read with the state of the publication, and is part of the ETag of the front page: a day begins without anything
being written.
"""

import json

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from catalogue.models import FrontPage, Highlight
from catalogue.typography import unbroken

from .documents.parts import in_both, iso
from .publish import locked_state

COLUMN = "(SELECT highlights FROM catalogue_frontpage)"  # read with the publication’s state, by one query


def connect():
    """Follow what editors save and what is deleted. The catalogue does so once, when it is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_changed, sender=Highlight)


def _changed(**_signal):
    write()


@transaction.atomic
def write():
    """Write the row from the editors' table: one process at a time, or one would miss what another has just saved."""
    locked_state()
    told = [document(highlight) for highlight in Highlight.objects.not_ended(timezone.localdate())]
    FrontPage.objects.update_or_create(pk=1, defaults={"highlights": told})


def document(highlight):
    """Return a highlight as the row holds it."""
    return unbroken(
        {
            "kind": "film" if highlight.film_id else "selection",
            "id": highlight.film_id or highlight.selection_id,
            "sentence": in_both(highlight, "sentence"),
            "signed_by": highlight.signed_by,
            "first_day": iso(highlight.first_day),
            "last_day": iso(highlight.last_day),
        }
    )


def highlights_on(day, column):
    """Return the highlights of a day, in their order, of what `COLUMN` read."""
    today = day.isoformat()
    return [
        one
        for one in (json.loads(column) if column else [])
        if (one["first_day"] or today) <= today <= (one["last_day"] or today)
    ]
