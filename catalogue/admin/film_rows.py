"""What belongs to a film, row by row on its page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.models import CompanyCredit, Credit, FilmCountry, Identifier, OtherTitle, Still

from .languages import NamedLanguages
from .ordered import Ordered, RowsWhenAdding, SwappableFormSet
from .previews import preview


class FilmCountryInline(Ordered, RowsWhenAdding, admin.TabularInline):
    model = FilmCountry
    fields = ["country", "position"]
    autocomplete_fields = ["country"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("country")


class CreditInline(Ordered, RowsWhenAdding, admin.TabularInline):
    model = Credit
    fields = ["role", "person", "credited_as", "character", "position"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


class CompanyCreditInline(Ordered, RowsWhenAdding, admin.TabularInline):
    model = CompanyCredit
    fields = ["role", "company", "position"]
    autocomplete_fields = ["company"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company")


class OtherTitleInline(NamedLanguages, Ordered, admin.TabularInline):
    model = OtherTitle
    extra = 0
    fields = ["title", "language", "kind", "position"]


class IdentifierInline(admin.TabularInline):
    model = Identifier
    formset = SwappableFormSet
    extra = 0
    fields = ["scheme", "value"]


class StillInline(Ordered, admin.StackedInline):
    model = Still
    extra = 0
    readonly_fields = ["image_preview"]
    fields = ["image_preview", "image", ("text_fr", "text_en"), ("credit", "focal_x", "focal_y", "position")]

    @admin.display(description=_("preview"))
    def image_preview(self, still):
        return preview(still.image, still.text_fr)
