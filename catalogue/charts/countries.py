"""Films by country: a map of the states of today. Those that are gone are marked on the land of what they have become,
beneath the states of today, and named beside the map.
"""

from dataclasses import dataclass

from catalogue.folding import fold
from catalogue.publication.fields import UNKNOWN
from catalogue.reference import countries

STEPS = 5  # of colour
MOST_IN_TABLE = 60  # countries that the table names
# Where there are more, the table names those with the most films, another page all of them.
FIRST_IN_TABLE = 15


@dataclass(frozen=True)
class Place:
    """A country with films. `step` is its colour, from 1 to STEPS; `shape` its id in the map, "" for a state that is
    gone; `successors` the names of the states it has become, `lands` their ids in the map: of those without films,
    whose land is coloured for it, then of the others, around which a line is drawn.
    """

    code: str
    label: str
    count: int
    url: str
    selected: bool
    step: int
    shape: str
    successors: list
    lands: tuple = ((), ())


@dataclass(frozen=True)
class Step:
    """A colour of the map, and the numbers of films it stands for."""

    number: int
    first: int
    last: int


class WorldMap:
    """The countries with films, those with most of them first: `named` in the table (`left_over` are not), `drawn` as
    [(step, [place])], and `former` ones, which have no shape: `marked` are those on land of their own, `around` those
    around the land of others, the last that ended on top.
    """

    def __init__(self, places, steps):
        self.places, self.steps = places, steps
        self.former = [place for place in places if not place.shape]
        present = [place for place in places if place.shape]
        self.named = present if len(present) <= MOST_IN_TABLE else present[:FIRST_IN_TABLE]
        self.left_over = len(present) - len(self.named)
        by_end = sorted(self.former, key=lambda place: countries.last_year(place.code) or 0)
        self.marked = [place for place in by_end if place.lands[0]]
        self.around = [place for place in by_end if place.lands[1] and not self.left_over]
        by_step = {}
        for place in present:  # the most films first, so that a small country lies on top of a large one
            by_step.setdefault(place.step, []).append(place)
        self.drawn = list(by_step.items())


def world_map(facets):
    """The map of a list, following its other filters. A click chooses one country in the place of the present ones."""
    counted = [
        (code, chosen, count)
        for code, chosen, count in facets.counted("country")
        if count and code != UNKNOWN
    ]
    steps = _steps(max((count for _code, _chosen, count in counted), default=0))
    with_films = {code for code, _chosen, _count in counted}
    places = [_place(facets, code, chosen, count, steps, with_films) for code, chosen, count in counted]
    return WorldMap(sorted(places, key=lambda place: (-place.count, fold(place.label))), steps)


def _place(facets, code, chosen, count, steps, with_films):
    target = facets.query.removing("country", code) if chosen else facets.query.setting(country=code)
    step = next(step.number for step in reversed(steps) if count >= step.first)
    shape = code.lower() if len(code) == 2 else ""
    become = [] if shape else countries.successors(code)
    successors = [_name(facets, successor) for successor in become]
    lands = tuple(
        [land.lower() for land in become if (land in with_films) is there] for there in (False, True)
    )
    return Place(
        code, facets.label("country", code), count, target.url, chosen, step, shape, successors, lands
    )


def _name(facets, code):
    """What visitors call a country, of which there may be no film here."""
    if code in facets.postings.values("country"):
        return facets.label("country", code)
    return countries.name(code, facets.language)


def _steps(most):
    """Steps of colour, each the same number of times larger than the one before; a few films need fewer steps."""
    if not most:
        return []
    firsts = sorted({max(1, round(most ** (step / STEPS))) for step in range(STEPS)})
    lasts = [first - 1 for first in firsts[1:]] + [most]
    return [
        Step(STEPS - len(firsts) + 1 + number, first, last)
        for number, (first, last) in enumerate(zip(firsts, lasts, strict=True))
    ]
