"""Rows that others name: deleting one would change those without a word, so it is refused where it would."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalogue.history.parts import naming

from .scope import within


class NamedFormSet:
    """Of an inline's formset. What names a row may be deleted, or name another one, in the same form."""

    request = None  # the inline sets it

    def called(self, row):
        """What a row is called in the refusal."""
        return str(row)

    def clean(self):
        super().clean()
        refused = [
            _("“%(row)s” cannot be deleted: it is named by %(by)s. Change that first.")
            % {"row": self.called(form.instance), "by": by}
            for form in self.deleted_forms
            if form.instance.pk
            for by in self._naming(form.instance)
        ]
        if refused:
            raise ValidationError(refused)

    def _naming(self, row):
        """Yield what each is called, of what this account does not have its kind alone."""
        for relation in naming(self.model):
            rows, name = relation.get_accessor_name(), relation.field.name
            sent = self._sent(rows)
            others = relation.related_model._base_manager.filter(**{name: row})
            own = {*within(self.request, others).values_list("pk", flat=True)}
            for other in others:
                called = {"row": other._meta.verbose_name, "name": other}
                its = sent.get(str(other.pk))
                if other.pk not in own:
                    yield _("%(row)s of another company") % called
                elif its is None or not (
                    f"{its}-DELETE" in self.data or self.data.get(f"{its}-{name}") != str(row.pk)
                ):
                    yield _("%(row)s “%(name)s”") % called

    def _sent(self, rows):
        """Return {key: prefix} of the rows of another inline that were sent with these."""
        total = self.data.get(f"{rows}-TOTAL_FORMS", "0")
        prefixes = [f"{rows}-{number}" for number in range(int(total) if total.isdecimal() else 0)]
        return {self.data.get(f"{prefix}-id", ""): prefix for prefix in prefixes}
