"""What a query string asks of a list of films: parsed and validated by django-filter, made from the fields.

django-filter never asks the database: films come from the postings.
"""

from decimal import Decimal
from functools import cached_property, lru_cache, partial

import django_filters
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pyroaring import BitMap

from catalogue.models import Page
from catalogue.publication import fields
from catalogue.publication.fields import UNKNOWN, chosen_fields
from catalogue.publication.search.find import search

from .by_key import with_read_fields
from .query import in_order

LONGEST_PHRASE = 200  # letters
SORTS = {
    "title": gettext_lazy("Title, A to Z"),
    "-title": gettext_lazy("Title, Z to A"),
    "-year": gettext_lazy("Year, latest first"),
    "year": gettext_lazy("Year, earliest first"),
    "newest": gettext_lazy("Newest in the catalogue"),
}
# The orders of a search and of films named one by one, unless another is asked for.
BEST_MATCH, AS_CHOSEN = "relevance", "chosen"


def left_aside(value, label):
    """Return what a visitor is told of a value that was not understood."""
    sentence = _("“%(value)s” means nothing here for “%(filter)s”: it has been ignored.")
    return sentence % {"value": value[:60], "filter": label}


class ValuesField(forms.Field):
    """Keeps the values that could be ones of a field, and remembers those that make no sense."""

    widget = forms.MultipleHiddenInput
    nonsense = ()
    could_be = None

    def clean(self, value):
        values = dict.fromkeys(value.strip() for value in value or [] if value.strip())
        self.nonsense = [value for value in values if not self.could_be(value)]
        return [value for value in values if value not in self.nonsense]


class ValuesFilter(django_filters.Filter):
    field_class = ValuesField


class FilmFilter(django_filters.FilterSet):
    """A parsed query: `chosen` is what was understood of it, `notices` tell what was not. See `film_filter`."""

    def __init__(self, data, postings, popular=()):
        # Only what is asked for: django-filter copies every filter of a form, and most lists ask for one or none.
        self.base_filters = {name: made for name, made in type(self).base_filters.items() if name in data}
        super().__init__(data, queryset=Page.objects.none())
        self.postings, self.popular = postings, popular
        for name, made in self.form.fields.items():
            if isinstance(made, ValuesField):
                made.could_be = partial(fields.field(name).could_be, held=postings.values(name))
        self.form.is_valid()
        self.chosen = {
            name: _plain(name, value)
            for name, value in self.form.cleaned_data.items()
            if value not in (None, "", [], False)
        }
        self.all_of = {each.name for each in chosen_fields() if each.all_of and self._is_all_of(each)}
        self.notices = self._notices()
        self._leave_out_defaults()

    @cached_property
    def orders(self):
        """{value: label} of the orders that the list can be read in; the first is that of who asks for none."""
        first = {BEST_MATCH: _("Best match")} if "q" in self.chosen else {}
        if "film" in self.chosen:
            first[AS_CHOSEN] = _("As they were chosen")
        return first | SORTS

    def _leave_out_defaults(self):
        """What goes without saying is not said, so that a list has one address."""
        sort = self.chosen.get("sort", "title")
        if sort not in self.orders:
            self.notices.append(left_aside(sort, self.label("sort")))
        if sort not in self.orders or sort == next(iter(self.orders)):
            self.chosen.pop("sort", None)
        if self.chosen.get("page") == 1:
            del self.chosen["page"]

    def _is_all_of(self, field):
        """Whether all chosen values of a field are asked for at once. Where none is chosen that means nothing."""
        asked = self.chosen.pop(field.parameters[-1], None)
        if not asked or not self.chosen.get(field.name):
            return False
        self.chosen[field.parameters[-1]] = asked
        return True

    def unheld(self):
        """Return [(field name, value)] of the chosen values that no film holds."""
        names = [each.name for each in chosen_fields() if each.name in self.chosen]
        return [
            (name, value)
            for name in names
            for value in self.chosen[name]
            if not any(each in self.postings.values(name) for each in fields.field(name).widened([value]))
        ]

    def _notices(self):
        notices = []
        for name, field in self.form.fields.items():
            wrong = list(getattr(field, "nonsense", ()))
            if name in self.form.errors:
                wrong.append(self.data.get(name, ""))
            notices += [left_aside(value, field.label) for value in wrong]
        for field in chosen_fields():
            if field.range:
                _name, from_, to, _unknown = field.parameters
                first, last = self.chosen.get(from_), self.chosen.get(to)
                if first and last and first > last:
                    self.chosen[from_], self.chosen[to] = last, first
                    notices.append(str(field.range.put_right))
        return notices

    def label(self, parameter):
        """What visitors call a parameter."""
        return str(type(self).base_filters[parameter].label)

    def known(self):
        """What was understood of the address, as {parameter: [values]}."""
        return {
            name: value if isinstance(value, list) else [str(value)] for name, value in self.chosen.items()
        }

    def films(self):
        """Return {field: bitmap of the films it lets through} for every field in use, and for "q" the words.

        What must be met by one way of seeing a film is not among them (see `together`). The search also keeps what it
        has found, in `found`, for the order of relevance. It costs two queries, the others none.
        """
        found, self.found = {}, None
        if phrase := self.chosen.get("q"):
            self.found = search(phrase, self.postings, ("film",), self.popular)
            found["q"] = self.found.kinds["film"].ids
        for field in chosen_fields():
            values = self.values(field)
            if values and not field.way:
                found[field.name] = self._films(field, values)
        return found

    def _films(self, field, values):
        if field.name in self.all_of:
            return BitMap.intersection(*(self.postings.ids(field.name, value) for value in values))
        return self.postings.any_of(field.name, values)

    def values(self, field):
        """Return the values of a field that are asked for, one by one or from one to another; none for all."""
        values = list(self.chosen.get(field.name, []))
        if field.range:
            _name, from_, to, unknown = field.parameters
            first, last = self.chosen.get(from_), self.chosen.get(to)
            if first or last:
                every = range(first or field.range.first, (last or field.range.last) + 1)
                values += [str(number) for number in every]
            if self.chosen.get(unknown):
                values.append(UNKNOWN)
        return values


