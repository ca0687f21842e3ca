"""The poster of a film, and the digest that is part of its address."""

import hashlib
from functools import lru_cache

from .families import FAMILIES, SOBER
from .families.sober import under_picture
from .families.still import still
from .inks import PALETTES
from .inks import SOBER as SOBER_INKS

DRAWING = 3  # raise it when posters come out otherwise than before: each then gets a new address
ALL = FAMILIES | SOBER
STEP = 4  # through the families, from one film to the next; of those tried, one that repeats few on a wall


@lru_cache(maxsize=256)
def draw(film):
    """Return the film's poster as SVG: the same text for the same film, always."""
    return compose(film).svg(film.sentence)


def compose(film, family=None):
    """Return the film's poster as a sheet, in the family that is its own unless told otherwise."""
    if family is None and film.window:
        draw_it = under_picture if film.style == "sober" else still
    else:
        draw_it = ALL[family or family_of(film)].draw
    return draw_it(film, inks_of(film), film.chance)


def inks_of(film):
    """Return the film's inks: films that follow one another have different ones, and so have those of one family."""
    if film.style == "sober":
        return SOBER_INKS[(film.variant + film.variant // len(SOBER)) % len(SOBER_INKS)]
    return PALETTES[(film.seed * 7 + film.seed // len(FAMILIES) * 14) % len(PALETTES)]


def family_of(film):
    """Return the name of the film's family: films that follow one another have different ones.

    A film that a family does not suit has the next one that does. Sober drawings are the same twelve for every film,
    in the same order.
    """
    if film.style == "sober":
        return list(SOBER)[film.variant % len(SOBER)]
    names = list(FAMILIES)
    start = film.seed * STEP + film.seed // len(names) * 2
    return next(
        name
        for name in (names[(start + further) % len(names)] for further in range(len(names)))
        if FAMILIES[name].suits(film)
    )


@lru_cache(maxsize=65536)
def digest(film):
    """Return the digest of all that a poster is drawn from: short, as it tells apart the drawings of one film alone."""
    return hashlib.sha256(repr((DRAWING, film)).encode()).hexdigest()[:6]
