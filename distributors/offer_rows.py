"""Offers on their film's page. An offer may name a version that the same form enters: both are saved at once."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.admin.combobox import ChosenForm
from catalogue.admin.related import SECURE_ADDRESSES, RelatedStay
from catalogue.admin.rows import Rows, RowsFormSet
from catalogue.admin.scope import within
from catalogue.models import Country
from catalogue.publication.documents.film import version_part
from catalogue.reference.versions import version_name

from .models import Distributor, Offer
from .partners import is_partner


def version_called(version, film):
    """Return the label that the site gives a version."""
    return version_name(version_part(version, film)["label"], get_language())


class VersionRowField(forms.ChoiceField):
    """A version of the film: saved, or a row of the same form ("new-0"). Its value is a key or such a row."""

    widget = forms.Select(attrs={"data-versions": True})

    def prepare_value(self, value):
        return "" if value is None else str(value)

    def has_changed(self, initial, data):
        return str(initial or "") != str(data or "")

    def valid_value(self, value):
        return super().valid_value(value) or value.removeprefix("new-").isdecimal()


class OfferRow(ChosenForm):
    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {
            "version"
        }  # the rows of versions decide, see OfferRows

    def _post_clean(self):
        """The version is set when it is saved: a row has no key yet."""
        chosen = self.cleaned_data.pop("version", None)
        super()._post_clean()
        self.version = chosen or ""
        self.cleaned_data["version"] = chosen


class OfferRows(RowsFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if isinstance(field := form.fields.get("version"), VersionRowField):
            field.choices = self.versions

    @cached_property
    def versions(self):
        """The versions of the film, read once for all offers; then those whose rows the same form enters."""
        rows = getattr(self.instance, "rows_of_versions", None)
        versions = list(rows.get_queryset()) if rows and self.instance.pk else []
        prefetch_related_objects([self.instance] if versions else [], "original_languages")
        to_come = range(len(versions), rows.total_form_count() if rows else 0)
        return [
            ("", _("any version")),
            *((str(version.pk), version_called(version, self.instance)) for version in versions),
            *((f"new-{number}", _("new version, row %d") % (number + 1)) for number in to_come),
        ]

    def clean(self):
        """Each version named is one that the film has, or will have once this form is saved."""
        super().clean()
        entered = getattr(self.instance, "versions_entered", None)
        if entered is None:  # who may not see versions changes none
            return
        for form in self.forms:
            if form in self.deleted_forms or not (key := getattr(form, "version", "")):
                continue
            if key not in entered:
                form.add_error("version", _gone(key))

    def _keep_version(self, form):
        if "version" in form.changed_data:
            entered = getattr(self.instance, "versions_entered", {})
            form.instance.version = entered.get(form.version)

    def save_new(self, form, commit=True):
        self._keep_version(form)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        self._keep_version(form)
        return super().save_existing(form, obj, commit)


def _gone(key):
    if key.startswith("new-"):
        return ValidationError(_("This version is not entered: its row is empty."), code="empty")
    return ValidationError(
        _("This offer names a version that is being removed: choose another one, or none."), code="removed"
    )


class OfferInline(Rows, RelatedStay, admin.StackedInline):
    model = Offer
    form = OfferRow
    formset = OfferRows
    add_words = _("Add an offer")
    autocomplete_fields = ["distributor", "countries"]
    formfield_overrides = SECURE_ADDRESSES
    fields = [
        ("support", "use", "version", "distributor"),
        ("availability", "countries", "everywhere"),
        ("first_day", "last_day", "price", "address"),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("distributor__company")
        return within(request, rows.prefetch_related(Prefetch("countries", Country.objects.order_by("pk"))))

    def formfield_for_foreignkey(self, db_field, request, **options):
        """A partner names one distributor."""
        if db_field.name == "distributor" and is_partner(request.user):
            options |= {"queryset": within(request, Distributor.objects.all()), "required": True}
        if db_field.name != "version":
            return super().formfield_for_foreignkey(db_field, request, **options)
        return VersionRowField(label=_("Version"), required=False, help_text=_("Empty: any version."))
