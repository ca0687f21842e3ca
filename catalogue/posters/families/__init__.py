"""The families of compositions, by name.

To add one: write it in a module here, name it in FAMILIES or SOBER, raise DRAWING in catalogue.posters.poster.
"""

from ..fitting import is_written
from . import constructed, scenes, sober, swiss, typographic
from .family import Family

FAMILIES = {
    "arcs": Family(swiss.arcs, decades=(1950, 1960)),
    "squares": Family(swiss.squares, decades=(1970,)),
    "tiles": Family(swiss.tiles, decades=(1970, 2010)),
    "stripes": Family(swiss.stripes, decades=(1960,)),
    "overprint": Family(swiss.overprint_discs, decades=(2000, 2010, 2020)),
    "wall": Family(typographic.wall, suits=lambda film: len(film.title) <= 90, decades=(1980, 1990)),
    "initial": Family(
        typographic.initial,
        suits=lambda film: is_written(film.title, "didone"),
        leans=lambda film: len(film.title) <= 3,
    ),
    "year": Family(typographic.year, suits=lambda film: film.year is not None),
    "title page": Family(typographic.title_page, decades=(1930, 1940)),
    "bands": Family(typographic.bands, decades=(1930, 1950)),
    "cut paper": Family(constructed.cut_paper, decades=(1950,)),
    "tilted": Family(constructed.tilted, suits=lambda film: len(film.title) <= 60, decades=(1920, 1930)),
    "wedge": Family(constructed.wedge, decades=(1920,)),
    "beam": Family(constructed.beam, decades=(1990, 2000)),
    "horizon": Family(scenes.horizon, decades=(1970,)),
    "eye": Family(scenes.eye, decades=(1970, 1980)),
    "dots": Family(scenes.dots, decades=(1960, 2010)),
    "frames": Family(scenes.frames, decades=(1980, 2000)),
    "moon": Family(scenes.moon_phases, decades=(1980, 2020)),
}

SOBER = {
    "inscription": Family(sober.inscription),
    "silence": Family(sober.silence),
    "spine": Family(sober.spine),
    "halves": Family(sober.halves),
}
