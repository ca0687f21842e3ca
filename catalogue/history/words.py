"""States in words of the form: names of columns, choices, languages, people, countries, in the reader's language."""

from collections import defaultdict

from django.db import models
from django.utils import formats
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.models import Snapshot
from catalogue.models.fields import validate_language
from catalogue.pictures.addresses import fallback
from catalogue.pictures.field import PictureField
from catalogue.reference.languages import language_name

from .parts import columns, many_to_many, relations


class Words:
    """How some states of one model are told. What they refer to is looked up once, also where it was deleted since."""

    def __init__(self, model, *states):
        self.names, self.rows = {}, {}
        wanted = defaultdict(set)
        for state in states:
            self._collect(model, state, wanted)
        for target, pks in wanted.items():
            self._look_up(target, pks)

    def label(self, model, name):
        """Return what the form calls a column or a relation."""
        field = model._meta.get_field(name)
        if isinstance(field, models.ManyToOneRel):
            return capfirst(str(field.related_model._meta.verbose_name_plural))
        return capfirst(str(field.verbose_name))

    def value(self, field, value, row):
        """Return one value in words; an empty string for nothing."""
        if value in (None, ""):
            return ""
        if field.remote_field:
            return self.name(field.related_model, value)
        if isinstance(field, PictureField):
            return _picture(field, value, row)
        if field.flatchoices:
            return str(dict(field.flatchoices).get(value, value))
        if validate_language in field.validators:
            return language_name(value, get_language())
        value = field.to_python(value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(field, models.DateField | models.DecimalField):
            return formats.localize(value)
        return str(value)

    def values(self, field, pks):
        """Return what a many-to-many field holds, in words."""
        return ", ".join(sorted(self.name(field.related_model, pk) for pk in pks))

    def row(self, model, row, relation=None):
        """Return a row in one line: all that it says, and the rows that belong to it."""
        said = []
        for field in shown(model, relation):
            value = row.get(field.attname)
            if field.name != "position" and (field.flatchoices or value != field.get_default()):
                said.append(_short(self.value(field, value, row)))
        said += [self.values(field, row.get(field.name, ())) for field in many_to_many(model)]
        for name, inner in relations(model).items():
            said += [self.row(inner.related_model, each, inner) for each in row.get(name, ())]
        return ", ".join(part for part in said if part)

    def called(self, model, row, relation):
        """Return what a row is and what it says: Credit “Agnès Varda, Director”."""
        told = {"row": capfirst(str(model._meta.verbose_name)), "name": self.row(model, row, relation)}
        return _("%(row)s “%(name)s”") % told

    def name(self, model, pk):
        if (model, pk) in self.rows:
            return self.row(model, *self.rows[model, pk])
        return self.names.get((model, pk)) or _("no. %(number)s, which is not there any more") % {
            "number": pk
        }

    def _collect(self, model, row, wanted, relation=None):
        for field in columns(model, relation):
            if field.remote_field and row.get(field.attname) is not None:
                wanted[field.related_model].add(row[field.attname])
        for field in many_to_many(model):
            wanted[field.related_model].update(row.get(field.name, ()))
        for name, inner in relations(model, deleting=True).items():
            for each in row.get(name, ()):
                self.rows[inner.related_model, each["pk"]] = each, inner
                self._collect(inner.related_model, each, wanted, inner)

    def _look_up(self, model, pks):
        pks = {pk for pk in pks if (model, pk) not in self.rows}
        found = model._base_manager.select_related().in_bulk(pks)
        self.names |= {(model, pk): str(obj) for pk, obj in found.items()}
        if gone := pks - found.keys():
            kept = Snapshot.objects.filter(kind=model._meta.model_name, object_id__in=gone).order_by("pk")
            for pk, name in kept.values_list("object_id", "name"):
                self.names[model, pk] = _("%(name)s, who or which was deleted") % {"name": name}


def shown(model, relation=None):
    """Return the columns that an editor knows of: not the size of a picture."""
    return [field for field in columns(model, relation) if field.editable]


def _picture(field, name, row):
    known = {"src": field.storage.url(name), "width": row.get(field.width_field)}
    known["colour"] = row.get(field.colour_field)
    return format_html('<img class="picture-preview" src="{}" alt="{}">', fallback(known), _("picture"))


def _short(text, longest=80):
    return text if len(text) <= longest or hasattr(text, "__html__") else f"{text[:longest].rstrip()}…"
