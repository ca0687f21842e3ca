"""Texts about films and people, alone and on the page of their subject."""

from django.contrib import admin
from django.db import models
from django.forms import Textarea
from django.urls import path
from django.utils.translation import gettext_lazy as _

from catalogue.models import Text

from .combobox import ChosenForm
from .languages import NamedLanguages
from .ordered import Ordered
from .publishing import PublishableAdmin
from .search import FoldedSearch
from .states import STATES, StateFilter, state_of
from .typesetting import typeset_view


class TextInline(NamedLanguages, Ordered, admin.StackedInline):
    """A subject's texts. One that is not wanted any more is taken off the site and deleted on its own page."""

    model = Text
    add_words = _("Add a text")
    can_delete = False
    show_change_link = True
    autocomplete_fields = ["author"]
    readonly_fields = ["state"]
    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 8})}}
    fields = [
        ("text_kind", "language", "state"),
        "heading",
        "body",
        ("author", "author_name", "author_quality"),
        ("date", "source", "position"),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author")

    @admin.display(description=_("state"))
    def state(self, text):
        return STATES[state_of(text)] if text.pk else "–"


@admin.register(Text)
class TextAdmin(NamedLanguages, FoldedSearch, PublishableAdmin):
    form = ChosenForm  # the address is unique among the texts of one subject only, which the database sees to
    list_display = ["__str__", "text_kind", "subject", "signature", "language", "state", "changed_by"]
    list_filter = [StateFilter, "text_kind"]
    list_select_related = ["film", "person", "author"]
    search_fields = ["heading"]
    folded_columns = ["film__folded_title", "person__folded_name", "author__folded_name"]
    autocomplete_fields = ["film", "person", "author"]
    fieldsets = [
        (
            _("About"),
            {
                "fields": [("film", "person")],
                "description": _("The film or the person that the text is about: one of them."),
            },
        ),
        (_("Text"), {"fields": [("text_kind", "language"), "heading", "body"]}),
        (
            _("Signature"),
            {"fields": [("author", "author_name"), "author_quality", ("date", "source")]},
        ),
        (_("Address and order"), {"fields": ["slug", "position"], "classes": ["collapse"]}),
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(typeset_view)
        return [path("typeset/", view, name="catalogue_text_typeset"), *super().get_urls()]

    def kept_with(self, text):
        """A text is a part of its film or person too."""
        return [one for one in (text, text.film, text.person) if one]

    def get_search_results(self, request, queryset, search_term):
        """Headings have no folded column: they are searched as they are written."""
        found, _doubled = super().get_search_results(request, queryset, search_term)
        if search_term.strip():
            found = found | queryset.filter(heading__icontains=search_term.strip())
        return found, False

    @admin.display(description=_("about"))
    def subject(self, text):
        return text.film or text.person

    @admin.display(description=_("author"))
    def signature(self, text):
        return text.author or text.author_name
