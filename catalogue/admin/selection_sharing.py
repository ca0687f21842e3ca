"""A draft shown to somebody without an account: secret addresses that end by themselves, or are taken back."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue import history
from catalogue.models.selection import MOST_FROZEN
from catalogue.models.shared_draft import DAYS, share_draft

from .freezing import freeze, held_now
from .selection_form import TOO_MANY


class SharedAndFrozen:
    """For the admin of selections: the pages that ask before a draft is shared, and before a selection is frozen."""

    def get_urls(self):
        pages = {"share": self.share_view, "freeze": self.freeze_view}
        wrapped = [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"catalogue_selection_{name}",
            )
            for name, view in pages.items()
        ]
        return [*wrapped, *super().get_urls()]

    def share_view(self, request, object_id):
        """Make a secret address, told this once; or take one back."""
        selection, told = self._in_hand(request, object_id), None
        if request.method == "POST" and "revoke" in request.POST:
            open_ones = selection.shared_drafts.filter(revoked_at=None)
            number = request.POST["revoke"]
            is_number = number.isascii() and number.isdecimal() and len(number) < 19
            if is_number and open_ones.filter(pk=int(number)).update(revoked_at=timezone.now()):
                self.log_change(request, selection, str(_("Withdrew a secret address of the draft.")))
            return HttpResponseRedirect(self.address(selection, "share"))
        if request.method == "POST":
            with transaction.atomic():
                secret, shared = share_draft(selection)
                self.log_change(request, selection, str(_("Shared the draft at a secret address.")))
            address = request.build_absolute_uri(reverse("catalogue:selection-draft", args=[secret]))
            told = {"address": address, "until": shared.expires_at}
        shown = [each for each in selection.shared_drafts.all() if each.is_open]
        context = {"title": _("Share this draft"), "told": told, "shared": shown, "days": DAYS}
        return self._asking(request, selection, "share", context)

    def freeze_view(self, request, object_id):
        """Ask, then make rows of what the selection holds now."""
        selection = self._in_hand(request, object_id)
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
        return self._asking(request, selection, "freeze", context)

    def _in_hand(self, request, object_id):
        selection = self.get_object(request, unquote(object_id))
        if selection is None:
            raise Http404
        if not self.has_change_permission(request, selection):
            raise PermissionDenied
        return selection

    def _asking(self, request, selection, page, context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts}
        context |= {"object": selection, "back": self.address(selection), "title": context["title"]}
        return TemplateResponse(request, f"admin/selections/{page}.html", context)
