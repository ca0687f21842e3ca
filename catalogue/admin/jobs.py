"""Work in the background: what was asked for, how far it has come, what was refused and why."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalogue import publishing_checks
from catalogue.models import Job
from catalogue.publication import tasks
from catalogue.publication.publish import stop
from catalogue.publication.scheduled import CONTRADICTIONS

from .keys import is_key
from .many import address_of

REFUSALS = 100  # on a page


def progress_of(job):
    """How far a job has come: what its page, and the script of that, show."""
    left = tasks.waiting_of(job)
    return {
        "position": job.total - left,
        "total": job.total,
        "words": said_of(job, left),
        "ended": job.finished_at is not None,
    }


def why(refusal):
    """Why a page was left as it was, in words."""
    words = publishing_checks.words_of(refusal.kind, refusal.reasons)
    return [str(CONTRADICTIONS.get(word, word)) for word in words]


def said_of(job, left):
    if job.is_stopped:
        return ngettext(
            "Stopped: %(done)d page was done before.", "Stopped: %(done)d pages were done before.", job.done
        ) % {"done": job.done}
    if job.finished_at:
        return ngettext("Done: %(done)d page.", "Done: %(done)d pages.", job.done) % {"done": job.done}
    numbers = {"position": job.total - left, "total": job.total}
    return (_("%(position)d of %(total)d") if job.started_at else _("Waiting: %(total)d")) % numbers


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    """Read by all who publish; nobody writes a job but by asking for something."""

    list_display = ["__str__", "progress", "user", "created_at"]
    list_select_related = ["user"]
    list_per_page = 50
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("catalogue.publish")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("tasks")

    @admin.display(description=_("progress"))
    def progress(self, job):
        return progress_of(job)["words"]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/progress/", view(self.progress_view), name="catalogue_job_progress"),
            path("<int:pk>/stop/", view(require_POST(self.stop_view)), name="catalogue_job_stop"),
            *super().get_urls(),
        ]

    def _job(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Job.objects.select_related("user"), pk=pk)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not is_key(object_id):
            raise Http404
        job = self._job(request, object_id)
        refusals = Paginator(job.refusals.all(), REFUSALS).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": str(job),
            "opts": self.opts,
            "job": job,
            "progress": progress_of(job),
            "refusals": refusals,
            "refused": [
                (
                    refusal,
                    reverse(f"admin:catalogue_{refusal.kind}_change", args=[refusal.object_id]),
                    why(refusal),
                )
                for refusal in refusals
            ],
        }
        return TemplateResponse(request, "admin/jobs/job.html", context)

    def progress_view(self, request, pk):
        return JsonResponse(progress_of(self._job(request, pk)))

    def stop_view(self, request, pk):
        job = self._job(request, pk)
        stop(job)
        self.message_user(request, _("Stopped. What was done stays done."), messages.INFO)
        return HttpResponseRedirect(address_of(job))
