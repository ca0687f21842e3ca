"""What an editor may do, from one page, to what another page is about."""

from django import forms
from django.db import models

from catalogue.pictures.field import PictureField

from .choosing import ChoosesByTyping
from .combobox import ChosenForm, Combobox
from .numbers import written_numbers
from .pictures import PictureInput
from .pictures import attributes as picture_attributes
from .typesetting import LinesField, help_text, is_written
from .typesetting import attributes as text_attributes

SECURE_ADDRESSES = {models.URLField: {"assume_scheme": "https"}}  # for one typed without its scheme


class RelatedStay(ChoosesByTyping):
    """For an admin or an inline: related people, companies… are added and corrected from here, never deleted."""

    form = ChosenForm

    def formfield_for_dbfield(self, db_field, request, **options):
        options = written_numbers(db_field) | options
        if type(db_field) in (models.CharField, models.TextField) and not db_field.choices:
            options.setdefault("form_class", LinesField)
        if isinstance(db_field, models.DateField):
            options |= {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        if isinstance(db_field, PictureField):
            options |= {"widget": PictureInput(picture_attributes(db_field))}
        field = super().formfield_for_dbfield(db_field, request, **options)
        if is_written(db_field):
            is_long = isinstance(db_field, models.TextField) and not getattr(self, "in_lines", False)
            field.widget.attrs |= text_attributes(db_field, has_preview=is_long)
            if is_long:
                field.help_text = help_text(field.help_text)
        if isinstance(getattr(getattr(field, "widget", None), "widget", None), Combobox):
            field.widget = field.widget.widget  # somebody new is made in place, not in a window of its own
        elif hasattr(getattr(field, "widget", None), "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field
