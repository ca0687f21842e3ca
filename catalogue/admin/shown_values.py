"""What a field of a form says, in words: what was typed, or what is saved."""

from django.forms import BooleanField, FileField, ModelChoiceField, ModelMultipleChoiceField
from django.utils.translation import gettext as _


def shown_value(bound):
    """Return the value of a form's field as its reader sees it."""
    form_field, value = bound.field, bound.value()
    if isinstance(form_field, FileField):
        return str(value or "")
    if isinstance(form_field, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(form_field, ModelChoiceField):
        return ", ".join(map(form_field.label_from_instance, _chosen(form_field, value)))
    if hasattr(form_field, "choices"):
        values = value if isinstance(value, list | tuple) else [value]
        names = dict(_flat(form_field.choices))
        return ", ".join(str(names.get(str(one), one)) for one in values if one not in (None, ""))
    return "" if value is None else str(form_field.widget.format_value(value) or "")


def column_of(form, name):
    """Return what a state calls a field of a form."""
    columns = {column.name: column.attname for column in form._meta.model._meta.fields}
    return columns.get(name, name)


def is_as_saved(form, name, state):
    """Whether what was typed is what a state holds: its editor has not touched it since."""
    columns = {
        column.name: column
        for column in [*form._meta.model._meta.fields, *form._meta.model._meta.many_to_many]
    }
    column = columns.get(name)
    if column is None or name not in form.cleaned_data:
        return False
    value = form.cleaned_data[name]
    if column.many_to_many:
        return sorted(one.pk for one in value) == sorted(state.get(name, ()))
    kept = state.get(column.attname)
    if column.remote_field:
        return (value.pk if value else None) == kept
    return column.to_python(kept) == value


def _chosen(form_field, value):
    values = value if isinstance(value, list | tuple) else [value]
    keys = [getattr(one, "pk", one) for one in values if one not in (None, "")]
    if not isinstance(form_field, ModelMultipleChoiceField):
        keys = keys[:1]
    try:
        return list(form_field.queryset.filter(pk__in=keys))
    except (TypeError, ValueError):  # what was sent is no key
        return []


def _flat(choices):
    for value, name in choices:
        if isinstance(name, list | tuple):
            yield from _flat(name)
        else:
            yield str(value), name
