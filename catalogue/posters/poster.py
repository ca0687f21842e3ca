"""The poster of a film, and the digest that is part of its address."""

import hashlib
from functools import lru_cache

from .families import FAMILIES, SOBER
from .families.sober import under_picture
from .families.still import still
from .inks import PALETTES
from .inks import SOBER as SOBER_INKS

DRAWING = 2  # raise it when posters come out otherwise than before: each then gets a new address
ALL = FAMILIES | SOBER


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
    """Return the film's inks: sixteen films that follow one another have sixteen palettes."""
    if film.style == "sober":
        return SOBER_INKS[(film.variant + film.variant // len(SOBER)) % len(SOBER_INKS)]
    return PALETTES[(film.seed * 7 + film.seed // 16 * 3) % len(PALETTES)]


def family_of(film):
    """Return the name of the film's family.

    Its number goes round the families by steps that leave no two neighbours alike. Every other film takes, of three
    that its number offers, the one that leans to it most, by its decade or its title. Sober drawings are the same
    twelve for every film, in the same order.
    """
    if film.style == "sober":
        return list(SOBER)[film.variant % len(SOBER)]
    names = list(FAMILIES)
    start = film.seed * 7 + film.seed // len(names)
    offered = [names[(start + step) % len(names)] for step in (0, 5, 11)]
    fitting = [name for name in offered if FAMILIES[name].suits(film)]
    fitting = fitting[: 3 if film.seed % 2 else 1]
    return max(fitting, key=lambda name: FAMILIES[name].leaning(film), default=next(iter(names)))


@lru_cache(maxsize=65536)
def digest(film):
    """Return the digest of all that a poster is drawn from: short, as it tells apart the drawings of one film alone."""
    return hashlib.sha256(repr((DRAWING, film)).encode()).hexdigest()[:6]
