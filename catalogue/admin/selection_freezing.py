"""A selection that collects, made into rows: the page that asks before."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from catalogue import history
from catalogue.models.selection import MOST_FROZEN

from .freezing import freeze, held_now
from .selection_form import TOO_MANY


class Freezes:
    """For the admin of selections."""

    def freeze_view(self, request, object_id):
        """Ask, then make rows of what the selection holds now."""
        selection = self.in_hand(request, object_id)
        if not selection.filter:
            return HttpResponseRedirect(self.address(selection))
        listing = held_now(selection)
        total = listing.total
        fault = TOO_MANY % {"total": total, "most": MOST_FROZEN} if total > MOST_FROZEN else None
        if request.method == "POST" and not fault:
            with transaction.atomic():
                freeze(selection)
                history.take(selection, request.user)
                self.log_change(request, selection, str(_("Frozen.")))
            self.message_user(request, _("Frozen: it holds the films below, and no others come."))
            return HttpResponseRedirect(self.address(selection))
        dropped = [
            row.film
            for row in selection.selected_films.select_related("film")
            if row.film_id not in listing.films
        ]
        context = {
            "title": _("Freeze"),
            "total": total,
            "dropped": dropped,
            "fault": fault,
            "words": listing.title,
        }
        return self.beside(request, selection, "admin/selections/freeze.html", **context)
