"""A film's versions, each with its languages written as names between commas."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.models import LanguageUse, Version
from catalogue.publication.documents.film import version_part
from catalogue.reference.versions import version_name

from .combobox import ChosenForm
from .languages import LanguagesField, keep_languages, shown
from .named_rows import NamedFormSet
from .ordered import Ordered, OrderedFormSet

HELP = _("Names or codes between commas: French, English.")


class VersionForm(ChosenForm):
    """A version and one field for each use of a language, named as the use."""

    spoken = LanguagesField(label=LanguageUse.Use.SPOKEN.label, help_text=HELP)
    subtitles = LanguagesField(label=LanguageUse.Use.SUBTITLES.label, help_text=HELP)
    dubbed = LanguagesField(label=LanguageUse.Use.DUBBED.label)
    audio_description = LanguagesField(label=LanguageUse.Use.AUDIO_DESCRIPTION.label)
    sdh = LanguagesField(label=LanguageUse.Use.SDH.label)
    voice_over = LanguagesField(label=LanguageUse.Use.VOICE_OVER.label)
    sung = LanguagesField(label=LanguageUse.Use.SUNG.label)
    signed = LanguagesField(label=LanguageUse.Use.SIGNED.label)
    intertitles = LanguagesField(label=LanguageUse.Use.INTERTITLES.label)

    kept_as = dict.fromkeys(LanguageUse.Use.values, ("language_uses",))  # in a state

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for use, codes in languages_by_use(self.instance).items():
                self.initial[use] = codes

    def _save_m2m(self):
        super()._save_m2m()
        for use in LanguageUse.Use.values:
            if use in self.changed_data:
                keep_languages(self.instance.language_uses, self.cleaned_data[use], use=use)


class VersionFormSet(NamedFormSet, OrderedFormSet):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.instance.rows_of_versions = self  # from which offers choose

    def called(self, version):
        return version_name(version_part(version, version.film)["label"], get_language())

    def clean(self):
        """Tell the film's other rows which versions there are, and will be: an offer may name one not saved yet."""
        super().clean()
        kept = (form for form in self.forms if form not in self.deleted_forms)
        self.instance.versions_entered = {
            version_key(form): form.instance for form in kept if form.instance.pk or form.has_changed()
        }


def version_key(form):
    """Return what an offer calls a version of the same form: its key, or its row where it has none yet."""
    return str(form.instance.pk or f"new-{form.prefix.rpartition('-')[2]}")


class VersionInline(Ordered, admin.StackedInline):
    model = Version
    formset = VersionFormSet
    add_words = _("Add a version")
    begins = True
    form = VersionForm
    readonly_fields = ["languages"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("spoken", "subtitles", "label", "running_time", "position"),
                ]
            },
        ),
        (
            _("Other languages"),
            {
                "fields": [
                    ("dubbed", "audio_description", "sdh"),
                    ("voice_over", "sung", "signed", "intertitles"),
                ],
                "classes": ["collapse"],
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("language_uses")

    def get_formset(self, request, obj=None, **options):
        formset = super().get_formset(request, obj, **options)
        formset.request = request
        return formset

    def get_fieldsets(self, request, obj=None):
        """Who may not change a version reads its languages in one line."""
        if self.has_change_permission(request, obj):
            return self.fieldsets
        return [(None, {"fields": ["label", "running_time", "languages"]})]

    @admin.display(description=_("languages"))
    def languages(self, version):
        lines = (
            (LanguageUse.Use(use).label, _(": "), ", ".join(map(shown, codes)))
            for use, codes in languages_by_use(version).items()
        )
        return format_html_join("\n", "<div>{}{}{}</div>", lines)


def languages_by_use(version):
    uses = {}
    for row in version.language_uses.all():
        uses.setdefault(row.use, []).append(row.language)
    return uses
