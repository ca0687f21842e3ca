"""The column of a picture: what is assigned to it is checked and made anew before anything is kept."""

from django import forms
from django.db import models
from django.db.models.fields.files import ImageFieldFile

from .keeping import keep
from .renditions import make
from .uses import USES, check_bytes


class PictureFile(ImageFieldFile):
    """A row's picture. What is known of it stands in the row: the file is not opened, and may even be lost."""

    made = None  # by the form, which has an error to show if it cannot be made

    @property
    def width(self):
        return getattr(self.instance, self.field.width_field)

    @property
    def height(self):
        return getattr(self.instance, self.field.height_field)

    @property
    def colour(self):
        return getattr(self.instance, self.field.colour_field)

    def prepare(self):
        """Judge and make what was sent. Raises ValidationError in the editor's words."""
        check_bytes(self.file)
        self.made = make(self.file, self.name, USES[self.field.use])

    def save(self, name, content, save=True):
        made, field = self.made or make(content), self.field
        self.name = field.generate_filename(self.instance, made.name)
        keep(self.storage, made.files)
        setattr(self.instance, field.attname, self.name)
        field.describe(self.instance, made.width, made.height, made.colour)
        self._committed, self.made = True, None
        if save:
            self.instance.save()

    save.alters_data = True


class PictureFormField(forms.FileField):
    """Not forms.ImageField: that one tells of no picture what is wrong with it."""

    def widget_attrs(self, widget):
        return {"accept": "image/jpeg,image/png,image/webp"}


class PictureField(models.ImageField):
    """A picture, whose width, height and dominant colour (once its renditions are made) stand in columns beside it.

    `use` is one of USES: what it is used for.
    """

    attr_class = PictureFile
    non_db_attrs = (*models.ImageField.non_db_attrs, "use")

    def __init__(self, *args, colour_field=None, use="cover", **kwargs):
        self.colour_field, self.use = colour_field, use
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"colour_field": self.colour_field, "use": self.use}

    def columns(self):
        return [self.attname, self.width_field, self.height_field, self.colour_field]

    def describe(self, instance, width=None, height=None, colour=""):
        setattr(instance, self.width_field, width)
        setattr(instance, self.height_field, height)
        setattr(instance, self.colour_field, colour)

    def pre_save(self, instance, add):
        file = super().pre_save(instance, add)
        if not file:
            self.describe(instance)
        return file

    def update_dimension_fields(self, instance, force=False, **kwargs):
        """Nothing: Django would open the file to save a form, and fail where it was lost."""

    def formfield(self, **kwargs):
        # The sender's name for the file is not kept: it may be of any length.
        return super().formfield(**{"form_class": PictureFormField, "max_length": None, **kwargs})
