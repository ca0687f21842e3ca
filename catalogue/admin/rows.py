"""Rows of an inline: added, moved and duplicated by keys (static/js/admin/rows.js)."""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

ROWS = forms.Media(js=[forms.Script("js/admin/rows.js", defer=True)])


class Rows:
    """For an inline of a form in sections: what templates/form/rows.html shows beside its rows."""

    add_words = _("Add a row")
    in_lines = False  # whether a row is one line
    begins = False  # whether a new film, person… begins with an empty row of it

    @property
    def media(self):
        return ROWS

    @property
    def heading(self):
        return capfirst(self.verbose_name_plural)

    def own_page(self, row):
        """The address of a row's own form, for an inline with `show_change_link`."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return [(None, {"fields": [tuple(flatten_fieldsets(fieldsets))]})] if self.in_lines else fieldsets

    def get_extra(self, request, obj=None, **options):
        """Without script a row is asked for by the address."""
        asked = request.GET.get("rows") == self.opts.model_name
        return 1 if asked or (self.begins and obj is None) else 0


class KeptRow(forms.Field):
    """The key of a row that the formset has already read by it."""

    widget = forms.HiddenInput

    def __init__(self, row):
        self.row = row
        super().__init__(initial=row.pk, required=False)

    def clean(self, value):
        return self.row

    def has_changed(self, initial, data):
        return False


class RowsFormSet(forms.BaseInlineFormSet):
    """Django asks for every row once more by its key, a query for each, and makes an empty row wherever it is shown."""

    @cached_property
    def empty_form(self):
        return super().empty_form

    @property
    def media(self):
        """What the empty row needs is what all need."""
        return self.empty_form.media

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.is_row = index is not None
        if form.instance.pk is not None and form.instance._meta.pk.name in form.fields:
            form.fields[form.instance._meta.pk.name] = KeptRow(form.instance)


def filled_rows(formset):
    """How many rows are there, saved or typed."""
    return sum(1 for form in formset.forms if form.instance.pk or (form.is_bound and form.has_changed()))
