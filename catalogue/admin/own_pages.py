"""Pages of the site’s own: about, legal notice, press…"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalogue.models import OwnPage
from catalogue.own_pages.drafts import begin

from .publishing import PublishableAdmin, PublishableForm
from .states import StateFilter

LANGUAGES = {"fr": _("French"), "en": _("English")}
PLACEHOLDER = _(
    "Line %(line)s still holds a placeholder: %(placeholder)s. Write what it asks for, or delete it. Brackets that are "
    "meant are written \\[ and \\]."
)
NO_TEXT = _("There is no text to publish, in any language.")


def faults(page):
    """Yield (field, message) for all that keeps a page off the site."""
    for field, line, placeholder in page.placeholders():
        yield field, PLACEHOLDER % {"line": line, "placeholder": placeholder}
    if not (page.body_fr or page.body_en):
        yield "body_fr", NO_TEXT


class OwnPageForm(PublishableForm):
    def _post_clean(self):
        """What is to be published must be finished; a draft need not be."""
        super()._post_clean()
        if "_publish" in self.data:
            for field, message in faults(self.instance):
                self.add_error(field, message)


@admin.register(OwnPage)
class OwnPageAdmin(PublishableAdmin):
    form = OwnPageForm
    # Not at a time to come: what is wanting is told to an editor, who publishes it then.
    pages = {name: rest for name, rest in PublishableAdmin.pages.items() if name != "schedule"}
    change_list_template = "admin/own_pages/change_list.html"
    list_display = ["__str__", "languages", "to_fill_in", "place", "position", "state"]
    list_filter = [StateFilter, "place"]
    search_fields = ["title_fr", "title_en", "body_fr", "body_en"]
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 20, "cols": 90})}}
    fieldsets = [
        (_("Where it is found"), {"fields": [("place", "position")]}),
        (None, {"fields": [("title_fr", "title_en"), ("body_fr", "body_en")], "classes": ["in-both"]}),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def may_go_live(self, request, page, failing):
        """A form refuses what is unfinished beside its fields; where there is none it is told here."""
        wanting = [message for _field, message in faults(page)]
        for message in wanting:
            self.message_user(request, message, messages.ERROR)
        return not wanting and super().may_go_live(request, page, failing)

    @admin.display(description=_("written in"))
    def languages(self, page):
        return ", ".join(str(name) for code, name in LANGUAGES.items() if getattr(page, f"body_{code}"))

    @admin.display(description=_("to fill in"))
    def to_fill_in(self, page):
        return len(page.placeholders()) or "–"

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        """Publish those that are finished, and say what the others want."""
        found = {page: list(faults(page)) for page in queryset}
        for page, messages_of_page in found.items():
            for _field, message in messages_of_page:
                self.message_user(request, format_html("“{}”: {}", page, message), messages.ERROR)
        finished = [page.pk for page, wanting in found.items() if not wanting]
        return super().publish_selected(request, queryset.filter(pk__in=finished)) if finished else None

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.begin_view))
        return [path("begin/", view, name="catalogue_ownpage_begin"), *super().get_urls()]

    def begin_view(self, request):
        """Make the drafts that a new site begins with."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if made := begin():
            message = ngettext("%d draft was made.", "%d drafts were made.", made) % made
            self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:catalogue_ownpage_changelist"))

    def changelist_view(self, request, extra_context=None):
        may_begin = self.has_add_permission(request) and not OwnPage.objects.exists()
        return super().changelist_view(request, {"may_begin": may_begin} | (extra_context or {}))
