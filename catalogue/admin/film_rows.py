"""What belongs to a film, row by row on its page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.models import CompanyCredit, Credit, FilmCountry, Identifier, OtherTitle, Still

from .languages import NamedLanguages
from .ordered import Ordered, SwappableFormSet
from .previews import preview
from .related import RelatedStay
from .rows import Rows


class FilmCountryInline(Ordered, admin.TabularInline):
    add_words = _("Add a country")
    begins = in_lines = True
    model = FilmCountry
    fields = ["country", "position"]
    autocomplete_fields = ["country"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("country")


class CreditInline(Ordered, admin.TabularInline):
    verbose_name_plural = _("Directors, cast and crew")
    add_words = _("Add a credit")
    begins = in_lines = True
    model = Credit
    fields = ["person", "role", "credited_as", "character", "position"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


class CompanyCreditInline(Ordered, admin.TabularInline):
    add_words = _("Add a company")
    begins = in_lines = True
    model = CompanyCredit
    fields = ["company", "role", "position"]
    autocomplete_fields = ["company"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company")


class OtherTitleInline(NamedLanguages, Ordered, admin.TabularInline):
    model = OtherTitle
    add_words = _("Add a title")
    in_lines = True
    fields = ["title", "language", "kind", "position"]


class IdentifierInline(Rows, RelatedStay, admin.TabularInline):
    model = Identifier
    add_words = _("Add an identifier")
    in_lines = True
    formset = SwappableFormSet
    fields = ["scheme", "value"]


class StillInline(Ordered, admin.StackedInline):
    model = Still
    add_words = _("Add a still")
    readonly_fields = ["image_preview"]
    fields = ["image_preview", "image", ("text_fr", "text_en"), ("credit", "focal_x", "focal_y", "position")]

    @admin.display(description=_("preview"))
    def image_preview(self, still):
        return preview(still.image, still.text_fr)
