"""The portrait of a catalogue: all its films, or a company's, told in numbers that each lead to their films."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from catalogue.lists.facets import Facets
from catalogue.lists.filters import film_filter
from catalogue.lists.years import decade_of, years
from catalogue.models import Person
from catalogue.publication.fields import UNKNOWN, facets
from catalogue.publication.film_fields import NOBODY


@dataclass(frozen=True)
class Row:
    """A line of a table with its bar; `width` is a percentage.

    `standing` is "most" for the longest bar of what is known, "unknown" for the films of which nothing is.
    """

    label: str
    count: int
    url: str
    width: int
    standing: str = ""


@dataclass(frozen=True)
class Table:
    """The values of a filter, `total` in number; `others` are not in the rows; `more_url` shows them all."""

    name: str
    heading: str
    label: str
    rows: list
    total: int
    others: int
    more_url: str | None


class Portrait:
    """The films of a scope. Its numbers lead to the list at `query`. Asks no query.

    `elsewhere` is as in Facets; without it no page could show the others of a filter's values, so that all are shown.
    """

    def __init__(self, postings, scope, query, elsewhere):
        self.facets = Facets(film_filter({}, postings), scope, query, get_language(), elsewhere)
        self.scope, self.postings, self.query, self.films = scope, postings, query, len(scope)
        self.years = years(self.facets)
        self.has_more = bool(elsewhere)

    @property
    def list_url(self):
        return self.query.url

    @property
    def span(self):
        """The first year with a film and the last; None where no year is known."""
        bars = self.years.bars if self.years else []
        return (bars[0].year, bars[-1].year) if bars else None

    @cached_property
    def directors(self):
        """How many people directed these films."""
        return self.facets.present("director")

    def tables(self):
        """A table for each field that portraits show and of which something is known."""
        return [self._table(field) for field in facets() if field.in_portrait and self._knows(field.name)]

    def _knows(self, name):
        return self.facets.present(name) > 0

    def _table(self, field):
        facet = self.facets.facet(field.name, field.in_portrait if self.has_more else None)
        longest = max(choice.count for choice in facet.choices)
        most = max(choice.count for choice in facet.choices if choice.value != UNKNOWN)
        rows = [
            Row(c.label, c.count, c.url, _percent(c.count, longest), _standing(c, most))
            for c in facet.choices
        ]
        heading, total = str(field.heading or field.label), self.facets.present(field.name)
        unknown = self.scope.intersect(self.postings.ids(field.name, UNKNOWN))
        others = total + unknown - len(rows)
        return Table(field.name, heading, facet.label, rows, total, others, facet.more_url)

    @cached_property
    def genders(self):
        """Films by who directed them. A film of several directors is in each line that is true of it."""
        facet = self.facets.facet("director_gender", None)
        named = [choice for choice in facet.choices if choice.value != NOBODY]
        return [Row(c.label, c.count, c.url, _percent(c.count, self.films), _standing(c)) for c in named]

    @property
    def without_director(self):
        """How many films name no director."""
        return self.scope.intersection_cardinality(self.postings.ids("director_gender", NOBODY))

    @cached_property
    def women_by_decade(self):
        """[(films of a decade that a woman directed, alone or with others; all its films)]; none if no woman did."""
        by_women = self.scope & self.postings.ids("director_gender", Person.Gender.WOMAN.value)
        query = self.query.setting(director_gender=Person.Gender.WOMAN.value)
        rows = []
        for decade in self.years.decades if self.years and by_women else []:
            years = self.postings.any_of("year", [str(bar.year) for bar in decade.bars])
            count, whole = by_women.intersection_cardinality(years), decade.count
            if whole:
                row = Row(decade.label, count, decade_of(query, decade.year).url, _percent(count, whole))
                rows.append((row, whole))
        return rows


def _standing(choice, most=None):
    return "unknown" if choice.value == UNKNOWN else "most" if choice.count == most else ""


def _percent(count, most):
    return -(-count * 100 // most) if most else 0
