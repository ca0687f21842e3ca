"""Saving and publishing as two things: what every entity with a page of its own shares in the admin."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from catalogue import publishing_checks
from catalogue.details.public import public_url
from catalogue.models import Snapshot
from catalogue.models.publishable import Publishable
from catalogue.publication.belonging import belongings
from catalogue.publication.jobs import PUBLISHED, TAKEN_OFF
from catalogue.publication.publish import publish, unpublish

from .asking import HasPages
from .before_publishing import ChecksBeforePublishing
from .checks import WaitsForCheck, may_publish
from .choosing import Chosen, SavesChosen
from .combobox import ChosenForm
from .conflicts import SeesConflicts
from .editing import SaysWhoEdits
from .history import HasHistory
from .lists import Listed
from .many import ManyAtOnce
from .related import RelatedStay
from .scheduling import Schedules
from .scope import Scoped
from .sharing import SharesDrafts
from .states import ORDER, STATES, StateFilter, state_of
from .turns import TakesTurn
from .typesetting import SaysWhatWasTypeset
from .unfinished import KeepsUnfinished
from .what_changes import ShowsChanges


class PublishableForm(ChosenForm):
    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug and "slug" in self.changed_data and self.instance.is_slug_taken(slug):
            raise ValidationError(_("This address is, or once was, that of another page."), code="taken")
        return slug


class PublishableAdmin(
    KeepsUnfinished,
    Listed,
    ManyAtOnce,
    ChecksBeforePublishing,
    Scoped,
    WaitsForCheck,
    TakesTurn,
    SeesConflicts,
    SaysWhoEdits,
    HasHistory,
    SaysWhatWasTypeset,
    SavesChosen,
    Chosen,
    RelatedStay,
    Schedules,
    SharesDrafts,
    ShowsChanges,
    HasPages,
    admin.ModelAdmin,
):
    """Saving leaves the site as it is; “Save and publish” and the list's actions change it."""

    form = PublishableForm
    change_form_template = "admin/publishing/change_form.html"
    pages = {"preview": "<slug:language>/", "share": "", "changes": "", "schedule": "", "unpublish": ""}
    list_filter = [StateFilter]
    list_per_page = 50

    def belongings(self, objects):
        """The other pages that come onto the site and leave it with these: films' texts, people's."""
        return belongings(self.model.kind, objects)

    def publish(self, *objects):
        """Put these on the site as they are saved, with what belongs to them and is not there as saved."""
        publish(*objects, *self.belongings(objects).filter(has_changes=True))

    def unpublish(self, *objects):
        unpublish(*objects, *self.belongings(objects).published())

    def namesakes(self, obj):
        """Others that may be the same thing, entered twice."""
        return self.model.objects.none()

    # Saving

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """As Django’s, without a copy of all that was sent for every inline."""
        options = {"instance": obj, "prefix": prefix, "queryset": inline.get_queryset(request)}
        if request.method == "POST":
            options |= {"data": request.POST, "files": request.FILES}
        return options

    def publishes(self, request):
        return "_publish" in request.POST and may_publish(request)

    def has_publish_permission(self, request):
        return may_publish(request) and self.has_change_permission(request)

    def save_model(self, request, obj, form, change):
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        obj = form.instance
        if any(rows.has_changed() for rows in formsets if not issubclass(rows.model, Publishable)):
            obj.touch()
        if not change:
            self._warn_of_namesakes(request, obj)
        if self.publishes(request):
            self.go_live(request, obj)
        elif not may_publish(request):
            message = _("Saved. An editor reads it before it is shown on the site.")
            self.message_user(request, message, messages.INFO)
        elif obj.published_at and (
            obj.has_changes or self.belongings([obj]).filter(has_changes=True).exists()
        ):
            message = _(
                "Saved, not published: the site shows the previous version until you publish this one."
            )
            link = '{} <a href="{}">{}</a>'
            message = format_html(link, message, self.address(obj, "changes"), _("What publishing changes"))
            self.message_user(request, message, messages.INFO)

    def go_live(self, request, obj):
        """Put an object on the site as it is saved, unless a check forbids it, and say so."""
        failing = publishing_checks.failing(self.model, [obj.pk]).get(obj.pk, [])
        if not self.may_go_live(request, obj, failing):
            return
        self.publish(obj)
        self.log_change(request, obj, str(PUBLISHED))
        message = format_html(_("“{}” is on the site as you see it here."), obj)
        self.message_user(request, message, messages.SUCCESS)
        self.tell_what_is_missing(request, obj, failing)

    def sent_again(self, request, obj, saved_at):
        """Publish what the form has saved, where that is asked for now, unless somebody has changed it since."""
        if not self.publishes(request) or not obj.has_changes:
            return super().sent_again(request, obj, saved_at)
        if Snapshot.objects.of(obj).filter(made_at__gt=saved_at).exists():
            message = _("“{}” was changed since this form has saved it: read it, then publish it.")
            self.message_user(request, format_html(message, obj), messages.WARNING)
            return None
        self.go_live(request, obj)
        return self._held_back(request, obj)

    def _warn_of_namesakes(self, request, obj):
        found = self.namesakes(obj).exclude(pk=obj.pk)[:5]
        if found:
            links = format_html_join(
                ", ", '<a href="{}">{}</a>', ((self.address(other), other) for other in found)
            )
            message = format_html(_("Is this a duplicate? Already in the catalogue: {}."), links)
            self.message_user(request, message, messages.WARNING)

    # Taking off the site, deleting

    def unpublish_view(self, request, object_id):
        """Ask, then take an object off the site."""
        obj = self.in_hand(request, object_id, may_publish)
        if request.method != "POST":
            context = {"title": _("Take off the site"), "belongings": self.belongings([obj]).published()}
            return self.beside(request, obj, "admin/publishing/unpublish_confirmation.html", **context)
        with transaction.atomic():
            self.unpublish(obj)
            self.log_change(request, obj, str(TAKEN_OFF))
        self.message_user(request, format_html(_("“{}” is no longer on the site."), obj), messages.SUCCESS)
        return HttpResponseRedirect(self.address(obj))

    def has_delete_permission(self, request, obj=None):
        """What is on the site is taken off it first."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.published_at is None)

    # What editors see

    @admin.display(description=_("state"), ordering=ORDER)
    def state(self, obj):
        state = state_of(obj)
        html = format_html('<span class="state state-{}">{}</span>', state, STATES[state])
        told = self.said_of_schedule(obj)
        return format_html('{} <span class="state-note">{}</span>', html, told) if told else html

    def view_on_site(self, obj):
        """The address of the public page in the editor's language; None where there is none."""
        return public_url(obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may = self.has_add_permission(request) if add else self.has_change_permission(request, obj)
        may = may and may_publish(request)
        context |= {
            "show_publish": may and not context["is_popup"],
            "show_save_and_add_another": False,
            "state": obj and STATES[state_of(obj)],
            "state_code": obj and state_of(obj),
            "scheduled": obj and self.said_of_schedule(obj),
            "schedule_url": self.address(obj, "schedule")
            if may and obj and "schedule" in self.pages
            else None,
            "unpublish_url": self.address(obj, "unpublish") if may and obj and obj.published_at else None,
        }
        if obj:
            context |= {"title": str(obj), "subtitle": None}
        return super().render_change_form(request, context, add, change, form_url, obj)
