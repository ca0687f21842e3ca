"""Publication and withdrawal at a day and time: the page that asks for them, and what lists and forms say of them."""

from django import forms
from django.contrib import admin, messages
from django.db.models import OuterRef, Subquery
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.models import Job, Scheduled
from catalogue.publication.publish import later
from catalogue.publication.scheduled import CONTRADICTIONS, NOT_THERE, contradiction

from .checks import may_publish
from .many import address_of
from .moments import MomentField

SAID = {
    Scheduled.Action.PUBLISH: _("To be published on %(at)s"),
    Scheduled.Action.WITHDRAW: _("To be taken off on %(at)s"),
}
Action = Scheduled.Action


class ScheduleForm(forms.Form):
    action = forms.ChoiceField(
        label=_("What is done"), choices=Action, widget=forms.RadioSelect, initial=Action.PUBLISH
    )
    at = MomentField(label=_("Day and time"))

    def __init__(self, obj, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.obj = obj  # None: many, of which each is judged when it is written

    def clean(self):
        cleaned = super().clean()
        if self.obj and not self.errors:
            others = {row.action: row.at for row in Scheduled.objects.of(self.obj)}
            if found := contradiction(self.obj, cleaned["action"], cleaned["at"], others):
                self.add_error("action" if found == NOT_THERE else "at", CONTRADICTIONS[found])
        return cleaned


class Schedules:
    """Of a ModelAdmin of what has a page: it comes onto the site and leaves it at a time that an editor gives."""

    def get_queryset(self, request):
        """With the first time that is scheduled, in the same query."""
        coming = Scheduled.objects.filter(kind=self.model.kind, object_id=OuterRef("pk")).order_by("at", "pk")
        return (
            super()
            .get_queryset(request)
            .annotate(
                scheduled_at=Subquery(coming.values("at")[:1]),
                scheduled_action=Subquery(coming.values("action")[:1]),
                scheduled_refused=Subquery(coming.values("refused")[:1]),
            )
        )

    def schedule_view(self, request, object_id):
        """Ask what is done to an object and when; cancel what was asked."""
        obj = self.in_hand(request, object_id, may_publish)
        rows = Scheduled.objects.of(obj).select_related("user")
        if request.method == "POST" and "cancel" in request.POST:
            rows.filter(action=request.POST["cancel"]).delete()
            self.log_change(request, obj, str(_("Cancelled what was scheduled.")))
            self.message_user(request, _("Cancelled: nothing is done at that time."), messages.SUCCESS)
            return HttpResponseRedirect(self.address(obj, "schedule"))
        form = ScheduleForm(obj, request.POST or None)
        if request.method == "POST" and form.is_valid():
            action, at = form.cleaned_data["action"], form.cleaned_data["at"]
            Scheduled.objects.update_or_create(
                kind=obj.kind,
                object_id=obj.pk,
                action=action,
                defaults={"at": at, "user": request.user, "refused": ""},
            )
            self.log_change(request, obj, said(action, at))
            self.message_user(request, said(action, at), messages.SUCCESS)
            return HttpResponseRedirect(self.address(obj))
        context = {"title": _("Schedule"), "form": form, "rows": rows}
        return self.beside(request, obj, "admin/publishing/schedule.html", **context)

    @admin.action(description=_("Schedule"), permissions=["publish"])
    def schedule_selected(self, request, queryset):
        sent = request.POST if "_asked" in request.POST else None
        form = ScheduleForm(None, sent, prefix="schedule")  # “action” is what the list is asked for
        if form.is_valid():
            action, at = form.cleaned_data["action"], form.cleaned_data["at"]
            keys = [(self.model.kind, pk) for pk in set(queryset.values_list("pk", flat=True))]
            subject = f"{self.opts.verbose_name_plural}, {said(action, at)}"
            arguments = {"scheduled": action, "at": at.isoformat()}
            job = later(Job.Action.SCHEDULE, keys, request.user, subject, **arguments)
            return HttpResponseRedirect(address_of(job))
        total = queryset.count()
        told = ngettext(
            "%(total)s is chosen. What waits for a check, or lacks what its page needs, is not published then: its "
            "line in the list says so.",
            "%(total)s are chosen. Those that wait for a check, or lack what their pages need, are not published "
            "then: their lines in the list say so.",
            total,
        ) % {"total": total}
        return self.ask(request, form, "schedule_selected", _("Schedule"), told)

    def said_of_schedule(self, obj):
        """What the site is going to do with an object, empty where nothing is scheduled."""
        at = getattr(obj, "scheduled_at", None)
        if not at:
            return ""
        if obj.scheduled_refused:
            return Scheduled.Refused(obj.scheduled_refused).label
        return said(obj.scheduled_action, at)


def said(action, at):
    return SAID[action] % {"at": date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")}
