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
from catalogue.models import Person
from catalogue.publication.terms import UNKNOWN

NAMED_BY_CODE = ("country", "language", "subtitles", "support")
SHOWN = 8  # choices a facet shows before "all of them"
IN_THEIR_OWN_ORDER = ("running_time", "director_gender")
FACETS = (
    "country",
    "genre",
    "theme",
    "director",
    "director_gender",
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
        return self.without(None)

    def without(self, name):
        """The films that all filters but one let through."""
        key = name if name in self.filtered else None
        if key not in self._bases:
            others = [films for other, films in self.filtered.items() if other != key]
            self._bases[key] = reduce(lambda left, right: left & right, others, self.scope)
        return self._bases[key]

    def label(self, name, value):
        """What visitors call a value."""
        if name in SAID_HERE:
            return SAID_HERE[name](value)
        labels = self.postings.values(name)[value].labels
        return labels.get(self.language) or labels.get("fr") or value

    def facet(self, name, shown=SHOWN):
        """A facet with its most frequent choices, the chosen ones first; `shown=None` for all of them."""
        by_frequency = name not in IN_THEIR_OWN_ORDER
        counted = self.counted(name, shown if by_frequency else None)
        first = heapq.nsmallest(shown or len(counted), counted, key=self._order(name))
        more_url = None
        if len(counted) > len(first):
            more_url = self.elsewhere.at(reverse("catalogue:film-values", args=[name])).url
        return Facet(name, str(self.filterset.form.fields[name].label), self._choices(name, first), more_url)

    def counted(self, name, enough=None):
        """[(value, whether it is chosen, number of films that hold it)] for all that the list could have.

        With `enough`, those that cannot be among so many most frequent may be left out, yet not all of them.
        """
        base = self.without(name)
        chosen = self.filterset.chosen.get(name, [])
        counted = [
            (value, True, base.intersection_cardinality(self.postings.ids(name, value))) for value in chosen
        ]
        best = []  # the highest counts, one more than enough of them
        for total, value, ids in self.postings.by_frequency(name):
            if enough and len(best) > enough and total < best[0]:
                break
            count = base.intersection_cardinality(ids)
            if count and value not in chosen:
                counted.append((value, False, count))
                (heapq.heappushpop if enough and len(best) > enough else heapq.heappush)(best, count)
        return counted

    def _order(self, name):
        """Chosen first, then the most frequent, then by name: a slug is in the order of its name, a code is not."""
        if name == "running_time":
            return lambda counted: (
                counted[0] == UNKNOWN,
                int(counted[0].replace(UNKNOWN, "0").partition("-")[0]),
            )
        if name == "director_gender":
            return lambda counted: (counted[0] == UNKNOWN, -counted[2], counted[0])
        if name in NAMED_BY_CODE:
            return lambda counted: (not counted[1], -counted[2], fold(self.label(name, counted[0])))
        return lambda counted: (not counted[1], -counted[2], counted[0])

    def _choices(self, name, counted):
        base = self.without(name)
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

    def letters(self):
        """A to Z and "#"; a letter without films has no address."""
        base = self.without("letter")
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


def director_gender_label(value):
    """Return how a list goes on that is "directed by"."""
    return {
        Person.Gender.WOMAN: pgettext("directed by", "a woman"),
        Person.Gender.MAN: pgettext("directed by", "a man"),
        Person.Gender.NON_BINARY: pgettext("directed by", "a non-binary person"),
    }.get(value) or pgettext("directed by", "someone whose gender is not recorded")


def year_label(value):
    return _("Year unknown") if value == UNKNOWN else value


SAID_HERE = {"year": year_label, "running_time": running_time_label, "director_gender": director_gender_label}
