"""Countries, genres and themes: what is saved here is on the site without being published, for they have no page of
their own.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.models import Country, Genre, Theme
from catalogue.publication.publish import publish_vocabulary

from .many import tell_of
from .search import SmallTableSearch
from .turns import TakesTurn


class VocabularyAdmin(TakesTurn, SmallTableSearch, admin.ModelAdmin):
    search_fields = ["name_fr", "name_en"]
    list_per_page = 100
    key = None  # the column that addresses and documents are made of: chosen once

    def get_readonly_fields(self, request, obj=None):
        return [self.key] if obj else []

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and form.has_changed() and (job := publish_vocabulary(obj, request.user)):
            tell_of(request, job)


@admin.register(Country)
class CountryAdmin(VocabularyAdmin):
    key = "code"
    list_display = ["code", "name_fr", "name_en", "first_year", "last_year"]
    list_display_links = ["code", "name_fr"]
    list_filter = [("last_year", admin.EmptyFieldListFilter)]
    autocomplete_fields = ["successors"]
    fieldsets = [
        (None, {"fields": ["code", ("name_fr", "name_en")]}),
        (
            _("Former state"),
            {
                "fields": [("first_year", "last_year"), "successors"],
                "description": _("For example USSR, 1922 to 1991, and the states that came after it."),
            },
        ),
    ]


class TermAdmin(VocabularyAdmin):
    key = "slug"
    list_display = ["name_fr", "name_en", "slug"]
    fields = [("name_fr", "name_en"), "slug"]


@admin.register(Genre)
class GenreAdmin(TermAdmin):
    pass


@admin.register(Theme)
class ThemeAdmin(TermAdmin):
    pass
