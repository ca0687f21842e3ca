"""Countries, genres and themes: what is saved here is on the site without being published, for they have no page of
their own.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.folding import fold
from catalogue.models import Country, Genre, Theme
from catalogue.publication.publish import publish_vocabulary
from catalogue.reference.countries import country_code

from .choosing import Chosen
from .many import tell_of
from .related import RelatedStay
from .search import SmallTableSearch
from .turns import TakesTurn
from .unfinished import KeepsUnfinished


class VocabularyAdmin(KeepsUnfinished, TakesTurn, SmallTableSearch, Chosen, RelatedStay, admin.ModelAdmin):
    search_fields = ["name_fr", "name_en"]
    list_per_page = 100
    key = None  # the column that addresses and documents are made of: chosen once

    def get_readonly_fields(self, request, obj=None):
        return [self.key] if obj else []

    def found(self, rows, term):
        """Those whose names begin so come first."""
        found = self.get_search_results(None, rows, term)[0]
        return sorted(found, key=lambda row: (not self._begins(row, fold(term)), fold(str(row))))

    @staticmethod
    def _begins(row, folded):
        return any(fold(name).startswith(folded) for name in (row.name_fr, row.name_en))

    def called(self, text):
        same = [row.pk for row in self.model.objects.all() if fold(text) in map(fold, _names(row))]
        return self.model.objects.filter(pk__in=same)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and form.has_changed() and (job := publish_vocabulary(obj, request.user)):
            tell_of(request, job)


def _names(row):
    return str(row.pk), row.name_fr, row.name_en


@admin.register(Country)
class CountryAdmin(VocabularyAdmin):
    key = "code"
    list_display = ["code", "name_fr", "name_en", "first_year", "last_year"]
    list_display_links = ["code", "name_fr"]
    list_filter = [("last_year", admin.EmptyFieldListFilter)]
    autocomplete_fields = ["successors"]

    def found(self, rows, term):
        """A country is found by its code and by every name that it is known by."""
        same = rows.filter(pk__in=[term.upper(), country_code(term) or ""])
        return list(dict.fromkeys([*same, *super().found(rows, term)]))

    def called(self, text):
        return Country.objects.filter(pk=country_code(text) or text.upper())

    def notes(self, countries):
        return {
            row.pk: f"{row.pk}, {row.first_year}–{row.last_year}" if row.last_year else row.pk
            for row in countries
        }

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
