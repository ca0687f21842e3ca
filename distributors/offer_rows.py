"""Offers on their film's page. An offer may name a version that the same form enters: both are saved at once."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.admin.combobox import ChosenForm
from catalogue.admin.related import SECURE_ADDRESSES, RelatedStay
from catalogue.admin.rows import Rows
from catalogue.admin.scope import within
from catalogue.models import Version
from catalogue.publication.documents.film import version_part
from catalogue.reference.versions import version_name

from .models import Distributor, Offer
from .partners import is_partner

NEW_ROWS = 20  # of versions that an offer may name before they are saved


def version_called(version):
    """Return the label that the site gives a version."""
    return version_name(version_part(version, version.film)["label"], get_language())


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


class OfferRows(forms.BaseInlineFormSet):
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
        return within(request, super().get_queryset(request).for_documents())

    def formfield_for_foreignkey(self, db_field, request, **options):
        """The film's versions are read once, whatever the number of its offers; a partner names one distributor."""
        if db_field.name == "distributor" and is_partner(request.user):
            options |= {"queryset": within(request, Distributor.objects.all()), "required": True}
        if db_field.name != "version":
            return super().formfield_for_foreignkey(db_field, request, **options)
        versions = self._versions(request)
        return VersionRowField(
            label=_("Version"),
            required=False,
            choices=[("", _("any version")), *versions, *_rows_to_come(request, len(versions))],
            help_text=_("Empty: any version."),
        )

    def _versions(self, request):
        film = request.resolver_match.kwargs.get("object_id")
        if film is None:
            return []
        versions = Version.objects.filter(film=film).select_related("film")
        versions = versions.prefetch_related("language_uses", "film__original_languages")
        return [(str(version.pk), version_called(version)) for version in versions]


def _rows_to_come(request, saved):
    """The rows of versions that this form enters. A script keeps them as they are named while one types."""
    last = saved + 1
    if (sent := request.POST.get("versions-TOTAL_FORMS", "")).isdecimal():
        last = min(int(sent), saved + NEW_ROWS)
    return [
        (f"new-{number}", format_lazy(_("new version, row {number}"), number=number + 1))
        for number in range(saved, last)
    ]
