"""One action on any number of objects of a list: a field with choices is given one value, in the background."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.models import Job
from catalogue.publication.publish import later

from .many import ManyAtOnce, address_of

AS_IT_IS = "="  # no code of a choice


class ChangeForm(forms.Form):
    """A list of choices for each field; one field at a time is changed, so that a job tells of one thing."""

    def __init__(self, fields, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in fields:
            choices = [
                (AS_IT_IS, _("as it is")),
                *([("", _("nothing stated"))] if field.blank else []),
                *field.flatchoices,
            ]
            self.fields[field.name] = forms.ChoiceField(
                label=capfirst(field.verbose_name), choices=choices, initial=AS_IT_IS, required=False
            )

    def clean(self):
        cleaned = super().clean()
        self.chosen = [(name, value) for name, value in cleaned.items() if value != AS_IT_IS]
        if len(self.chosen) != 1 and not self.errors:
            raise forms.ValidationError(_("Choose a value for one field, and leave the others as they are."))
        return cleaned


class ChangesMany:
    """Of a ModelAdmin. `changed_together` names the columns with choices that many objects may be given at once."""

    actions = [*ManyAtOnce.actions, "change_selected"]

    @admin.action(description=_("Change a field"), permissions=["change"])
    def change_selected(self, request, queryset):
        if not self.has_change_permission(request):
            raise PermissionDenied
        fields = [self.model._meta.get_field(name) for name in self.changed_together]
        form = ChangeForm(fields, request.POST if "_asked" in request.POST else None)
        if form.is_valid():
            ((name, value),) = form.chosen
            words = dict(form.fields[name].choices)[value]
            keys = [(self.model.kind, pk) for pk in set(queryset.values_list("pk", flat=True))]
            subject = f"{self.opts.verbose_name_plural}, {form.fields[name].label}: {words}"
            job = later(Job.Action.CHANGE, keys, request.user, subject, field=name, value=value)
            self.message_user(request, _("What is changed is saved, not published."), messages.INFO)
            return HttpResponseRedirect(address_of(job))
        total = queryset.count()
        told = ngettext(
            "%(total)s is chosen. It is saved with the new value; what the site shows stays as it is until it is "
            "published.",
            "%(total)s are chosen. They are saved with the new value; what the site shows stays as it is until they "
            "are published.",
            total,
        ) % {"total": total}
        return self.ask(request, form, "change_selected", _("Change a field"), told)
