"""Which blocks the front page has, and in which order: a number for each, on the page of the identity."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.lists.front import block_names

NUMBER = "block_"


class BlocksForm(forms.ModelForm):
    """A form of the identity, with a number for each block."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        shown = self.instance.front_blocks or [*block_names()]
        for place, name in enumerate(shown, start=1):
            if f"{NUMBER}{name}" in self.fields:
                self.fields[f"{NUMBER}{name}"].initial = place

    def clean(self):
        cleaned = super().clean()
        numbers = {name: cleaned.get(f"{NUMBER}{name}") for name in block_names()}
        chosen = sorted((name for name in numbers if numbers[name]), key=numbers.get)
        self.instance.front_blocks = [] if chosen == [*block_names()] else chosen
        return cleaned


class OrdersBlocks:
    """For the admin of the identity."""

    def get_form(self, request, obj=None, change=False, **options):
        numbers = {
            f"{NUMBER}{name}": forms.IntegerField(label=heading, required=False, min_value=1, max_value=99)
            for name, heading in block_names().items()
        }
        form = type("IdentityForm", (BlocksForm,), numbers)
        return super().get_form(request, obj, change, **{"form": form, **options})

    def get_fieldsets(self, request, obj=None):
        blocks = {
            "fields": [f"{NUMBER}{name}" for name in block_names()],
            "description": _(
                "The blocks of the front page in their order; without a number a block is not shown. A block that "
                "holds nothing is never shown. Without any number all are shown, in the usual order."
            ),
        }
        return [*super().get_fieldsets(request, obj), (_("Front page"), blocks)]
