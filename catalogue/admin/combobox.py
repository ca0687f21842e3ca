"""Fields in which an editor chooses by typing: one object, several, or somebody new.

What is sent is a key, or a name: a page without script sends what is typed, and it is looked up. A name after “+” is
somebody new, made when the form is saved.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .typesetting import TypesetForm

SCRIPT = forms.Script("js/admin/combobox.js", defer=True)
NEW = "+"


class Combobox(forms.TextInput):
    """A text input that static/js/admin/combobox.js makes a combobox."""

    class Media:
        js = (SCRIPT,)

    def __init__(self, address, *, creates=False, many=False, opens=""):
        self.address, self.creates, self.many, self.opens = address, creates, many, opens
        self.labels = {}  # what keys are called
        super().__init__(attrs={"class": "vTextField", "autocomplete": "off", "spellcheck": "false"})

    def __deepcopy__(self, memo):
        copied = super().__deepcopy__(memo)
        copied.labels = {}
        return copied

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        told = context["widget"]["attrs"]
        told["data-combobox"] = reverse(self.address)
        if self.many:
            told["data-many"] = True
        else:
            told["data-key"] = "" if value is None else value
        if self.creates:
            told["data-creates"] = _("Add “%s”")
            told["data-new-words"] = _("new")
        if self.opens:
            told["data-opens"] = reverse(self.opens, args=[0])
            told["data-opens-words"] = _("Open “%s” in another tab")
        return context

    def format_value(self, value):
        if self.many:
            values = value if isinstance(value, (list, tuple)) else [value] if value else []
            return ", ".join(self.labels.get(str(key), str(key)) for key in values)
        if value in (None, ""):
            return ""
        return self.labels.get(str(value), str(value)).removeprefix(NEW)

    def value_from_datadict(self, data, files, name):
        if not self.many:
            return super().value_from_datadict(data, files, name)
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        values = [values] if isinstance(values, str) else values
        if len(values) == 1:
            values = values[0].split(",")
        return [value.strip() for value in values if str(value).strip()]


class Looking:
    """What both fields share: the admin of what is chosen knows what it is called.

    A form asks for what was sent several times, and most of it is what is saved: each text is looked up once.
    """

    def __init__(self, *args, admin=None, **options):
        self.admin, self.known = admin, {}
        super().__init__(*args, **options)

    def __deepcopy__(self, memo):
        copied = super().__deepcopy__(memo)
        copied.known = {}
        return copied

    def keep(self, obj, name):
        """Know what is saved by its key and its name; a name of digits alone could be the key of another one."""
        self.known |= dict.fromkeys([str(obj.pk)] if name.isdecimal() else [str(obj.pk), name], obj)

    def look_up(self, text):
        """Return the object of this key or name."""
        text = text.replace("\0", "")
        if text not in self.known:
            self.known[text] = self._looked_up(text)
        return self.known[text]

    def _looked_up(self, text):
        try:
            found = list(self.queryset.filter(pk=text.removeprefix("#")))
        except (ValueError, TypeError, OverflowError):
            found = []
        if not found:
            found = list(self.queryset.filter(pk__in=self.admin.called(text).values("pk"))[:2])
        if not found:
            raise ValidationError(
                _("“%(name)s” is not in the catalogue: choose one that is."), params={"name": text}
            )
        if len(found) > 1:
            raise ValidationError(
                _("Several are called “%(name)s”: choose one of the list."), params={"name": text}
            )
        return found[0]


class ChoiceByTyping(Looking, forms.ModelChoiceField):
    def get_bound_field(self, form, field_name):
        """The row at hand knows what its own object is called, without a query."""
        bound = super().get_bound_field(form, field_name)
        value = bound.value() if isinstance(self.widget, Combobox) else None
        if value not in self.empty_values and not str(value).startswith(NEW):
            field = form._meta.model._meta.get_field(field_name)
            if getattr(form.instance, field.attname) and (saved := getattr(form.instance, field_name)):
                self.keep(saved, self.admin.label(saved))
            chosen = self._chosen(value)
            if chosen is not None:
                self.widget.labels[str(value)] = self.admin.label(chosen)
        return bound

    def _chosen(self, value):
        try:
            return self.look_up(str(value))
        except ValidationError:
            return None

    def to_python(self, value):
        if value in self.empty_values:
            return None
        text = str(getattr(value, "pk", value)).replace("\0", "").strip()
        if text.startswith(NEW):
            return self._made(text.removeprefix(NEW).strip())
        return self.look_up(text)

    def _made(self, name):
        if not self.widget.creates:
            raise ValidationError(_("“%(name)s” cannot be added here."), params={"name": name})
        made = self.admin.made(name)
        try:
            self.admin.check_made(made)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return made

    def has_changed(self, initial, data):
        if self.disabled:
            return False
        if str(data or "").strip() in ("", NEW) or str(data) == str(initial):
            return str(initial or "") != str(data or "").strip().removeprefix(NEW)
        chosen = self._chosen(str(data)) if not str(data).startswith(NEW) else None
        return chosen is None or str(chosen.pk) != str(self.prepare_value(initial))


class ChoicesByTyping(Looking, forms.ModelMultipleChoiceField):
    def get_bound_field(self, form, field_name):
        bound = super().get_bound_field(form, field_name)
        for obj in form.initial.get(field_name) or []:
            if hasattr(obj, "pk"):
                written = self.widget.labels[str(obj.pk)] = self.admin.written(obj)
                self.keep(obj, written)
        return bound

    def clean(self, value):
        found = [self.look_up(str(item)) for item in value or []]
        if self.required and not found:
            raise ValidationError(self.error_messages["required"], code="required")
        return found

    def has_changed(self, initial, data):
        try:
            keys = {str(self.look_up(str(item)).pk) for item in data or []}
        except ValidationError:
            return True
        return {str(self.prepare_value(item)) for item in initial or []} != keys


def is_new(value):
    """Whether a field's value is an object that is not saved yet."""
    return hasattr(value, "_state") and value._state.adding


class ChosenForm(TypesetForm):
    """A form whose fields may hold somebody new: the row is checked without, and saved after."""

    is_row = False  # of a row; its formset tells the media of all

    def __init__(self, *args, **options):
        super().__init__(*args, **{"label_suffix": "", **options})

    @property
    def media(self):
        return forms.Media() if self.is_row else super().media

    def _get_validation_exclusions(self):
        new = {name for name, value in self.cleaned_data.items() if is_new(value)}
        return super()._get_validation_exclusions() | new

    def _post_clean(self):
        """What is sent as it is saved was checked when it was saved."""
        if self.instance._state.adding or self.has_changed():
            super()._post_clean()
