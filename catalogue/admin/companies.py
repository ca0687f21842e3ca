"""Companies in the admin. Other apps add inlines of theirs to `CompanyAdmin.inlines`."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalogue.models import Company, FormerName

from .ordered import SwappableFormSet
from .previews import preview
from .publishing import PublishableAdmin, PublishableForm
from .related import SECURE_ADDRESSES
from .search import FoldedSearch
from .states import StateFilter


class FormerNameInline(admin.TabularInline):
    model = FormerName
    formset = SwappableFormSet
    extra = 0
    fields = ["name", "until"]


class CompanyForm(PublishableForm):
    def clean_predecessor(self):
        predecessor = self.cleaned_data["predecessor"]
        if predecessor and predecessor.pk == self.instance.pk:
            raise ValidationError(_("A company cannot be its own predecessor."), code="itself")
        return predecessor


@admin.register(Company)
class CompanyAdmin(FoldedSearch, PublishableAdmin):
    form = CompanyForm
    list_display = ["name", "full_name", "country", "state"]
    list_filter = [StateFilter, ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name"]
    folded_columns = ["folded_name", "folded_full_name", "former_names__folded_name"]
    autocomplete_fields = ["country", "predecessor"]
    inlines = [FormerNameInline]
    formfield_overrides = SECURE_ADDRESSES
    readonly_fields = ["logo_preview"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "full_name",
                    ("acronym_meaning_fr", "acronym_meaning_en"),
                    ("country", "website"),
                    ("predecessor", "declared_films"),
                ]
            },
        ),
        (_("About"), {"fields": ["about_fr", "about_en"]}),
        (_("Logo"), {"fields": ["logo_preview", "logo"]}),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def namesakes(self, company):
        return Company.objects.named(company.name)

    @admin.display(description=_("preview"))
    def logo_preview(self, company):
        return preview(company.logo, company.name)
