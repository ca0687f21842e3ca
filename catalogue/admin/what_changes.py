"""What publishing will change: field by field, from what the site shows to what is saved, before it is done."""

import hashlib
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue import history
from catalogue.models import Snapshot
from catalogue.models.publishable import Publishable
from catalogue.publication.publish import first_shown, locked_state

from .checks import may_publish
from .marking import marked

ON_THEIR_OWN = {"texts"}  # rows of a state that are published by themselves
PLACE = "position"  # among others: nothing to be told of what is new


@dataclass(frozen=True)
class Part:
    """A page that publishing changes. Where no state was kept of what the site shows, `is_known` is False."""

    name: str
    is_new: bool
    is_known: bool
    changes: list


class ShowsChanges:
    """Of a ModelAdmin of what has a page."""

    def changes_view(self, request, object_id):
        """Show what publishing changes; publish what was seen, by the way of the form with its checks."""
        obj = self.in_hand(request, object_id, is_changed=False)
        may = may_publish(request) and self.has_change_permission(request, obj)
        others = self.belongings([obj]).filter(has_changes=True)
        parts = [*_parts([obj]), *_parts(list(others))]
        seen = hashlib.sha256(repr(parts).encode()).hexdigest()
        if request.method == "POST":
            if not may:
                raise PermissionDenied
            if request.POST.get("seen") == seen:
                with transaction.atomic():
                    locked_state()
                    self.go_live(request, obj)
                return self._held_back(request, obj) or HttpResponseRedirect(self.address(obj))
            message = _("Not published: it was saved meanwhile. Below is what publishing changes now.")
            self.message_user(request, message, messages.WARNING)
        context = {"title": _("What publishing changes"), "parts": parts, "seen": seen, "may_publish": may}
        context["begins"] = [str(each) for each in first_shown([obj, *others])]
        context["preview_url"] = self.preview_url(obj, get_language())
        return self.beside(request, obj, "admin/publishing/changes.html", **context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.published_at:
            context["texts_wait"] = _texts_wait(context["inline_admin_formsets"])
            if may_publish(request) and (obj.has_changes or context["texts_wait"]):
                context["changes_url"] = self.address(obj, "changes")
        return super().render_change_form(request, context, add, change, form_url, obj)


def _texts_wait(inlines):
    """Whether some of the texts in a form are not on the site as they are saved."""
    rows = [
        inline.formset.initial_forms for inline in inlines if issubclass(inline.formset.model, Publishable)
    ]
    return any(row.instance.has_changes for forms in rows for row in forms)


def _parts(objects):
    """Return the Parts of objects of one model that are not on the site as saved; a fixed number of queries."""
    objects = [obj for obj in objects if obj.has_changes or not obj.published_at]
    if not objects:
        return []
    model, pks = type(objects[0]), [obj.pk for obj in objects]
    now = {pk: _own(state) for pk, state in history.states_of(model, pks).items()}
    kept = Snapshot.objects.public(model._meta.model_name, pks)
    shown = {snapshot.object_id: _own(snapshot.state) for snapshot in kept}
    words = history.Words(model, *now.values(), *shown.values())
    return [_part(obj, shown.get(obj.pk), now[obj.pk], words) for obj in objects]


def _part(obj, shown, now, words):
    is_new = obj.published_at is None
    is_known = is_new or shown is not None
    name = f"{capfirst(str(obj._meta.verbose_name))}{_(': ')}{obj}"
    changes = history.differences(type(obj), None if is_new else shown, now, words) if is_known else []
    told = [one for one in changes if one.after and one.name != PLACE] if is_new else marked(changes)
    return Part(name, is_new, is_known, told)


def _own(state):
    return {name: value for name, value in state.items() if name not in ON_THEIR_OWN}
