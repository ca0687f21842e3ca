"""Two editors on one form: whoever saves second sees both, field by field, and chooses. Nothing typed is lost.

A form carries the snapshot that it was opened with (`_opened`). Where there is a newer one when it is sent, it is shown
again with what others have saved beside it, as often as somebody saves meanwhile, until each field has its choice.
"""

import copy
from dataclasses import dataclass, field

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from catalogue import history
from catalogue.models import Snapshot

from .chosen import CHOICE, GONE, Choice, choices_of_form, choices_of_rows, gone_rows, settle
from .keys import is_key
from .scope import called, seen
from .sent_rows import Sent

OPENED, SEEN, RESTORE = "_opened", "_seen", "_restore"


@dataclass
class Conflict:
    """Somebody saved between the opening of a form and its sending."""

    before: Snapshot  # as the form was opened
    now: Snapshot
    who: str  # has saved that
    choices: list[Choice] = field(default_factory=list)

    @property
    def changes(self):
        """All that others have changed, in words."""
        return history.differences(self.now.model, self.before.state, self.now.state)

    def is_settled(self, seen):
        """Whether each choice is made, of somebody who has seen the newest state."""
        return not self.choices or (
            seen == str(self.now.pk) and all(choice.chosen for choice in self.choices)
        )


class Unsettled:
    """Of a form that is shown again, with what another editor has saved."""

    def clean(self):
        cleaned = super().clean()
        message = _("Somebody else has saved this meanwhile. Choose above, then save again.")
        self.add_error(None, ValidationError(message, code="conflict"))
        return cleaned


class SeesConflicts:
    """Of a ModelAdmin whose objects have a history."""

    def _changeform_view(self, request, object_id, form_url, extra_context):
        if request.method == "POST" and object_id is not None and OPENED in request.POST:
            if answer := self._answer_to_deleted(request, unquote(object_id)):
                return answer
            conflict = self._conflict(request, request.POST[OPENED], unquote(object_id))
            obj = conflict and self.get_object(request, unquote(object_id))
            if obj and self.has_change_permission(request, obj):
                self._settle(request, obj, conflict)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _answer_to_deleted(self, request, pk):
        """Where an object was deleted while its form was open, offer to restore it and save what was typed.

        Returns None where there is nothing to ask, or where that was chosen.
        """
        if not is_key(pk) or self.model._base_manager.filter(pk=int(pk)).exists():
            return None
        deleted = (
            Snapshot.objects.deletions(self.model).filter(object_id=int(pk)).select_related("user").first()
        )
        if deleted is None or not self.has_add_permission(request):
            return None
        if RESTORE in request.POST:
            history.restore(deleted, user=request.user)
            return None
        typed = [(name, one) for name in request.POST for one in request.POST.getlist(name)]
        context = {**self.admin_site.each_context(request), "opts": self.opts, "snapshot": deleted}
        context |= {"title": _("Deleted meanwhile"), "typed": typed, "bin_url": self.bin_url()}
        return TemplateResponse(request, "admin/history/deleted_meanwhile.html", context)

    def _conflict(self, request, opened, pk):
        """Return what a form meets, None where nobody has saved since it was opened. Two who save take turns."""
        if not is_key(pk):
            return None
        obj = self.model(pk=int(pk))
        self.model._base_manager.select_for_update().filter(pk=obj.pk).values_list("pk").first()
        snapshots = Snapshot.objects.of(obj)
        now = snapshots.values_list("pk", flat=True).first()
        if now is None or opened == str(now):
            return None
        before = snapshots.filter(pk=int(opened)).first() if is_key(opened) else snapshots.last()
        if before is None or before.pk == now:
            return None
        latest = history.latest(obj)
        conflict = Conflict(before, latest, called(request, latest.user))
        seen(request, conflict.before, conflict.now)
        return conflict

    def _settle(self, request, obj, conflict):
        """Write what was chosen into what was sent, or have the form shown again."""
        sent, saved = Sent(request), self._saved(request, obj)
        gone_rows(sent, saved[1], conflict.before)
        sent.into(request)
        conflict.choices = [*self._choices(request, obj, saved, conflict)]
        if conflict.is_settled(request.POST.get(SEEN)):
            settle(sent, saved, conflict.choices)
            sent.into(request)
        else:
            request.conflict = conflict

    def _saved(self, request, obj):
        """Return (the form, its formsets) as they show what is saved."""
        request = copy.copy(request)
        request.method = "GET"
        return self._form_class(request, obj)(instance=obj), self._create_formsets(request, obj, change=True)[
            0
        ]

    def _choices(self, request, obj, saved, conflict):
        """Yield what was sent and differs from what others have changed."""
        form = self._form_class(request, obj)(request.POST, request.FILES, instance=copy.copy(obj))
        states = conflict.before.state, conflict.now.state
        yield from choices_of_form(form, saved[0], *states)
        formsets, _inlines = self._create_formsets(request, copy.copy(obj), change=True)
        for rows, rows_saved in zip(formsets, saved[1], strict=True):
            yield from choices_of_rows(rows, rows_saved, *states)
        for name in [name for name in request.POST if name.endswith(GONE)]:
            chosen = request.POST.get(f"{name}{CHOICE}", "")
            yield Choice(name, request.POST[name], _("deleted"), _("stays, as a new row"), chosen)

    def _form_class(self, request, obj):
        fields = flatten_fieldsets(self.get_fieldsets(request, obj))
        return super().get_form(request, obj, change=True, fields=fields)

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change=change, **options)
        return type(form.__name__, (Unsettled, form), {}) if hasattr(request, "conflict") else form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["conflict"] = getattr(request, "conflict", None)
        return super().render_change_form(request, context, add, change, form_url, obj)
