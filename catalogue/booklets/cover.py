"""The cover of a booklet, in the language of the posters: a tile for each film, and the title as outlines."""

import hashlib
from dataclasses import replace
from math import ceil

from catalogue.contrast import contrast
from catalogue.pictures.addresses import fallback
from catalogue.posters.chance import Chance
from catalogue.posters.families.swiss import NARROW, PLAIN, tile
from catalogue.posters.fitting import Setting, fit, fit_readable
from catalogue.posters.inks import PALETTES, SOBER, mixed
from catalogue.posters.sheet import Sheet

WIDTH, HEIGHT = 600, 851  # as A5 has them
MARGIN = 40
TALLEST = 600  # of the tiles
SEEN = 2  # the contrast of an accent with the paper, at least
SIGN = (200, 72)  # the most that a logo or a mark takes
LABEL = "#ffffff"  # what it stands on: it is made for a light page
SMALL = Setting("text", gap=0.2, leading=1.2)


def cover(title, language, above, foot, films, accent="", sign=None):
    """Return the cover as SVG. `above` stands over the title, `foot` is (left, right); `films` are film documents.

    `accent` is the site's own colour, which carries the cover where it has one; `sign` its logo or its mark.
    """
    chance = Chance(hashlib.sha256(title.encode()).hexdigest())
    are_sober = sum(film["poster_style"] == "sober" for film in films) * 2 > len(films)
    inks = (
        chance.pick(SOBER if are_sober else PALETTES) if are_sober or not accent else _inks_of(accent, chance)
    )
    sheet = Sheet(inks.paper, WIDTH, HEIGHT)
    ink = inks.on(inks.paper)
    top = _tiles(sheet, films, inks)
    if sign:
        _label(sheet, sign)
    y = MARGIN
    if above:
        line = fit(above, SMALL, WIDTH - 2 * MARGIN, 60, largest=23, most_lines=2)
        sheet.letter(line, MARGIN, y, inks.on(inks.paper, wanted=(inks.first, inks.second)), inks.paper)
        y += line.height + 22
    lines = [fit(words, SMALL, (WIDTH - 2 * MARGIN) / 2 - 20, 50, largest=23, most_lines=2) for words in foot]
    low = top - 34 - max(line.height for line in lines)
    for line, x in zip(lines, (MARGIN, WIDTH - MARGIN - lines[1].width), strict=True):
        sheet.letter(line, x, top - 34 - line.height, ink, inks.paper)
    room = {"width": WIDTH - 2 * MARGIN, "height": low - 26 - y, "least": 40}
    block = fit_readable(title, [PLAIN, NARROW], **room, largest=150, language=language)
    sheet.letter(block, MARGIN, y, ink, inks.paper)
    return sheet.svg(title)


def _label(sheet, sign):
    """Print a logo or a mark as a label in the corner, over the tiles: it leaves the title its room."""
    scale = min(SIGN[0] / sign["width"], SIGN[1] / sign["height"])
    width, height, edge = sign["width"] * scale, sign["height"] * scale, 14
    x, y = WIDTH - MARGIN - edge - width, HEIGHT - MARGIN - edge - height
    sheet.rect(x - edge, y - edge, width + 2 * edge, height + 2 * edge, LABEL)
    sheet.image(fallback(sign), x, y, width, height)


def _inks_of(accent, chance):
    """Return inks whose first colour is the accent, on a paper on which it is seen."""
    papers = [inks for inks in PALETTES if contrast(inks.paper, accent) >= SEEN]
    return replace(chance.pick(papers), first=accent)


def _tiles(sheet, films, inks):
    """Print a tile for each film at the foot of the sheet, from edge to edge; return where they begin.

    A row that is not full is the first.
    """
    across = next(n for n in range(1, len(films) + 2) if ceil(len(films) / n) * WIDTH / n <= TALLEST)
    side = WIDTH / across
    down = ceil(len(films) / across)
    top, missing = HEIGHT - down * side, down * across - len(films)
    colours = [inks.first, inks.second, inks.on(inks.paper), mixed(inks.paper, inks.first, 0.25)]
    tiles = []
    for place, film in enumerate(films):
        at = place if place < across - missing else place + missing
        chance = Chance(film["id"])
        x, y = at % across * side, top + at // across * side
        ground = colours[(at + at // across * 2 + chance.whole(0, 1)) % len(colours)]
        sheet.rect(x, y, side + 0.5, side + 0.5, ground)
        tiles.append((x, y, ground, chance))
    for x, y, ground, chance in tiles:
        shape = chance.pick([each for each in (inks.paper, *colours[:3]) if each != ground])
        tile(sheet, x, y, side, shape, chance)
    return top
