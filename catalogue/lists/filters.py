"""The query string of the film list: what it may say, and which films each part of it means.

django-filter parses and validates. It never asks the database: films come from the postings.
"""

from decimal import Decimal

import django_filters
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pyroaring import BitMap

from catalogue.models import Page
from catalogue.publication import postings as index
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

LONGEST_PHRASE = 200  # letters
SORTS = ("title", "-title", "year", "-year", "newest", "relevance")


def left_aside(value, label):
    """Return what a visitor is told of a value that was not understood."""
    sentence = _("“%(value)s” means nothing here for “%(filter)s”: it has been ignored.")
    return sentence % {"value": value[:60], "filter": label}


class KnownValuesField(forms.Field):
    """Keeps the values that some film holds, and remembers the others instead of refusing the whole list."""

    widget = forms.MultipleHiddenInput
    known = {}
    unknown = ()

    def clean(self, value):
        values = [value.strip() for value in value or [] if value.strip()]
        self.unknown = [value for value in values if value not in self.known]
        return list(dict.fromkeys(value for value in values if value in self.known))


class KnownValuesFilter(django_filters.Filter):
    field_class = KnownValuesField


def _year(label):
    return django_filters.NumberFilter(
        label=label, min_value=FIRST_FILM_YEAR, max_value=LAST_FILM_YEAR, decimal_places=0
    )


class FilmFilter(django_filters.FilterSet):
    """Every filter of the film list. To add one, see README.md."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), max_length=LONGEST_PHRASE)
    country = KnownValuesFilter(label=gettext_lazy("Country"))
    year = KnownValuesFilter(label=gettext_lazy("Year"))
    year_from = _year(gettext_lazy("From year"))
    year_to = _year(gettext_lazy("To year"))
    unknown_year = django_filters.ChoiceFilter(label=gettext_lazy("Year"), choices=[("1", "1")])
    director = KnownValuesFilter(label=gettext_lazy("Director"))
    director_gender = KnownValuesFilter(label=gettext_lazy("Directed by"))
    producer = KnownValuesFilter(label=gettext_lazy("Producer"))
    distributor = KnownValuesFilter(label=gettext_lazy("Distributor"))
    genre = KnownValuesFilter(label=gettext_lazy("Genre"))
    theme = KnownValuesFilter(label=gettext_lazy("Theme"))
    language = KnownValuesFilter(label=gettext_lazy("Spoken language"))
    subtitles = KnownValuesFilter(label=gettext_lazy("Subtitles"))
    support = KnownValuesFilter(label=gettext_lazy("Format"))
    running_time = KnownValuesFilter(label=gettext_lazy("Running time"))
    letter = KnownValuesFilter(label=gettext_lazy("First letter"))
    sort = django_filters.ChoiceFilter(
        label=gettext_lazy("Sort by"), choices=[(sort, sort) for sort in SORTS]
    )
    page = django_filters.NumberFilter(label=gettext_lazy("Page"), min_value=1, decimal_places=0)

    def __init__(self, data, postings):
        super().__init__(data, queryset=Page.objects.none())
        self.postings = postings
        for name, field in self.form.fields.items():
            if isinstance(field, KnownValuesField):
                field.known = postings.values(name)
        self.form.is_valid()
        self.chosen = {
            name: int(value) if isinstance(value, Decimal) else value
            for name, value in self.form.cleaned_data.items()
            if value not in (None, "", [], False)
        }
        self.notices = self._notices()

    def _notices(self):
        notices = []
        for name, field in self.form.fields.items():
            wrong = list(getattr(field, "unknown", ()))
            if name in self.form.errors:
                wrong.append(self.data.get(name, ""))
            notices += [left_aside(value, field.label) for value in wrong]
        first, last = self.chosen.get("year_from"), self.chosen.get("year_to")
        if first and last and first > last:
            self.chosen["year_from"], self.chosen["year_to"] = last, first
            notices.append(_("The years were in the wrong order: they have been put right."))
        return notices

    def known(self):
        """What was understood of the address, as {parameter: [values]}."""
        return {
            name: value if isinstance(value, list) else [str(value)] for name, value in self.chosen.items()
        }

    def films(self):
        """Return {filter: bitmap of the films it lets through} for every filter in use; "year" stands for all years.

        The search also keeps its tiers, in `tiers`, for the order of relevance. It costs one query, the others none.
        """
        found, self.tiers = {}, []
        if phrase := self.chosen.get("q"):
            self.tiers = index.matching(phrase)
            found["q"] = BitMap.union(BitMap(), *self.tiers)
        for name in self.form.fields:
            if isinstance(self.form.fields[name], KnownValuesField) and name in self.chosen:
                found[name] = self.postings.any_of(name, self.chosen[name])
        if years := self.chosen_years():
            found["year"] = self.postings.any_of("year", years)
        return found

    def chosen_years(self):
        """Return the years that are asked for, one by one or from one to another, and "unknown"; none for all."""
        first, last = self.chosen.get("year_from"), self.chosen.get("year_to")
        years = set(self.chosen.get("year", []))
        if first or last:
            years |= {str(year) for year in range(first or FIRST_FILM_YEAR, (last or LAST_FILM_YEAR) + 1)}
        return years | {"unknown"} if self.chosen.get("unknown_year") else years
