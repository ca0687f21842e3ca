"""Companies in the admin. Other apps add sections of theirs."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalogue.models import Company, CompanyCredit, FormerName

from .lists import InUseFilter
from .ordered import SwappableFormSet
from .pasting import ComesFromPages
from .previews import preview
from .publishing import PublishableAdmin, PublishableForm
from .related import SECURE_ADDRESSES, RelatedStay
from .rows import Rows
from .search import FoldedSearch
from .sections import Fields, Section, Sectioned
from .states import StateFilter


class FormerNameInline(Rows, RelatedStay, admin.TabularInline):
    model = FormerName
    add_words = _("Add a former name")
    in_lines = True
    formset = SwappableFormSet
    fields = ["name", "until"]


class CompanyForm(PublishableForm):
    def clean_predecessor(self):
        predecessor = self.cleaned_data["predecessor"]
        if predecessor and predecessor.pk == self.instance.pk:
            raise ValidationError(_("A company cannot be its own predecessor."), code="itself")
        return predecessor


@admin.register(Company)
class CompanyAdmin(ComesFromPages, Sectioned, FoldedSearch, PublishableAdmin):
    form = CompanyForm
    list_display = ["name", "full_name", "country", "state", "changed_by", "modified"]
    list_filter = [StateFilter, ("country", InUseFilter)]
    list_select_related = ["country"]
    search_fields = ["name"]
    folded_columns = ["folded_name", "folded_full_name", "former_names__folded_name"]
    autocomplete_fields = ["country", "predecessor"]
    choose_columns = ["folded_name", "folded_full_name"]
    alike_by = "name"
    formfield_overrides = SECURE_ADDRESSES
    readonly_fields = ["logo_preview"]
    sections = [
        Section(
            "essential",
            _("The essential"),
            [Fields("name", "full_name", ("country", "website"))],
            short=True,
            wanted=("country", "website"),
        ),
        Section("about", _("About"), [Fields(("about_fr", "about_en"))]),
        Section(
            "history",
            _("Its name and history"),
            [
                Fields(("acronym_meaning_fr", "acronym_meaning_en"), ("predecessor", "declared_films")),
                FormerNameInline,
            ],
        ),
        Section("logo", _("Logo"), [Fields("logo_preview", "logo")]),
        Section("address", _("Address"), [Fields("slug")]),
    ]

    def namesakes(self, company):
        return Company.objects.named(company.name)

    @admin.display(description=_("preview"))
    def logo_preview(self, company):
        return preview(company.logo, company.name)

    # Chosen by typing

    def notes(self, companies):
        """Their country, and two films."""
        credits = CompanyCredit.objects.filter(company__in=companies).order_by("-film__year")
        told = {company.pk: [str(company.country)] if company.country_id else [] for company in companies}
        for pk, title in credits.values_list("company", "film__title").distinct():
            if len(told[pk]) < 3:
                told[pk].append(title)
        return {pk: " · ".join(words) for pk, words in told.items()}

    def called(self, text):
        same = Company.objects.filter(name=text)
        return same if same.exists() else Company.objects.named(text)

    def made(self, name):
        return Company(name=name)

    def keep(self, request, company):
        return Company.objects.filter(name=company.name).first() or super().keep(request, company)
