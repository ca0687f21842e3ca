"""Films by year: a histogram from the first film to today, in decades."""

from dataclasses import dataclass
from math import ceil, sqrt

from django.utils import timezone
from django.utils.translation import pgettext

from catalogue.publication.fields import UNKNOWN, field
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

LEAST = 3  # percent of the highest bar: one film among thousands can still be seen


@dataclass(slots=True)
class YearBar:
    """A year; `height` is a percentage of the highest, see `_height`."""

    year: int
    count: int
    height: int
    url: str
    selected: bool


@dataclass(slots=True)
class Decade:
    """Ten years, from `year`."""

    year: int
    bars: list
    url: str

    @property
    def label(self):
        return decade(self.year)

    @property
    def count(self):
        return sum(bar.count for bar in self.bars)

    @property
    def selected(self):
        """Whether all of its films are chosen."""
        return bool(self.count) and all(bar.selected for bar in self.bars if bar.count)


@dataclass(frozen=True)
class Years:
    """The histogram. Its axis goes from `first`, which begins a decade, to the end of this decade, not included.

    `year_from` and `year_to` are what was asked for, None where it was not.
    """

    decades: list
    unknown: int
    unknown_url: str
    unknown_selected: bool
    year_from: int | None
    year_to: int | None
    first: int
    end: int

    @property
    def bars(self):
        """The years with films."""
        return [bar for decade in self.decades for bar in decade.bars if bar.count]

    @property
    def is_offered(self):
        """Whether they offer a part of the list, or a choice to be taken back."""
        is_chosen = self.unknown_selected or self.year_from or self.year_to
        return bool(
            is_chosen or any(bar.selected for bar in self.bars) or len(self.bars) + bool(self.unknown) > 1
        )

    @property
    def span(self):
        return self.end - self.first

    def heights(self, selected):
        """The heights of the years that are chosen or of those that are not, 0 for the others; None where all are 0."""
        bars = [bar for decade in self.decades for bar in decade.bars]
        heights = [bar.height if bar.selected == selected else 0 for bar in bars]
        return heights if any(heights) else None


def years(facets):
    """The histogram of a list, following its other filters; None where it has no film."""
    counts = {value: count for value, _chosen, count in facets.counted("year") if count}
    unknown = counts.pop(UNKNOWN, 0)
    if not counts and not unknown:
        return None
    chosen, query = facets.asked.chosen, facets.query
    by_year = {int(year): count for year, count in counts.items()}
    today = timezone.localdate().year
    first, end = (min([*by_year, today]) // 10 * 10, max([*by_year, today]) // 10 * 10 + 10)
    bars = _bars(query, by_year, range(first, end), set(facets.asked.values(field("year"))))
    return Years(
        [
            Decade(year, bars[year - first :][:10], decade_of(query, year).url)
            for year in range(first, end, 10)
        ],
        unknown,
        _with_years(query, unknown_year=1).url,
        bool(chosen.get("unknown_year")),
        chosen.get("year_from"),
        chosen.get("year_to"),
        first,
        end,
    )


def decade(year):
    """What ten years are called that begin with this one."""
    return pgettext("decade", "%(year)ss") % {"year": year}


def decade_of(query, year):
    """The same list in the decade that begins with a year, within the years that a film may bear."""
    first, last = max(year, FIRST_FILM_YEAR), min(year + 9, LAST_FILM_YEAR)
    return _with_years(query, year_from=first, year_to=last)


def _with_years(query, **values):
    """The same list with a choice of years that replaces every other one."""
    return query.setting(**dict.fromkeys(field("year").parameters) | values)


def _height(count, highest):
    """The height of a bar: the square root of its share, so that one year of many films leaves the others to be seen.

    Pages say so beside the drawing.
    """
    return max(LEAST, ceil(100 * sqrt(count / highest))) if count else 0


def _bars(query, counts, years, chosen):
    highest, address_of = max(counts.values(), default=1), _with_years(query).adder("year")
    return [
        YearBar(
            year,
            counts.get(year, 0),
            _height(counts.get(year, 0), highest),
            address_of(str(year)),
            str(year) in chosen,
        )
        for year in years
    ]
