"""Invented lists: facets, chips, letters, pages, names, years and maps in all their states."""

from types import SimpleNamespace

from catalogue.charts.countries import Place, Step, WorldMap
from catalogue.charts.portrait import Row
from catalogue.lists.along import Along
from catalogue.lists.facets import Chip, Choice, Facet, Letter
from catalogue.lists.films import Sort
from catalogue.lists.names import Entry
from catalogue.lists.neighbours import Group
from catalogue.lists.pages import PAGE_SIZE, Pages
from catalogue.lists.years import Decade, YearBar, Years

HERE = "."  # to which lists add "#results"


def choices():
    return [
        Choice("DE", "Allemagne", None, HERE, True),
        Choice("SE", "Suède", None, HERE, False, 12),
        Choice("SUHH", "Union des républiques socialistes soviétiques", None, HERE, False, 3),
        Choice("XX", "Sans film", None, HERE, False, 0),
    ]


def facet():
    beside = [Choice("DDDE", "République démocratique allemande (RDA)", None, HERE, False, 2)]
    return Facet("country", "Country", choices(), HERE, related={"DE": beside})


def closed_facet():
    return Facet("genre", "Genre", [Choice("drame", "Drame", 12, HERE, False)], None)


def chips():
    return [Chip("Country", "Allemagne", HERE), Chip("", "Year unknown", HERE)]


def letters():
    return [Letter("A", 3, HERE, True), Letter("B", 12, HERE, False), Letter("C", 0, None, False)]


def pages(page, last=12):
    """The pages of a list, read at one of them."""
    address = SimpleNamespace(page=lambda number: SimpleNamespace(url=HERE))
    return Pages(range(last * PAGE_SIZE), page, address)


def names(entries):
    narrowed = {"named": "", "hidden": [], "is_narrowed": False}
    return SimpleNamespace(
        entries=entries, total=len(entries), letters=[], notices=[], pages=pages(1, 1), **narrowed
    )


def along(place, total):
    """A film's place in a list; films 12 and 23 are beside it where there are any."""
    before, after = (12 if place > 1 else None), (23 if place < total else None)
    return Along(place, total, before, after, HERE, "g3AB")


def groups(films):
    """Films beside a film: by a director of four films, by one of one, in a list."""
    return [
        Group("Also by Ada Lindqvist", HERE, 12, films[:4]),
        Group("Cinematography: Bo Okafor", None, None, films[4:5]),
        Group("Sweden in the 1970s", HERE, 3, films[5:7]),
    ]


def entries(films):
    """Somebody with the poster of a film, a company with a logo, somebody of whom there is neither."""
    logo, directs = films[6]["cover"], ["Director", "Screenplay"]
    return [
        Entry("Ada Lindqvist", "ada", "cinéaste", directs, 12, film=films[0]),
        Entry(
            "LAMPE", "lampe", "Libre atelier des montreurs de pellicule", ["Production company"], 1200, logo
        ),
        Entry("Bo Okafor", "bo", "", ["Texts"], 0),
    ]


def sections():
    return [
        SimpleNamespace(label="Films produced", count=1200, url=HERE, selected=True),
        SimpleNamespace(label="Films distributed", count=3, url=HERE, selected=False),
    ]


def years():
    """Three decades; one year of them is chosen."""
    counts = [0, 3, 8, 2, 0, 5, 13, 1, 0, 4]

    def bar(year):
        count = counts[year % 10]
        return YearBar(year, count, round(100 * (count / 13) ** 0.5), HERE, year == 2012)

    decades = [Decade(first, [bar(first + n) for n in range(10)], HERE) for first in (2000, 2010, 2020)]
    return Years(decades, 7, HERE, False, 2012, 2012, 2000, 2030)


def world_map():
    places = [
        Place("FR", "France", 40, HERE, True, 2, "fr", []),
        Place("SE", "Suède", 3, HERE, False, 1, "se", []),
        Place("SUHH", "URSS", 2, HERE, False, 1, "", ["Russie", "Ukraine"], (["ru", "ua"], [])),
    ]
    return WorldMap(places, [Step(1, 1, 9), Step(2, 10, 40)])


def rows():
    return [Row("1970s", 40, HERE, 100.0), Row("1980s", 13, HERE, 32.5), Row("1990s", 0, HERE, 0.0)]


def listing(films, notice):
    """A whole list, filtered. Letters and pages have specimens of their own."""
    values = {
        "total": 1234,
        "cards": films,
        "facets": [facet(), closed_facet()],
        "years": years(),
        "charts_url": None,
        "selection_url": None,
        "take_along_url": None,
        "is_small": False,
        "chips": chips(),
        "clear_url": HERE,
        "sorts": [
            Sort("title", "Title, A to Z", HERE, True),
            Sort("-year", "Year, latest first", HERE, False),
        ],
        "letters": [],
        "notices": [notice],
        "query": "",
        "found": None,
        "hidden": [],
        "kept": lambda name, make: make(),
    }
    return SimpleNamespace(**values, pages=pages(1, 1))
