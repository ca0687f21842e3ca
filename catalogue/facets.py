"""What a list can be narrowed by: every choice with the number of films that a click on it gives.

Inside a facet choices add up (OR), facets narrow each other (AND), and a facet's numbers ignore its own choices,
so that one can always choose more, or otherwise.
"""

import heapq
from dataclasses import dataclass
from functools import reduce

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalogue.folding import fold
from catalogue.publication.terms import UNKNOWN

NAMED_BY_CODE = ("country", "language", "subtitles", "support")
SHOWN = 10  # choices a facet shows before "all of them"
FACETS = (
    "country",
    "genre",
    "theme",
    "director",
    "producer",
    "distributor",
    "language",
    "subtitles",
    "support",
    "running_time",
)


@dataclass(frozen=True)
class Choice:
    """A value of a facet. `count` is the number of films after a click on `url`; None for one that is chosen."""

    value: str
    label: str
    count: int | None
    url: str
    selected: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list
    more_url: str | None


@dataclass(frozen=True)
class YearBar:
    """A year of the histogram; `height` is a percentage of the highest."""

    year: int
    count: int
    height: int
    url: str
    selected: bool


@dataclass(frozen=True)
class Years:
    bars: list
    unknown: int
    unknown_url: str
    unknown_selected: bool
    year_from: int | None
    year_to: int | None
    first: int
    last: int


@dataclass(frozen=True)
class Letter:
    letter: str
    count: int
    url: str | None
    selected: bool


@dataclass(frozen=True)
class Chip:
    """A choice that can be taken back."""

    filter_label: str
    label: str
    remove_url: str


class Facets:
    """The facets of one list: its scope (all films, or a company's), its filters and its address.

    `elsewhere` is the address of the same list on the films' own page.
    """

    def __init__(self, filterset, scope, query, language, elsewhere=None):
        self.filterset, self.postings = filterset, filterset.postings
        self.scope, self.query, self.language = scope, query, language
        self.elsewhere = elsewhere or query
        self.filtered = filterset.films()
        self._bases = {}

    def result(self):
        """The films of the list."""
        return self._without(None)

    def _without(self, name):
        """The films that all filters but one let through."""
        key = name if name in self.filtered else None
        if key not in self._bases:
            others = [films for other, films in self.filtered.items() if other != key]
            self._bases[key] = reduce(lambda left, right: left & right, others, self.scope)
        return self._bases[key]

    def label(self, name, value):
        """What visitors call a value."""
        if name == "running_time":
            return running_time_label(value)
        labels = self.postings.values(name)[value].labels
        return labels.get(self.language) or labels.get("fr") or value

    def facet(self, name, shown=SHOWN):
        """A facet with its most frequent choices, the chosen ones first; `shown=None` for all of them."""
        counted = self._counted(name)
        first = heapq.nsmallest(shown or len(counted), counted, key=self._order(name))
        more_url = None
        if len(counted) > len(first):
            more_url = self.elsewhere.at(reverse("catalogue:film-values", args=[name])).url
        return Facet(name, str(self.filterset.form.fields[name].label), self._choices(name, first), more_url)

    def _counted(self, name):
        """[(value, whether it is chosen, number of films that hold it)] for all that the list could have."""
        base = self._without(name)
        chosen = self.filterset.chosen.get(name, [])
        counts = (
            (value, value in chosen, base.intersection_cardinality(posting.ids))
            for value, posting in self.postings.values(name).items()
        )
        return [counted for counted in counts if counted[2] or counted[1]]

    def _order(self, name):
        """Chosen first, then the most frequent, then by name: a slug is in the order of its name, a code is not."""
        if name == "running_time":
            return lambda counted: (
                counted[0] == UNKNOWN,
                int(counted[0].replace(UNKNOWN, "0").partition("-")[0]),
            )
        if name in NAMED_BY_CODE:
            return lambda counted: (not counted[1], -counted[2], fold(self.label(name, counted[0])))
        return lambda counted: (not counted[1], -counted[2], counted[0])

    def _choices(self, name, counted):
        base = self._without(name)
        already = base & self.filtered[name] if name in self.filtered else None
        choices = []
        for value, selected, own in counted:
            if selected:
                count, target = None, self.query.removing(name, value)
            else:
                count, target = own, self.query.adding(name, value)
                if already is not None:
                    count = already.union_cardinality(base & self.postings.ids(name, value))
            choices.append(Choice(value, self.label(name, value), count, target.url, selected))
        return choices

    def years(self):
        """The histogram, from the first year with a film in this list's scope to the last; None without any year."""
        base, chosen = self._without("year"), self.filterset.chosen
        counts = {}
        unknown = 0
        for value, posting in self.postings.values("year").items():
            count = base.intersection_cardinality(posting.ids)
            if value == UNKNOWN:
                unknown = count
            elif count:
                counts[int(value)] = count
        if not counts and not unknown:
            return None
        first, last = (min(counts), max(counts)) if counts else (0, -1)
        year_from, year_to = (
            int(y) if (y := chosen.get(name)) else None for name in ("year_from", "year_to")
        )
        highest = max(counts.values(), default=1)
        bars = [
            YearBar(
                year,
                counts.get(year, 0),
                -(-counts.get(year, 0) * 100 // highest),
                self.query.setting(year_from=year, year_to=year, unknown_year=None).url,
                bool(year_from or year_to) and (year_from or 0) <= year <= (year_to or year),
            )
            for year in range(first, last + 1)
        ]
        unknown_url = self.query.setting(year_from=None, year_to=None, unknown_year=1).url
        return Years(
            bars,
            unknown,
            unknown_url,
            bool(chosen.get("unknown_year")),
            year_from,
            year_to,
            max(first, 0),
            max(last, 0),
        )

    def letters(self):
        """A to Z and "#"; a letter without films has no address."""
        base = self._without("letter")
        chosen = self.filterset.chosen.get("letter", [])
        letters = []
        for letter in [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#"]:
            count = base.intersection_cardinality(self.postings.ids("letter", letter))
            selected = letter in chosen
            target = self.query.removing("letter") if selected else self.query.setting(letter=letter)
            letters.append(Letter(letter, count, target.url if count or selected else None, selected))
        return letters

    def chips(self):
        """One chip for each choice in use, in the order of the address."""
        chips = []
        fields = self.filterset.form.fields
        for name, value in self.query.hidden("as", "sort"):
            filter_label = str(fields[name].label)
            if name == "unknown_year":
                filter_label, label = "", _("Year unknown")
            elif name in self.filtered and name != "q":
                label = self.label(name, value)
            else:
                label = value
            chips.append(Chip(filter_label, label, self.query.removing(name, value).url))
        return chips


def running_time_label(band):
    """Return the name of a band of running times: "60 to 89 min"."""
    if band == UNKNOWN:
        return pgettext("running time", "Unknown")
    first, _dash, last = band.partition("-")
    if not last:
        return _("%(first)s min or more") % {"first": first}
    if first == "0":
        return _("up to %(last)s min") % {"last": last}
    return _("%(first)s to %(last)s min") % {"first": first, "last": last}
