"""Texts in forms: French is put right as it comes in, unless it is kept as typed; long ones are in Markdown.

What would be put right, how a long text will look and how much of a budget is used are shown while one types
(static/js/admin/texts.js); what was put right is told once it is saved.
"""

from django import forms
from django.contrib import messages
from django.db import models
from django.http import JsonResponse
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from catalogue.markdown import html
from catalogue.models import Text
from catalogue.reference.languages import language_code
from catalogue.typesetting import changes, typeset

AS_TYPED, ALL = (
    "as_typed",
    "all",
)  # names of fields whose text is kept; all of them, for a page without script
MOST_TOLD = 4  # changes of a text
LONGEST = 100_000  # letters
MARKS = gettext_lazy(
    "*italics*, **bold**, [link](https://…), # heading, - list, 1. list, > quotation, note[^1] (its text on a line of "
    "its own, after [^1] and a colon)."
)
OF_TEXTS = ("heading", "body")  # in the language that stands beside them


def is_written(field):
    """Whether a column holds a text in a language that is known."""
    is_text = type(field) in (models.CharField, models.TextField) and not field.choices
    return is_text and (
        field.name.endswith(("_fr", "_en")) or (field.model is Text and field.name in OF_TEXTS)
    )


def attributes(field, has_preview):
    """What the script has to know of such a column. A budget is counted where the help tells it."""
    told = {}
    if field.name in OF_TEXTS:
        told["data-language-of"] = "language"
    elif str(field.max_length) in str(field.help_text):
        told["data-budget"] = "{used} / {most}"
    if has_preview:
        told |= {"data-preview": _("Preview"), "data-address": reverse("admin:catalogue_text_typeset")}
    if not field.name.endswith("_en"):
        told |= {"data-typeset": True, "data-address": reverse("admin:catalogue_text_typeset")}
    return told


def help_text(text):
    """The help of a long text: how it is written."""
    return format_lazy("{} {}", text, MARKS) if text else MARKS


def is_french(form, name):
    if name in OF_TEXTS:
        return (form.cleaned_data.get("language") or "").startswith("fr")
    return name.endswith("_fr")


class LinesField(forms.CharField):
    """A text whose lines end as they do in the database: browsers send others, which are no change."""

    def to_python(self, value):
        return one_line_end(super().to_python(value))

    def has_changed(self, initial, data):
        return super().has_changed(one_line_end(initial), data)


def one_line_end(text):
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class TypesetForm(forms.ModelForm):
    class Media:
        js = (forms.Script("js/admin/texts.js", defer=True), forms.Script("js/admin/pictures.js", defer=True))

    put_right = ()  # (what the form calls a text, what has changed)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        kept = self._kept
        for name, field in self.fields.items() if kept else ():
            if self.add_prefix(name) in kept:
                field.widget.attrs["data-as-typed"] = True

    @property
    def _kept(self):
        return self.data.getlist(AS_TYPED) if hasattr(self.data, "getlist") else []

    def _post_clean(self):
        self.put_right = list(self._typeset())
        super()._post_clean()

    def _typeset(self):
        kept = self._kept
        columns = {} if ALL in kept else {field.name: field for field in self._meta.model._meta.fields}
        for name in self.changed_data:
            column, text = columns.get(name), self.cleaned_data.get(name)
            if not (column and text and is_written(column) and is_french(self, name)):
                continue
            made = typeset(text)
            fits = len(made) <= (column.max_length or LONGEST)
            if made != text and fits and self.add_prefix(name) not in kept:
                self.cleaned_data[name] = made
                yield self.fields[name].label, changes(text, made)


class SaysWhatWasTypeset:
    """For an admin whose forms are such: a message tells what was put right."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        sent = [form, *(row for rows in formsets for row in rows.forms)]
        told = [
            f"{label} ({said(*found)})" for each in sent for label, found in getattr(each, "put_right", ())
        ]
        if told:
            message = _("French typography put right: %(texts)s.") % {"texts": ", ".join(told)}
            self.message_user(request, message, messages.INFO)


def said(seen, spaces):
    """What `changes` found, in words."""
    told = [f"{was} → {now}" for was, now in seen[:MOST_TOLD]]
    if more := len(seen) - MOST_TOLD:
        told += [ngettext("%d more", "%d more", more) % more] if more > 0 else []
    if spaces:
        told.append(ngettext("%d no-break space", "%d no-break spaces", spaces) % spaces)
    return " · ".join(told)


@require_POST
def typeset_view(request):
    """How a text will look, and what saving would put right in it: nothing where it is right, or not in French."""
    text = request.POST.get("text", "")[:LONGEST]
    is_in_french = (language_code(request.POST.get("language", "")) or "").startswith("fr")
    made = typeset(text) if is_in_french else text
    answer = {"told": "", "html": html(text if AS_TYPED in request.POST else made)}
    if made != text:
        told = _("Put right when it is saved: %(changes)s.") % {"changes": said(*changes(text, made))}
        answer |= {"told": told, "keep": _("Keep as typed")}
    return JsonResponse(answer)
