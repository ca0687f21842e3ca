"""The history of an object: who changed what, from what to what; two states compared; one restored; the bin."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from catalogue import history
from catalogue.models import Snapshot

from .keeping_states import KeepsStates
from .keys import is_key, key_of
from .marking import marked, shortened
from .scope import called, seen, sees_all

A_PAGE = 25


@dataclass(frozen=True)
class Entry:
    """A line of a history: a state that was saved, or something that was done without a new state."""

    when: datetime
    who: str
    what: str = ""
    snapshot: Snapshot = None
    changes: list[history.Change] = ()


class HasHistory(KeepsStates):
    """Of a ModelAdmin of what has a page of its own."""

    def kept_with(self, obj):
        return [obj]

    def get_urls(self):
        pages = {
            "bin/": (self.bin_view, "bin"),
            "bin/<int:number>/": (self.restore_deleted_view, "restore_deleted"),
            "<path:object_id>/history/compare/": (self.compare_view, "compare"),
            "<path:object_id>/history/<int:number>/": (self.restore_view, "restore"),
        }
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrapped = [
            path(route, self.admin_site.admin_view(view), name=f"{name}_{page}")
            for route, (view, page) in pages.items()
        ]
        return [*wrapped, *super().get_urls()]

    # What was done

    def history_view(self, request, object_id, extra_context=None):
        """All that was saved of an object, the last first, a page at a time; queries do not grow with what there is."""
        obj = self._seen(request, object_id)
        pages = Paginator(Snapshot.objects.of(obj).select_related("user"), A_PAGE)
        page = pages.get_page(request.GET.get("p"))
        context = {"page": page, "entries": self._entries(request, obj, page), "title": _("History")}
        context["may_restore"] = self._may_restore(request, obj)
        return self._page(request, "history", obj, context | (extra_context or {}))

    def _entries(self, request, obj, page):
        """What a page of the history tells: its snapshots, and what was done between them."""
        snapshots = [*page]
        before = Snapshot.objects.of(obj).filter(pk__lt=snapshots[-1].pk).first() if snapshots else None
        both = [*snapshots, *([before] if before else [])]
        seen(request, *both)
        states = [snapshot.state for snapshot in both]
        words = history.Words(self.model, *states)
        entries = [
            Entry(
                snapshot.made_at,
                called(request, snapshot.user),
                snapshot.get_origin_display(),
                snapshot,
                shortened(history.differences(self.model, former, state, words)) if former else (),
            )
            for snapshot, state, former in zip(snapshots, states, [*states[1:], None], strict=False)
        ]
        done = LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(self.model), object_id=str(obj.pk)
        ).select_related("user")
        if page.has_previous():
            done = done.filter(action_time__lte=snapshots[0].made_at)
        if page.has_next():
            done = done.filter(action_time__gt=snapshots[-1].made_at)
        if not sees_all(request, self.model):  # Django's messages name the rows of all
            done = done.exclude(change_message__startswith="[")
        first = None if page.has_next() or not snapshots else snapshots[-1].made_at
        entries += [
            Entry(entry.action_time, called(request, entry.user), entry.get_change_message())
            for entry in done
            if not entry.change_message.startswith("[") or first is None or entry.action_time < first
        ]
        return sorted(entries, key=lambda entry: entry.when, reverse=True)

    def compare_view(self, request, object_id):
        """What differs between two states, in the order in which they were saved."""
        obj = self._seen(request, object_id)
        chosen = {request.GET.get(name, "") for name in ("from", "to")}
        numbers = [int(one) for one in chosen if is_key(one)]
        found = sorted(
            Snapshot.objects.of(obj).filter(pk__in=numbers).select_related("user"), key=lambda s: s.pk
        )
        if not found:
            raise Http404
        before, after = found[0], found[-1]
        seen(request, before, after)
        changes = history.differences(self.model, before.state, after.state)
        context = {
            "before": (before, called(request, before.user)),
            "after": (after, called(request, after.user)),
            "changes": marked(changes),
            "title": _("Two states compared"),
        }
        return self._page(request, "compare", obj, context)

    # Restoring

    def restore_view(self, request, object_id, number):
        """Show what restoring would change, then restore what is ticked, or all."""
        obj = self._seen(request, object_id)
        if not self._may_restore(request, obj):
            raise PermissionDenied
        snapshot = get_object_or_404(Snapshot.objects.of(obj).select_related("user"), pk=number)
        if request.method == "POST":
            names = None if "everything" in request.POST else request.POST.getlist("name")
            if names is None or names:
                return self._restore(request, snapshot, names)
            self.message_user(request, _("Nothing was ticked: nothing was restored."), messages.WARNING)
        changes = history.differences(self.model, history.state_of(obj), snapshot.state)
        context = {"snapshot": snapshot, "changes": marked(changes), "title": _("Restore")}
        return self._page(request, "restore", obj, context)

    def bin_view(self, request):
        """What was deleted, the last first."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        deleted = Snapshot.objects.deletions(self.model).defer("packed").select_related("user")
        page = Paginator(deleted, A_PAGE).get_page(request.GET.get("p"))
        context = {"page": page, "title": _("Bin"), "may_restore": self.has_add_permission(request)}
        return self._page(request, "bin", None, context)

    def restore_deleted_view(self, request, number):
        """Show what was deleted, then restore it: as a draft, with its relations and its address."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        snapshot = get_object_or_404(Snapshot.objects.deletions(self.model), pk=number)
        if request.method == "POST":
            return self._restore(request, snapshot, None)
        context = {"snapshot": snapshot, "title": _("Restore what was deleted")}
        changes = history.differences(self.model, None, snapshot.state)
        context["changes"] = [change for change in changes if change.after]
        return self._page(request, "restore", None, context)

    def _restore(self, request, snapshot, names):
        try:
            with transaction.atomic():
                left_out = history.restore(snapshot, names, request.user)
                obj = self.model._base_manager.get(pk=snapshot.object_id)
                self.log_change(request, obj, str(_("Restored.")))
        except ValidationError as error:
            for message in error.messages:
                told = format_html(_("Not restored: {}"), message)
                self.message_user(request, told, messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.message_user(request, format_html(_("“{}” was restored."), obj), messages.SUCCESS)
        for sentence in left_out:
            self.message_user(request, format_html(_("Not restored: {}"), sentence), messages.WARNING)
        return HttpResponseRedirect(self.address(obj))

    def _may_restore(self, request, obj):
        """Who has a part of the catalogue restores nothing: a state holds what others have too."""
        return self.has_change_permission(request, obj) and sees_all(request, self.model)

    def _seen(self, request, object_id):
        obj = self.get_queryset(request).filter(pk=key_of(unquote(object_id))).first()
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def _page(self, request, name, obj, context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, "object": obj, **context}
        context |= {"back": obj and self.address(obj), "bin_url": self.bin_url()}
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/history/{name}.html", context)

    def render_delete_form(self, request, context):
        return super().render_delete_form(request, context | {"bin_url": self.bin_url()})

    def changelist_view(self, request, extra_context=None):
        """Who has a part of the catalogue is offered no bin: what is in it is in nobody's part."""
        context = {"bin_url": self.bin_url()} if sees_all(request, self.model) else {}
        return super().changelist_view(request, context | (extra_context or {}))

    def bin_url(self):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_bin")
