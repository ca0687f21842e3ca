"""Form fields in which an editor writes languages by name or code, in French or English."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.models.fields import validate_language
from catalogue.reference.languages import language_code, language_name, languages_found

from .combobox import SCRIPT


class LanguageInput(forms.TextInput):
    """Languages are found while they are typed, by any name or code; what is sent is what is written."""

    class Media:
        js = (SCRIPT,)

    def __init__(self, many=False):
        super().__init__(attrs={"class": "vTextField", "autocomplete": "off", "spellcheck": "false"})
        self.many = many

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-combobox": reverse("admin:catalogue_languages"),
            "data-many" if self.many else "data-plain": True,
        }
        return context


def languages_view(request):
    """The languages that a term finds, as the combobox asks for them; without a term those of both interfaces."""
    term = request.GET.get("term", "").strip()[:100]
    codes = languages_found(term, get_language()) if term else ["fr", "en"]
    rows = [{"key": shown(code), "text": shown(code), "written": shown(code), "note": code} for code in codes]
    return JsonResponse({"term": term, "rows": rows})


class LanguageField(forms.CharField):
    """One language; its value is a BCP 47 code."""

    def __init__(self, **options):
        super().__init__(**{"widget": LanguageInput(), **options})

    def to_python(self, value):
        text = super().to_python(value)
        return code_of(text) if text else text

    def prepare_value(self, value):
        return shown(value) if value else value


class LanguagesField(forms.CharField):
    """Languages between commas, in order; its value is a list of BCP 47 codes."""

    def __init__(self, **options):
        super().__init__(
            **{"required": False, "max_length": 500, "widget": LanguageInput(many=True), **options}
        )

    def to_python(self, value):
        if isinstance(value, list):
            return value
        names = (name.strip() for name in super().to_python(value).replace(";", ",").split(","))
        return list(dict.fromkeys(code_of(name) for name in names if name))

    def run_validators(self, value):
        super().run_validators(", ".join(value))

    def prepare_value(self, value):
        return ", ".join(map(shown, value)) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        try:
            return (initial or []) != self.to_python(data)
        except ValidationError:
            return True


class NamedLanguages:
    """For an admin or an inline: every column that holds one language is written by name or code."""

    def formfield_for_dbfield(self, db_field, request, **options):
        if validate_language not in db_field.validators:
            return super().formfield_for_dbfield(db_field, request, **options)
        return LanguageField(
            label=capfirst(db_field.verbose_name),
            required=not db_field.blank,
            max_length=100,
            initial=db_field.get_default(),
            help_text=_("Name or code: French, English, pt-BR…"),
        )


def code_of(name):
    code = language_code(name)
    if code is None:
        raise ValidationError(
            _(
                "“%(name)s” is not understood: write the name of a language in French or English, or its code."
            ),
            code="unknown_language",
            params={"name": name},
        )
    return code


def shown(code):
    """Return a language's name in the editor's language, or its code where the name would not lead back to it."""
    name = language_name(code, get_language())
    return name if language_code(name) == code and "," not in name else code


def keep_languages(rows, codes, **fixed):
    """Make the rows of a relation, those with these `fixed` columns, hold these languages in this order."""
    rows.filter(**fixed).exclude(language__in=codes).delete()
    for position, code in enumerate(codes):
        rows.update_or_create(language=code, **fixed, defaults={"position": position})
