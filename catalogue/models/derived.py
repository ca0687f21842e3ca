"""Columns made from another column of their row whenever the row is saved."""

from django.db import models


class DerivedField(models.CharField):
    """What `by` makes of the column `source`: on `save`, `bulk_create`, `update_or_create`. A raw
    fixture (`loaddata`) keeps what it holds, as everywhere in Django.

    An editable one is made where it is empty, and follows its source until an editor writes another (`Publishable`).
    """

    def __init__(self, *args, source, by, editable=False, **options):
        self.source, self.by = source, by
        super().__init__(*args, editable=editable, **options)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source, "by": self.by, "editable": self.editable}

    def pre_save(self, instance, add):
        if not (self.editable and getattr(instance, self.attname)):
            setattr(instance, self.attname, self.made_for(instance))
        return getattr(instance, self.attname)

    def made_for(self, instance):
        return self.by(getattr(instance, self.source))


def derived_fields(model, editable):
    """Return the derived fields of a model that editors may write themselves, or those that they never see."""
    fields = (field for field in model._meta.concrete_fields if isinstance(field, DerivedField))
    return [field for field in fields if field.editable is editable]


class DerivingQuerySet(models.QuerySet):
    def update(self, **values):
        """Refuse to change a source alone: the database cannot make what derives from it."""
        fields = derived_fields(self.model, editable=False)
        behind = [field.name for field in fields if field.source in values and field.name not in values]
        if behind:
            raise ValueError(f"{', '.join(behind)} would not follow: save row by row.")
        return super().update(**values)


class Deriving(models.Model):
    """A row with derived columns. Saving a source alone saves what derives from it."""

    objects = DerivingQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is not None:
            fields = derived_fields(type(self), editable=False)
            update_fields = {
                *update_fields,
                *(field.name for field in fields if field.source in update_fields),
            }
        super().save(*args, update_fields=update_fields, **kwargs)
