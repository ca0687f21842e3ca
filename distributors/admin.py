"""Distribution in the admin: offers alone, a distributor's profile, both on the pages of films and companies."""

from django import forms
from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.admin.accounts import AccountAdmin
from catalogue.admin.choosing import Chosen, SavesChosen
from catalogue.admin.combobox import ChosenForm
from catalogue.admin.companies import CompanyAdmin
from catalogue.admin.films import FilmAdmin
from catalogue.admin.keeping_states import KeepsStates
from catalogue.admin.related import SECURE_ADDRESSES, RelatedStay
from catalogue.admin.rows import Rows
from catalogue.admin.scope import Scoped
from catalogue.admin.search import FoldedSearch
from catalogue.admin.sections import Section
from catalogue.admin.typesetting import SaysWhatWasTypeset
from catalogue.admin.unfinished import KeepsUnfinished
from catalogue.models import Company, Version

from .desk import EndsFilter
from .models import Distributor, Offer, Partner
from .offer_rows import OfferInline, version_called

DISTRIBUTOR_FIELDS = [
    ("contact_email", "contact_phone"),
    "contact_address",
    ("introduction_fr", "introduction_en"),
    ("terms_fr", "terms_en"),
]
SHORT_TEXTS = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 4})}}


class VersionChoice(forms.ModelChoiceField):
    """A version by the label that the site gives it."""

    def label_from_instance(self, version):
        return version_called(version, version.film)


class DistributorInline(Rows, RelatedStay, admin.StackedInline):
    """A profile is deleted on its own page, which shows the offers that go with it."""

    model = Distributor
    add_words = _("Add a distributor’s profile")
    can_delete = False
    formfield_overrides = SHORT_TEXTS
    fields = DISTRIBUTOR_FIELDS


class PartnerInline(admin.StackedInline):
    """Of an account: the company whose films it writes on, where its role is partner."""

    model = Partner
    autocomplete_fields = ["company"]
    extra = 0

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "company":  # it is chosen here, and changed on its own page
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = (
                False
            )
        return field


FilmAdmin.add_section(Section("offers", _("Where it can be seen"), [OfferInline]), after="essential")
CompanyAdmin.add_section(
    Section("distribution", _("As a distributor"), [DistributorInline]), after="essential"
)
AccountAdmin.inlines.append(PartnerInline)


class PartOfPages(
    KeepsUnfinished, Scoped, KeepsStates, SaysWhatWasTypeset, SavesChosen, RelatedStay, admin.ModelAdmin
):
    """For what has no page and shows on others': saving or deleting it marks those as changed."""

    def pages_changed_by_saving(self, obj):
        raise NotImplementedError

    def pages_changed_by_deleting(self, obj):
        return self.pages_changed_by_saving(obj)

    def kept_with(self, obj):
        return self.pages_changed_by_saving(obj)

    def kept_before_deleting(self, obj):
        return self.pages_changed_by_deleting(obj)

    def save_model(self, request, obj, form, change):
        if change and not form.has_changed():
            return
        before = self.model.objects.filter(pk=obj.pk).first() if change else None
        pages = self.pages_changed_by_saving(before) if before else set()
        super().save_model(request, obj, form, change)
        _touch(pages | self.pages_changed_by_saving(obj))

    def delete_model(self, request, obj):
        pages = self.pages_changed_by_deleting(obj)
        super().delete_model(request, obj)
        _touch(pages)

    def delete_queryset(self, request, queryset):
        pages = set().union(*map(self.pages_changed_by_deleting, queryset))
        super().delete_queryset(request, queryset)
        _touch(pages)


def _touch(pages):
    for page in pages:
        page.touch()


@admin.register(Distributor)
class DistributorAdmin(FoldedSearch, Chosen, PartOfPages):
    """A distributor's profile, published with its company. It stays that company's."""

    list_display = ["company", "contact_email", "contact_phone"]
    list_select_related = ["company"]
    list_per_page = 50
    search_fields = ["company__name"]
    folded_columns = ["company__folded_name", "company__folded_full_name"]
    autocomplete_fields = ["company"]
    formfield_overrides = SHORT_TEXTS
    fields = ["company", *DISTRIBUTOR_FIELDS]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company")

    def get_readonly_fields(self, request, obj=None):
        return ["company"] if obj else []

    def pages_changed_by_saving(self, profile):
        return {profile.company}

    def called(self, text):
        return Distributor.objects.filter(company__in=Company.objects.named(text))

    def made(self, name):
        """A profile of the company of this name, which may be new as well."""
        return Distributor(company=Company.objects.named(name).first() or Company(name=name))

    def check_made(self, profile):
        if profile.company._state.adding:
            profile.company.full_clean(exclude=["slug"])

    def keep(self, request, profile):
        company = profile.company
        if company._state.adding:
            companies = self.admin_site._registry[Company]
            company = companies.keep(request, company)
        same = Distributor.objects.filter(company=company).first()
        profile.company = company
        return same or super().keep(request, profile)

    def pages_changed_by_deleting(self, profile):
        return {profile.company, *(offer.film for offer in profile.offers.select_related("film"))}


class DistributorFilter(admin.SimpleListFilter):
    title = _("distributor")
    parameter_name = "distributor"

    def lookups(self, request, model_admin):
        return Distributor.objects.filter(offers__isnull=False).distinct().values_list("pk", "company__name")

    def queryset(self, request, queryset):
        chosen = self.value() or ""
        return queryset.filter(distributor=chosen) if chosen.isdecimal() else queryset


class OfferForm(ChosenForm):
    def clean(self):
        """A film chosen anew leaves the version, which was of the film before."""
        values = super().clean()
        version = values.get("version")
        if version and version.film != values.get("film"):
            self.add_error("version", _("This is a version of another film."))
        return values


@admin.register(Offer)
class OfferAdmin(FoldedSearch, PartOfPages):
    """A way to see a film, published with it."""

    form = OfferForm
    list_display = ["film", "support", "use", "distributor", "availability", "first_day", "last_day"]
    list_filter = ["support", "use", "availability", EndsFilter, DistributorFilter]
    list_select_related = ["film", "distributor__company"]
    list_per_page = 50
    search_fields = ["film__title"]
    folded_columns = ["film__folded_title", "distributor__company__folded_name"]
    autocomplete_fields = ["film", "distributor", "countries"]
    formfield_overrides = SECURE_ADDRESSES
    fieldsets = [
        (None, {"fields": ["film", ("support", "use", "version"), "distributor"]}),
        (
            _("Where and when"),
            {"fields": ["availability", ("countries", "everywhere"), ("first_day", "last_day")]},
        ),
        (_("Price and address"), {"fields": [("price", "address")]}),
    ]

    def formfield_for_foreignkey(self, db_field, request, **options):
        """Of all versions, those of the offer's film."""
        if db_field.name == "version":
            films = Offer.objects.filter(pk=request.resolver_match.kwargs.get("object_id")).values("film")
            versions = Version.objects.filter(film__in=films).select_related("film")
            options["queryset"] = versions.prefetch_related("language_uses", "film__original_languages")
            options["form_class"] = VersionChoice
        return super().formfield_for_foreignkey(db_field, request, **options)

    def pages_changed_by_saving(self, offer):
        return {offer.film}
