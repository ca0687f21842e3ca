"""Selections: what curators put together."""

from django.contrib import admin
from django.db import models
from django.forms import Textarea
from django.utils.translation import gettext_lazy as _

from catalogue.models import SelectedFilm, Selection

from .ordered import Ordered, RowsWhenAdding
from .publishing import PublishableAdmin
from .states import StateFilter


class SelectedFilmInline(Ordered, RowsWhenAdding, admin.TabularInline):
    model = SelectedFilm
    fields = ["film", "note_fr", "note_en", "position"]
    autocomplete_fields = ["film"]
    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 2})}}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("film")


@admin.register(Selection)
class SelectionAdmin(PublishableAdmin):
    list_display = ["title_fr", "curator", "film_count", "state", "modified_at"]
    list_filter = [StateFilter, "curator"]
    search_fields = ["title_fr", "title_en", "curator"]
    inlines = [SelectedFilmInline]
    fieldsets = [
        (None, {"fields": [("title_fr", "title_en"), "curator", ("first_day", "last_day")]}),
        (_("Introduction"), {"fields": ["introduction_fr", "introduction_en"]}),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(film_count=models.Count("selected_films"))

    @admin.display(description=_("films"), ordering="film_count")
    def film_count(self, selection):
        return selection.film_count
