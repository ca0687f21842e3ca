"""The rows of inlines in a form as it was sent, files included: taken out, put at the end, filled anew."""

from django.forms import CheckboxInput, FileField
from django.http import QueryDict


class Sent:
    """What a form has sent, to be changed before it is read; `into` a request."""

    def __init__(self, request):
        self.data, self.files = request.POST.copy(), request.FILES.copy()

    def into(self, request):
        request.POST, request._files = self.data, self.files

    def count(self, prefix, which="TOTAL"):
        text = self.data.get(f"{prefix}-{which}_FORMS", "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0

    def drop(self, prefix, number):
        """Take a row out; those after it move up."""
        rows = [*range(self.count(prefix))]
        rows.remove(number)
        self._arrange(prefix, rows, self.count(prefix, "INITIAL") - (number < self.count(prefix, "INITIAL")))

    def make_new(self, prefix, number, key):
        """Put a saved row at the end, as one that is added; return its number there."""
        self.data[f"{prefix}-{number}-{key}"] = ""
        rows = [*range(self.count(prefix))]
        rows.append(rows.pop(number))
        self._arrange(prefix, rows, self.count(prefix, "INITIAL") - 1)
        return len(rows) - 1

    def fill(self, name, bound):
        """Send a field as it stands in another form, which shows what is saved."""
        for data in (self.data, self.files):
            data.pop(name, None)
        self.data.pop(f"{name}-clear", None)
        value = bound.value()
        if isinstance(bound.field, FileField):
            return
        if isinstance(bound.field.widget, CheckboxInput):
            if value:
                self.data[name] = "on"
        elif isinstance(value, list | tuple):
            self.data.setlist(name, [str(getattr(one, "pk", one)) for one in value])
        else:
            shown = bound.field.widget.format_value(value)
            shown = shown[0] if isinstance(shown, list) and shown else shown
            self.data[name] = "" if shown in (None, []) else str(shown)

    def _arrange(self, prefix, rows, initial):
        for data in (self.data, self.files):
            found = {number: _row(data, prefix, number) for number in range(self.count(prefix))}
            for number, values in found.items():
                for name in values:
                    del data[f"{prefix}-{number}-{name}"]
            for new, number in enumerate(rows):
                for name, values in found[number].items():
                    data.setlist(f"{prefix}-{new}-{name}", values)
        self.data[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
        self.data[f"{prefix}-INITIAL_FORMS"] = str(initial)


def _row(data: QueryDict, prefix, number):
    start = f"{prefix}-{number}-"
    return {name.removeprefix(start): data.getlist(name) for name in [*data] if name.startswith(start)}
