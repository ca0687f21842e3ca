"""A long form in sections: what matters first, the rest folded away, an index that says what is filled.

A section is made of groups of fields and of inlines, in the order in which an editor's source has them. Other apps
add sections of theirs with `add_section`.
"""

from dataclasses import dataclass, field

from django.forms.renderers import get_default_renderer
from django.forms.utils import RenderableMixin
from django.utils.functional import cached_property
from django.utils.text import capfirst

from .rows import filled_rows


class Fields:
    """Lines of fields, as in a fieldset of Django's."""

    def __init__(self, *lines, description=""):
        self.lines, self.description = lines, description


@dataclass
class Section:
    name: str
    title: str
    parts: list
    short: bool = False  # the short form: never folded
    wanted: tuple = field(default=())  # fields and prefixes of inlines that the index tells one by one


class Sectioned:
    """For an admin: its form is made of `sections`."""

    sections = []

    @classmethod
    def add_section(cls, section, after):
        names = [other.name for other in cls.sections]
        cls.sections.insert(names.index(after) + 1, section)

    def get_sections(self, request, obj=None):
        return self.sections

    def get_fieldsets(self, request, obj=None):
        parts = (part for section in self.get_sections(request, obj) for part in section.parts)
        return [
            (None, {"fields": list(part.lines), "description": part.description})
            for part in parts
            if isinstance(part, Fields)
        ]

    def get_inlines(self, request, obj):
        parts = (part for section in self.get_sections(request, obj) for part in section.parts)
        return [part for part in parts if not isinstance(part, Fields)]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        fieldsets = iter(context["adminform"])
        rows = {type(rows.opts): rows for rows in context["inline_admin_formsets"]}
        context["sections"] = SectionsOfForm(
            SectionOfForm(section, context["adminform"].form, fieldsets, rows)
            for section in self.get_sections(request, obj)
        )
        return super().render_change_form(request, context, add, change, form_url, obj)


class SectionsOfForm(RenderableMixin):
    """All of a form, drawn where a template shows it."""

    template_name = "form/sections.html"

    def __init__(self, sections):
        self.sections, self.renderer = list(sections), get_default_renderer()

    def get_context(self):
        return {"sections": self.sections}


class SectionOfForm:
    """A section with the fields and rows of one form, as templates show it."""

    def __init__(self, section, form, fieldsets, rows):
        self.section, self.form = section, form
        self.parts = []  # (fieldset, None) or (None, rows)
        for part in section.parts:
            if isinstance(part, Fields):
                self.parts.append((next(fieldsets), None))
            elif part in rows:  # who may not see an inline has none
                self.parts.append((None, rows[part]))

    @property
    def name(self):
        return self.section.name

    @property
    def title(self):
        return self.section.title

    @property
    def short(self):
        return self.section.short

    @cached_property
    def bound_fields(self):
        lines = (line for fieldset, _rows in self.parts if fieldset for line in fieldset)
        names = (name for line in lines for name in line.fields)
        return [self.form[name] for name in names if name in self.form.fields]

    @cached_property
    def rows(self):
        return [rows for _fieldset, rows in self.parts if rows]

    @property
    def count(self):
        """How many fields and rows are filled."""
        return sum(map(is_filled, self.bound_fields)) + sum(filled_rows(rows.formset) for rows in self.rows)

    @property
    def open(self):
        """What holds an error is never folded."""
        return any(bound.errors for bound in self.bound_fields) or any(
            rows.formset.total_error_count() for rows in self.rows
        )

    @property
    def wanted(self):
        """[(label, id, whether it is filled)] of what the index tells one by one."""
        fields = {bound.name: bound for bound in self.bound_fields}
        rows = {rows.formset.prefix: rows for rows in self.rows}
        told = []
        for name in self.section.wanted:
            if name in fields:
                bound = fields[name]
                told.append((capfirst(bound.label), bound.id_for_label, is_filled(bound)))
            elif name in rows:
                is_filled_in = bool(filled_rows(rows[name].formset))
                told.append((rows[name].opts.heading, f"{name}-group", is_filled_in))
        return told


def is_filled(bound):
    """Whether an editor has filled a field: a default that nobody chose does not count."""
    value = bound.value()
    return value not in (None, "", False, []) and value != bound.field.initial