def _plain(name, value):
    if isinstance(value, list):
        return list(in_order(name, value))
    return int(value) if isinstance(value, Decimal) else value


def film_filter(data, postings, popular=()):
    """Return the parsed query of a list: `data` is {parameter: values} as a QueryDict holds it.

    `popular` are the films most read, which a search puts before others that it finds as good.
    """
    return _filter_class(chosen_fields())(data, with_read_fields(data, postings), popular)


@lru_cache(maxsize=8)
def _filter_class(chosen):
    filters = {"q": django_filters.CharFilter(label=gettext_lazy("Words"), max_length=LONGEST_PHRASE)}
    for field in chosen:
        filters |= _filters_of(field)
    sorts = [(sort, sort) for sort in (*SORTS, BEST_MATCH, AS_CHOSEN)]
    filters["sort"] = django_filters.ChoiceFilter(label=gettext_lazy("Sort by"), choices=sorts)
    filters["page"] = django_filters.NumberFilter(label=gettext_lazy("Page"), min_value=1, decimal_places=0)
    return type("FilmFilter", (FilmFilter,), filters)


def _filters_of(field):
    filters = {field.name: ValuesFilter(label=field.label)}
    if field.all_of:
        filters[field.parameters[-1]] = django_filters.ChoiceFilter(label=field.label, choices=[("1", "1")])
    if field.range:
        _name, from_, to, unknown = field.parameters
        bounds = {"min_value": field.range.first, "max_value": field.range.last, "decimal_places": 0}
        filters[from_] = django_filters.NumberFilter(label=field.range.from_label, **bounds)
        filters[to] = django_filters.NumberFilter(label=field.range.to_label, **bounds)
        filters[unknown] = django_filters.ChoiceFilter(label=field.label, choices=[("1", "1")])
    return filters
