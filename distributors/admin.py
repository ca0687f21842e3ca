"""Distribution in the admin: offers on their film's page and alone, a distributor's profile on its company's."""

from django import forms
from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.admin.companies import CompanyAdmin
from catalogue.admin.films import FilmAdmin
from catalogue.admin.search import FoldedSearch
from catalogue.admin.versions import VersionInline
from catalogue.models import Version
from catalogue.publication.documents.film import version_part

from .models import Distributor, Offer

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
        return version_part(version, version.film)["label"]


class VersionsOfTheFilm:
    """For an offer's form: of all versions, only those of the film at hand."""

    def film_id(self, request):
        raise NotImplementedError

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "version":
            versions = Version.objects.filter(film=self.film_id(request)).select_related("film")
            options["queryset"] = versions.prefetch_related("language_uses", "film__original_languages")
            options["form_class"] = VersionChoice
        return super().formfield_for_foreignkey(db_field, request, **options)


class OfferInline(VersionsOfTheFilm, admin.StackedInline):
    model = Offer
    extra = 0
    autocomplete_fields = ["distributor", "countries"]
    fields = [
        ("support", "use", "version"),
        ("distributor", "countries"),
        ("first_day", "last_day", "suspended"),
        ("price", "address"),
    ]

    def film_id(self, request):
        return request.resolver_match.kwargs.get("object_id")

    def get_queryset(self, request):
        return super().get_queryset(request).for_documents()


class DistributorInline(admin.StackedInline):
    model = Distributor
    extra = 0
    formfield_overrides = SHORT_TEXTS
    fields = DISTRIBUTOR_FIELDS


FilmAdmin.inlines.insert(FilmAdmin.inlines.index(VersionInline) + 1, OfferInline)
CompanyAdmin.inlines.append(DistributorInline)


@admin.register(Distributor)
class DistributorAdmin(FoldedSearch, admin.ModelAdmin):
    """A profile is published with its company: saving it here marks the company as changed."""

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

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        obj.company.touch()


class OfferForm(forms.ModelForm):
    def clean(self):
        """A film chosen anew leaves the version, which was of the film before."""
        values = super().clean()
        version = values.get("version")
        if version and version.film != values.get("film"):
            self.add_error("version", _("This is a version of another film."))
        return values


@admin.register(Offer)
class OfferAdmin(FoldedSearch, VersionsOfTheFilm, admin.ModelAdmin):
    """An offer is published with its film: saving it here marks the film as changed."""

    form = OfferForm
    list_display = ["film", "support", "use", "distributor", "first_day", "last_day", "suspended"]
    list_filter = ["support", "use", "suspended", ("distributor", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["film", "distributor__company"]
    list_per_page = 50
    search_fields = ["film__title"]
    folded_columns = ["film__folded_title", "distributor__company__folded_name"]
    autocomplete_fields = ["film", "distributor", "countries"]
    fieldsets = [
        (None, {"fields": ["film", ("support", "use", "version"), "distributor"]}),
        (_("Where and when"), {"fields": ["countries", ("first_day", "last_day"), "suspended"]}),
        (_("Price and address"), {"fields": [("price", "address")]}),
    ]

    def film_id(self, request):
        offer = Offer.objects.filter(pk=request.resolver_match.kwargs.get("object_id"))
        return offer.values("film")

    def save_model(self, request, obj, form, change):
        before = Offer.objects.select_related("film").filter(pk=obj.pk).first()
        super().save_model(request, obj, form, change)
        for film in {obj.film, before.film if before else obj.film}:
            film.touch()
