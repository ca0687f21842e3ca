"""What the front page opens on: who chooses it sees what is on now, what is to come, and the page of any day."""

from datetime import date

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.lists.front import Front
from catalogue.models import Highlight
from catalogue.pages import render
from catalogue.publication.day import postings_of
from catalogue.publication.highlights import document
from catalogue.publication.state import state_and
from catalogue.readership import popularity

from .related import RelatedStay
from .turns import TakesTurn
from .unfinished import KeepsUnfinished

NOW, TO_COME, PAST, NOT_PUBLISHED = "now", "to_come", "past", "not_published"
STATES = {
    NOW: _("Now"),
    TO_COME: _("To come"),
    PAST: _("Past"),
    NOT_PUBLISHED: _("Not shown: not published"),
}


def state_of(highlight, today):
    """Return where a highlight stands on a day."""
    if highlight.last_day and highlight.last_day < today:
        return PAST
    if (highlight.film or highlight.selection).published_at is None:
        return NOT_PUBLISHED
    return TO_COME if highlight.first_day and highlight.first_day > today else NOW


class DaysFilter(admin.SimpleListFilter):
    title = _("days")
    parameter_name = "days"

    def lookups(self, request, model_admin):
        return [(name, STATES[name]) for name in (NOW, TO_COME, PAST)]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        match self.value():
            case "now":
                return queryset.on(today)
            case "to_come":
                return queryset.filter(first_day__gt=today)
            case "past":
                return queryset.filter(last_day__lt=today)
        return queryset


@admin.register(Highlight)
class HighlightAdmin(KeepsUnfinished, TakesTurn, RelatedStay, admin.ModelAdmin):
    change_list_template = "admin/highlights/change_list.html"
    list_display = ["__str__", "kind", "sentence_fr", "first_day", "last_day", "position", "state"]
    list_filter = [DaysFilter]
    list_select_related = ["film", "selection"]
    autocomplete_fields = ["film", "selection"]
    ordering = ["-first_day", "position"]
    fieldsets = [
        (
            None,
            {
                "fields": [("film", "selection"), ("first_day", "last_day", "position")],
                "description": _(
                    "The front page opens on one film and one selection. What is saved here is shown on its days, if "
                    "the film or the selection is published. On a day without one, the newest is shown."
                ),
            },
        ),
        (_("Sentence"), {"fields": ["sentence_fr", "sentence_en", "signed_by"]}),
    ]

    @admin.display(description=_("kind"))
    def kind(self, highlight):
        return _("film") if highlight.film_id else _("selection")

    @admin.display(description=_("state"))
    def state(self, highlight):
        return STATES[state_of(highlight, timezone.localdate())]

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"today": timezone.localdate(), **(extra_context or {})})

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview_view)
        return [path("preview/", view, name="catalogue_highlight_preview"), *super().get_urls()]

    def preview_view(self, request):
        """The front page with the highlights of a day, and the catalogue as it is now."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            day = date.fromisoformat(request.GET.get("day", ""))
        except ValueError:
            day = timezone.localdate()
        state, popular = state_and(popularity.COLUMN)
        highlights = [document(highlight) for highlight in Highlight.objects.on(day)]
        front = Front(postings_of(state, timezone.localdate()), day, highlights, popularity.films(popular))
        return render(request, "catalogue/home.html", {"front": front, "draft": day})
