"""The families of compositions, by name.

To add one: write it in a module here, name it in FAMILIES or SOBER, raise DRAWING in catalogue.posters.poster.
"""

from ..fitting import is_written
from . import constructed, night, scenes, shapes, sober, swiss, typographic
from .family import Family

# In this order neighbours look least alike.
FAMILIES = {
    "arcs": Family(shapes.arcs),
    "city": Family(night.city),
    "wall": Family(typographic.wall, suits=lambda film: len(film.title) <= 90),
    "overprint": Family(swiss.overprint_discs),
    "stairs": Family(shapes.stairs),
    "title page": Family(typographic.title_page),
    "strip": Family(night.strip),
    "stripes": Family(swiss.stripes),
    "tilted": Family(constructed.tilted, suits=lambda film: len(film.title) <= 60),
    "petals": Family(shapes.petals),
    "year": Family(typographic.year, suits=lambda film: film.year is not None),
    "squares": Family(swiss.squares),
    "horizon": Family(scenes.horizon),
    "cut paper": Family(constructed.cut_paper),
    "dots": Family(scenes.dots),
    "bands": Family(typographic.bands),
    "eye": Family(scenes.eye),
    "tiles": Family(swiss.tiles),
    "echo": Family(typographic.echo, suits=lambda film: len(film.title) <= 18),
    "moon": Family(scenes.moon_phases),
    "torn": Family(shapes.torn),
    "initial": Family(typographic.initial, suits=lambda film: is_written(film.title, "didone")),
    "curtain": Family(night.curtain),
    "scales": Family(shapes.scales),
    "beam": Family(constructed.beam),
}

SOBER = {
    "inscription": Family(sober.inscription),
    "silence": Family(sober.silence),
    "spine": Family(sober.spine),
    "halves": Family(sober.halves),
}
