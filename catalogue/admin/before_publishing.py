"""Checks before publishing in the admin: “Save and publish” saves, then says what is missing where a check forbids."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from catalogue import publishing_checks
from catalogue.models import PublishedAnyway

REASON = "publish_anyway"  # the field of the form


class ChecksBeforePublishing:
    """Of a ModelAdmin whose form publishes."""

    def may_go_live(self, request, obj, failing):
        """Whether no check that fails forbids to publish an object that was saved; who publishes it anyway says why."""
        new = {} if obj.published_at else {obj.pk: failing}
        forbidding = publishing_checks.not_accepted(self.model, new).get(obj.pk)
        why = request.POST.get(REASON, "").strip()
        if forbidding and not why:
            request.held_back = True
            return False
        if forbidding:
            names = [check.name for check in forbidding]
            PublishedAnyway.objects.create(
                kind=obj.kind, object_id=obj.pk, user=request.user, why=why, checks=names
            )
        return True

    def tell_what_is_missing(self, request, obj, failing):
        """Say of what was published what it lacks, each with a link to its field."""
        if failing:
            address = self.address(obj)
            links = format_html_join(
                ", ",
                '<a href="{}#{}">{}</a>',
                ((address, check.field, check.words) for check in failing),
            )
            self.message_user(request, format_html(_("Still missing: {}."), links), messages.WARNING)

    def without_forbidden(self, request, queryset):
        """Of objects to be published together, those that nothing forbids to; name the others."""
        pks = list(queryset.values_list("pk", flat=True))
        forbidden = publishing_checks.forbidding(self.model, pks)
        if not forbidden:
            return queryset
        told = format_html_join(
            ", ",
            '<a href="{}?checks=1">{}</a> ({})',
            (
                (self.address(obj), obj, ", ".join(str(check.words) for check in forbidden[obj.pk]))
                for obj in self.model.objects.filter(pk__in=forbidden)
            ),
        )
        self.message_user(request, format_html(_("Not published: {}."), told), messages.WARNING)
        return queryset.exclude(pk__in=forbidden)

    def response_add(self, request, obj, post_url_continue=None):
        return self._held_back(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._held_back(request, obj) or super().response_change(request, obj)

    def _held_back(self, request, obj):
        if not getattr(request, "held_back", False):
            return None
        message = format_html(_("“{}” is saved, and not published: see what is missing."), obj)
        self.message_user(request, message, messages.WARNING)
        return HttpResponseRedirect(f"{self.address(obj)}?checks=1")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and (REASON in request.POST or "checks" in request.GET):
            context["checks"] = publishing_checks.failing(self.model, [obj.pk]).get(obj.pk, [])
            context["reason"] = request.POST.get(REASON, "")
        return super().render_change_form(request, context, add, change, form_url, obj)
