"""Form fields in which an editor writes languages by name or code, in French or English."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.models.fields import validate_language
from catalogue.reference.languages import language_code, language_name


class LanguageField(forms.CharField):
    """One language; its value is a BCP 47 code."""

    def to_python(self, value):
        text = super().to_python(value)
        return code_of(text) if text else text

    def prepare_value(self, value):
        return shown(value) if value else value


class LanguagesField(forms.CharField):
    """Languages between commas, in order; its value is a list of BCP 47 codes."""

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"class": "vTextField"})
        super().__init__(**{"required": False, "max_length": 500, "widget": widget, **options})

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
