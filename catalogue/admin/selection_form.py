"""The form of a selection, with its filter: read by what reads the addresses of lists."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.lists.selected import listing_of
from catalogue.lists.stored import canonical, faults, query_of
from catalogue.models.selection import MOST_FROZEN

from .freezing import postings_now
from .publishing import PublishableForm

FROZEN, SMART = "frozen", "smart"
TOO_MANY = _(
    "This list holds %(total)s films, and %(most)s can be frozen at most. Narrow it, or let the selection collect."
)


class SelectionForm(PublishableForm):
    keep = forms.ChoiceField(
        label=_("What becomes of the list"),
        choices=[
            (FROZEN, _("Its films of today, to be put in order and annotated")),
            (SMART, _("It goes on collecting what answers the filter")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )

    class Meta:
        widgets = {"filter": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if total := self.initial.get("total"):
            told = ngettext("%(num)s film answers it now.", "%(num)s films answer it now.", total) % {
                "num": total
            }
            self.fields["keep"].help_text = told

    @property
    def freezes(self):
        return self.cleaned_data.get("keep") == FROZEN

    def clean(self):
        cleaned = super().clean()
        query = query_of(cleaned.get("filter", ""))
        if query and ("filter" in self.changed_data or cleaned.get("keep")):
            self._check(query, postings_now())
        elif not query and "filter" in cleaned:
            cleaned["filter"] = ""
        return cleaned

    def _check(self, query, postings):
        if wrong := faults(query, postings, goes_on=not self.freezes):
            self.add_error("filter", wrong)
            return
        self.cleaned_data["filter"] = canonical(query, postings)
        if not self.cleaned_data["filter"]:
            self.add_error("filter", _("This asks for nothing: a filter is at least one parameter=value."))
        elif self.freezes and (total := listing_of(query, postings).total) > MOST_FROZEN:
            self.add_error("keep", TOO_MANY % {"total": total, "most": MOST_FROZEN})
