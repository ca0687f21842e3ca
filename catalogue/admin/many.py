"""Actions on many objects of a list: a few are done at once, more than that by a job in the background."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.models import Job
from catalogue.publication.jobs import PUBLISHED, TAKEN_OFF
from catalogue.publication.publish import later

AT_ONCE = 50  # objects that a request does itself


def address_of(job):
    return reverse("admin:catalogue_job_change", args=[job.pk])


def tell_of(request, job):
    """Say that a job goes on with what a form began."""
    message = ngettext(
        'One page follows in the background: <a href="{}">see how far it has come</a>.',
        '{} pages follow in the background: <a href="{}">see how far it has come</a>.',
        job.total,
    )
    address = address_of(job)
    messages.info(request, format_html(message, *([address] if job.total == 1 else [job.total, address])))


class ManyAtOnce:
    """Of a ModelAdmin whose list publishes any number of objects, and takes them off the site."""

    actions = ["publish_selected", "unpublish_selected"]

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        queryset = self.checked(request, queryset)
        others = self.belongings(queryset.values("pk")).filter(has_changes=True)
        if job := self.job_of(request, Job.Action.PUBLISH, queryset, others):
            return HttpResponseRedirect(address_of(job))
        queryset = self.without_forbidden(request, queryset)
        done = self._at_once(request, self.publish, queryset, PUBLISHED)
        message = ngettext("%d is on the site as saved.", "%d are on the site as saved.", done) % done
        self.message_user(request, message, messages.SUCCESS)
        return None

    @admin.action(description=_("Take off the site"), permissions=["publish"])
    def unpublish_selected(self, request, queryset):
        queryset = queryset.published()
        others = self.belongings(queryset.values("pk")).published()
        if "_asked" not in request.POST:
            return self._ask_whether_to_take_off(request, queryset, others.count())
        if job := self.job_of(request, Job.Action.UNPUBLISH, queryset, others):
            return HttpResponseRedirect(address_of(job))
        done = self._at_once(request, self.unpublish, queryset, TAKEN_OFF)
        message = ngettext("%d was taken off the site.", "%d were taken off the site.", done) % done
        self.message_user(request, message, messages.SUCCESS)
        return None

    def _ask_whether_to_take_off(self, request, queryset, others):
        """Visitors lose pages at once, so that one click too many takes nothing off; None where nothing is there."""
        total = queryset.count()
        if not total:
            self.message_user(request, _("Nothing of what you chose is on the site."), messages.WARNING)
            return None
        told = ngettext(
            "%(total)s page will no longer be found on the site. Nothing that was written is lost: it becomes a "
            "draft.",
            "%(total)s pages will no longer be found on the site. Nothing that was written is lost: they become "
            "drafts.",
            total,
        ) % {"total": total}
        if others:
            sentence = ngettext("A text leaves the site too.", "%(others)s texts leave the site too.", others)
            told = f"{told} {sentence % {'others': others}}"
        named = queryset if total <= AT_ONCE else ()
        return self.ask(request, forms.Form(), "unpublish_selected", _("Take off the site"), told, named)

    def ask(self, request, form, action, title, told, named=()):
        """Ask what an action does to those that are chosen; what is answered comes to the same action."""
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form, "action": action}
        context |= {
            "title": title,
            "told": told,
            "named": named,
            "back": request.get_full_path(),
        }
        context |= {"selected": request.POST.getlist(ACTION_CHECKBOX_NAME), "name": ACTION_CHECKBOX_NAME}
        context |= {"across": request.POST.get("select_across", "0")}
        return TemplateResponse(request, "admin/publishing/ask_of_selected.html", context)

    @transaction.atomic
    def _at_once(self, request, step, queryset, done):
        objects = list(queryset)
        step(*objects)
        LogEntry.objects.log_actions(request.user.pk, objects, CHANGE, str(done))
        return len(objects)

    def job_of(self, request, action, queryset, others=(), subject="", **arguments):
        """Leave many objects, and others of any kind, to a job; return it, None where they are few."""
        pks = set(queryset.values_list("pk", flat=True))
        if len(pks) <= AT_ONCE:
            return None
        keys = [(self.model.kind, pk) for pk in pks]
        keys += [(other.kind, other.pk) for other in others]
        return later(action, keys, request.user, subject or str(self.opts.verbose_name_plural), **arguments)
