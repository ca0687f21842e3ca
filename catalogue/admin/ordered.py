"""Inlines whose rows have an order: a number, or nothing for the end of the list."""

from django.core.exceptions import ValidationError
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from .combobox import is_new
from .related import RelatedStay
from .rows import Rows, RowsFormSet


class SwappableFormSet(RowsFormSet):
    """Rows may take what another row had, which must be unique: they leave before they come back."""

    def clean(self):
        """Somebody new, who has no key to compare yet, is in one such row only."""
        super().clean()
        self._refuse_added_meanwhile()
        seen = set()
        for form in self.forms:
            values = getattr(form, "cleaned_data", {})
            if form in self.deleted_forms or not any(map(is_new, values.values())):
                continue
            for constraint in self._constraints():
                if not values.keys() >= {*constraint.fields}:  # made when the row is saved, as addresses are
                    continue
                row = (constraint.name, *(str(values.get(name)) for name in constraint.fields))
                if row in seen:
                    raise ValidationError(
                        constraint.violation_error_message, code=constraint.violation_error_code
                    )
                seen.add(row)

    def _refuse_added_meanwhile(self):
        """Rows that were saved since the form was opened are no rows of it: what is the same as one is not added."""
        shown = {form.instance.pk for form in self.initial_forms}
        others = [row for row in self.get_queryset() if row.pk not in shown]
        for constraint in self._constraints() if others else ():
            there = {_unique(constraint, row) for row in others} - {None}
            for form in self.forms:
                is_kept = form.has_changed() and form not in self.deleted_forms
                if is_kept and _unique(constraint, form.instance) in there:
                    message = _("This is here already: it was added since this form was opened.")
                    form.add_error(None, ValidationError(message, code="added"))

    def _constraints(self):
        return [c for c in self.model._meta.constraints if isinstance(c, UniqueConstraint)]

    def save_existing_objects(self, commit=True):
        constraints = self._constraints()
        unique = {name for constraint in constraints for name in constraint.fields}
        moved = [
            form.instance.pk
            for form in self.initial_forms
            if unique & {*form.changed_data} or (unique and form in self.deleted_forms)
        ]
        if commit:
            self.model._base_manager.filter(pk__in=moved).delete()  # saving inserts them under the same key
        return super().save_existing_objects(commit)


class OrderedFormSet(SwappableFormSet):
    def __init__(self, *args, initial=None, **options):
        super().__init__(*args, initial=initial, **options)
        self.extra = len(initial) if initial else self.extra  # each row to begin with is shown

    def save_new(self, form, commit=True):
        self._place(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        self._place(form.instance)
        return super().save_existing(form, obj, commit)

    def _place(self, row):
        if row.position is None:
            kept = (form.instance for form in self.initial_forms + self.extra_forms if form.instance.pk)
            row.position = (
                max((other.position for other in kept if other.position is not None), default=-1) + 1
            )


class Ordered(Rows, RelatedStay):
    """For an inline: the order may be left empty."""

    formset = OrderedFormSet

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "position":
            field.required, field.initial = False, None
            field.help_text = _("Smaller numbers come first. Empty: at the end.")
        return field


def _unique(constraint, row):
    """Return what no two rows may share; None where it is not complete."""
    values = tuple(getattr(row, row._meta.get_field(name).attname) for name in constraint.fields)
    return None if None in values or not values else values
