"""A day and time to come, as a form asks for it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

FORMAT = "%Y-%m-%dT%H:%M"


def _clock():
    return gettext("By the clock of %(zone)s.") % {"zone": timezone.get_current_timezone_name()}


class MomentField(forms.DateTimeField):
    def __init__(self, **options):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT)
        super().__init__(widget=widget, help_text=lazy(_clock, str)(), **options)

    def validate(self, value):
        super().validate(value)
        if value and value <= timezone.now():
            raise ValidationError(_("This time has passed: give one that is to come."), code="passed")
