"""Numbers as an editor writes them: commas and points mean what the language says.

The inputs are plain text: a browser's number input drops a comma without a word. What can be read in two ways is an
error that says both.
"""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import get_format, number_format
from django.utils.translation import gettext_lazy as _

GROUPS = re.compile(r"(?<=\d)[\s\u00a0\u202f’'](?=\d{3}(?!\d))")  # 1 850 and 1’850 are grouped, nothing else
PLAIN = re.compile(r"-?\d+")
ONE_SIGN = re.compile(r"(-?)(\d*)([.,])(\d+)")
TWO_SIGNS = re.compile(r"-?\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)[.,]\d+|-?\d{1,3}(?:([.,])\d{3}){2,}")
HOURS = re.compile(r"(\d{1,2})\s*h\s*(\d{1,2})?\s*(?:min|mn|m)?\.?", re.IGNORECASE)
MINUTES = re.compile(r"(\d+)\s*(?:min|mn|m|'|’|′)\.?", re.IGNORECASE)


def read_number(text):
    """Return the number that a text says in the editor's language, or refuse it."""
    text = GROUPS.sub("", text.strip().replace("−", "-"))
    if PLAIN.fullmatch(text):
        return Decimal(text)
    if TWO_SIGNS.fullmatch(text):
        return _with_groups(text)
    if not (found := ONE_SIGN.fullmatch(text)):
        raise ValidationError(
            _("“%(text)s” is not a number: write it in digits."), code="invalid", params={"text": text}
        )
    minus, whole, sign, rest = found.groups()
    decimal, grouped = Decimal(f"{minus}{whole or 0}.{rest}"), f"{minus}{whole}{rest}"
    if len(rest) != 3 or len(whole) not in (1, 2, 3) or whole == "0":
        return decimal
    if sign == get_format("THOUSAND_SEPARATOR"):
        return Decimal(grouped)
    if sign == get_format("DECIMAL_SEPARATOR"):
        return decimal
    raise ValidationError(
        _("“%(text)s” can be read as %(grouped)s or as %(decimal)s: write one of these."),
        code="ambiguous",
        params={"text": text, "grouped": grouped, "decimal": number_format(decimal.normalize())},
    )


def _with_groups(text):
    """Return 1.850,50 or 1,850.50: the first sign groups, the other one is decimal; 1.850.000 has groups alone."""
    first = re.search("[.,]", text)[0]
    return Decimal(text.replace(first, "").replace(",", "."))


def _thousands(text):
    """Return the thousands that a decimal of three digits may have meant, as the language groups them; or nothing."""
    found = re.fullmatch(r"(-?[1-9]\d{0,2})[.,](\d{3})", text)
    return number_format(Decimal("".join(found.groups())), force_grouping=True) if found else ""


class Written:
    """For a form field: a number in a plain text input."""

    inputmode = "decimal"

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"inputmode": self.inputmode, "class": "vNumber"})
        super().__init__(**{**options, "widget": widget})

    def to_python(self, value):
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value)
        return self.read(value.strip()) if value.strip() else None

    def has_changed(self, initial, data):
        try:
            return not self.disabled and self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


class NumberField(Written, forms.DecimalField):
    def read(self, text):
        """Refuse more decimals than are kept, with how they were read: “1,850” may have meant thousands."""
        number = read_number(text)
        if self.decimal_places is None or -number.as_tuple().exponent <= self.decimal_places:
            return number
        params = {"text": text, "number": number_format(number), "grouped": _thousands(text)}
        params["decimal"] = number_format(round(number, self.decimal_places).normalize())
        if params["grouped"]:
            message = _("“%(text)s” is read as %(number)s: write %(grouped)s or %(decimal)s.")
        else:
            message = _("“%(text)s” is read as %(number)s: write %(decimal)s.")
        raise ValidationError(message, code="decimals", params=params)

    def prepare_value(self, value):
        return number_format(value, force_grouping=False) if _is_number(value) else value


class WholeNumberField(Written, forms.IntegerField):
    """A number without a fraction: a year, a count."""

    inputmode = "numeric"

    def read(self, text):
        number = read_number(text)
        if number != int(number):
            params = {"text": text, "number": number_format(number), "grouped": _thousands(text)}
            if params["grouped"]:
                message = _(
                    "“%(text)s” is read as %(number)s: a whole number is wanted here, as %(grouped)s."
                )
            else:
                message = _("“%(text)s” is read as %(number)s: a whole number is wanted here.")
            raise ValidationError(message, code="whole", params=params)
        return int(number)


class RunningTimeField(WholeNumberField):
    """Minutes, also as 1 h 20 or 80 min."""

    inputmode = "text"

    def read(self, text):
        if found := HOURS.fullmatch(text):
            return int(found[1]) * 60 + int(found[2] or 0)
        if found := MINUTES.fullmatch(text):
            return int(found[1])
        return super().read(text)


def _is_number(value):
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def written_numbers(db_field):
    """Return the options of the form field of a column of numbers."""
    if isinstance(db_field, models.DecimalField):
        return {"form_class": NumberField}
    if db_field.name == "running_time":
        return {"form_class": RunningTimeField}
    if isinstance(db_field, (models.PositiveSmallIntegerField, models.PositiveIntegerField)):
        return {"form_class": WholeNumberField}
    return {}
