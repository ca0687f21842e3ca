"""Posters made of letters and figures alone."""

from dataclasses import replace

from ..fitting import Block, Placed, Setting, fit, stack
from ..inks import mixed
from ..layout import MARGIN, Box, credits, footline, page, title
from ..lettering import line
from ..sheet import Sheet

HEAVY = Setting("anton", "upper", gap=0.075)
HEAVY_NARROW = Setting("condensed", "upper", gap=0.07)
SLAB = Setting("slab", "", gap=0.1)
STENCIL = Setting("stencil", "upper", gap=0.09)
DIDONE = Setting("didone", "", tracking=-0.01, gap=0.1, leading=0.9)
ITALIC = Setting("italic", "", tracking=-0.01, gap=0.1, leading=0.9)
GARAMOND = Setting("garamond", "", gap=0.16, leading=1.0)
GARAMOND_CAPITALS = Setting("garamond", "upper", tracking=0.06, gap=0.3)
PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
NARROW = Setting("condensed", "", gap=0.1, leading=0.84)


def wall(film, inks, chance):
    """The title from edge to edge, each line as wide as the sheet."""
    inks = inks.turned() if chance.yes(0.35) else inks
    sheet = Sheet(inks.paper)
    room = page(sheet, 34)
    ink = inks.on(inks.paper)
    foot = footline(sheet, film, ink, inks.paper, Box(room.x, room.y, room.width, room.height))
    tall = foot.y - 30 - room.y
    setting = chance.pick([HEAVY, HEAVY, HEAVY_NARROW, STENCIL])
    block = stack(film.title, setting, room.width, tall, film.language)
    lean = inks.on(inks.paper, wanted=(inks.first, inks.second))
    bright = chance.whole(0, len(block.lines) - 1)
    y = room.y if chance.yes(0.6) else foot.y - 30 - block.height
    for at, placed in enumerate(block.lines):
        one = Block((placed,), block.width, block.height)
        sheet.letter(one, room.x, y, lean if at == bright else ink, inks.paper)
    left = tall - block.height
    if left > 90:
        top = y + block.height + 30 if y == room.y else room.y
        _filling(sheet, Box(room.x, top, room.width, left - 30), inks, chance)
    return sheet


def _filling(sheet, box, inks, chance):
    """What fills the room that the title leaves: bars that thin out, a rising disc, or rows of discs."""
    colour = chance.pick([inks.first, inks.second])
    kind = chance.whole(0, 2) if box.height > 180 else 0
    if kind == 0:
        upwards, y, thick = chance.yes(), 0.0, min(box.height * chance.between(0.16, 0.4), 70)
        while thick > 2 and y + thick <= box.height + 0.1:
            sheet.rect(box.x, box.bottom - y - thick if upwards else box.y + y, box.width, thick, colour)
            y += thick * 1.5
            thick *= 0.86
    elif kind == 1:
        radius = min(box.width / 2, box.height)
        sheet.clipped(box.outline, lambda: sheet.circle(300, box.bottom, radius, colour))
    else:
        count = chance.whole(2, 4)
        side = box.width / count
        rows = max(1, int(box.height / side))
        step = box.height / rows
        for at in range(count * rows):
            x, y = box.x + side * (at % count + 0.5), box.y + step * (at // count + 0.5)
            shade = (inks.first, inks.second, inks.key)[(at + at // count) % 3]
            sheet.circle(x, y, min(side, step) / 2 - 3, shade)


def echo(film, inks, chance):
    """The title said again and again down the sheet, once in another ink."""
    inks = inks.turned() if chance.yes(0.4) else inks
    ground = chance.pick([inks.paper, inks.first])
    sheet = Sheet(ground)
    ink = inks.on(ground)
    foot = footline(sheet, film, ink, ground)
    box = page(sheet, 34)
    tall = foot.y - 34 - box.y
    setting = chance.pick([HEAVY, HEAVY_NARROW, SLAB])
    block = stack(film.title, setting, box.width, tall * 0.34, film.language, most_lines=1)
    gap = max(block.height * 0.1, 12)
    count = int((tall + gap) / (block.height + gap))
    step = (tall - block.height) / max(count - 1, 1)
    said = chance.pick([0, count - 1, count // 2])
    for at in range(count):
        y = box.y + at * step
        if at == said:
            sheet.letter(block, box.x, y, ink, ground)
        else:
            away = abs(at - said) / count * 0.85
            sheet.decoration(
                block, box.x, y, mixed(ground, inks.second if ground != inks.second else ink, 1 - away)
            )
    return sheet


def initial(film, inks, chance):
    """The first letter, cut by the edges."""
    inks = inks.turned() if chance.yes(0.3) else inks
    ground = chance.pick([inks.paper, inks.paper, inks.first])
    figure = chance.pick([each for each in (inks.first, inks.second, inks.key) if each != ground])
    sheet = Sheet(ground)
    ink = inks.on(ground)
    room = page(sheet)
    below = chance.yes(0.65)
    foot = footline(sheet, film, ink, ground)
    box = Box(room.x, foot.y - 26 - 170, room.width, 170) if below else Box(room.x, room.y, room.width, 170)
    head = title(sheet, film, [DIDONE, NARROW], box, ink, ground, foot=below, largest=104)
    top, bottom = (-40, head.y - 34) if below else (head.bottom + 34, foot.y - 34)
    shape = line(_first_letter(film), chance.pick(["didone", "slab", "wide", "didone"]))
    if shape.face is None:
        shape = line(film.title[0], "didone")
    size = min((bottom - top) / shape.height, 700 / shape.width)
    height, width = shape.height * size, shape.width * size
    x = chance.pick([600 - width + 50, (600 - width) / 2, -50]) if width > 420 else (600 - width) / 2
    block = Block((Placed(shape, size, 0, shape.top * size),), width, height)
    y = top + (bottom - top - height) * (0 if below else 0.5)
    sheet.clipped(
        f"M0 {max(top, 0):.0f}h600v{bottom - max(top, 0):.0f}h-600z",
        lambda: sheet.decoration(block, x, y, figure),
    )
    return sheet


def _first_letter(film):
    """Return the first letter of the first word that counts: not of an article."""
    words = [
        "".join(each for each in (word.replace("’", " ").split() or [""])[-1] if each.isalnum())
        for word in film.words
    ]
    counting = [word for word in words if len(word) > 3] or [word for word in words if word] or [film.title]
    return counting[0][0].upper()


def year(film, inks, chance):
    """The year, as large as the sheet."""
    inks = inks.turned() if chance.yes(0.3) else inks
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet, 34)
    digits = str(film.year)
    foot = footline(sheet, replace(film, year=None), ink, inks.paper, room)
    box = Box(room.x, foot.y - 22 - 150, room.width, 150)
    head = title(sheet, film, [PLAIN, NARROW], box, ink, inks.paper, foot=True, largest=92)
    tall = head.y - 34 - room.y
    colours = chance.pick([(inks.first, inks.second), (inks.first, inks.first), (inks.second, inks.first)])
    face = chance.pick(["anton", "anton", "wide", "slab"])
    for at, pair in enumerate((digits[:2], digits[2:])):
        shape = line(pair, face)
        height = (tall - 18) / 2
        size = min(room.width / shape.width, height / shape.height)
        stretch = Block((Placed(shape, size, 0, shape.top * size),), shape.width * size, shape.height * size)
        _stretched(sheet, stretch, room, room.y + at * (height + 18), height, colours[at])
    return sheet


def _stretched(sheet, block, room, y, height, ink):
    """Print figures as wide and as high as their place, as wood type is cut to fill a line."""
    across, down = room.width / block.width, height / block.height
    sheet.scaled(room.x, y, across, down, lambda: sheet.decoration(block, 0, 0, ink))


def title_page(film, inks, chance):
    """The title page of a book: a frame, an ornament, letters with room about them."""
    inks = inks.turned() if chance.yes(0.25) else inks
    sheet = Sheet(inks.first)
    band = chance.between(16, 34)
    sheet.rect(band, band, 600 - 2 * band, 900 - 2 * band, inks.paper)
    ink, lean = inks.on(inks.paper), inks.on(inks.paper, wanted=(inks.first, inks.second))
    inner = band + chance.pick([10, 14])
    sheet.stroke(f"M{inner:.1f} {inner:.1f}H{600 - inner:.1f}V{900 - inner:.1f}H{inner:.1f}z", ink, 3)
    room = page(sheet, inner + 36)
    foot = credits(
        sheet,
        film,
        room,
        ink,
        inks.paper,
        "middle",
        setting=Setting("garamond", "", 0.02, 0.24, 1.1),
        scale=1.18,
    )
    setting = chance.pick([GARAMOND, GARAMOND_CAPITALS, ITALIC, DIDONE])
    box = Box(room.x, room.y + 10, room.width, 270)
    head = title(sheet, film, [setting, GARAMOND, NARROW], box, lean, inks.paper, "middle", largest=112)
    middle = (head.bottom + foot.y) / 2
    _ornament(sheet, 300, middle, min(196, (foot.y - head.bottom) / 2 - 44), inks, ink, chance)
    return sheet


def _ornament(sheet, x, y, radius, inks, ink, chance):
    """A sun, a lamp, a star or a moon, as a printer's case has them."""
    if radius < 12:
        return
    kind = chance.whole(0, 4)
    if kind == 0:
        rays = chance.pick([16, 20, 24])
        for at in range(rays):
            far = radius * (1 if at % 2 else 0.84)
            sheet.wedge(x, y, radius * 0.5, far, 360 * at / rays, 360 / rays * 0.5, ink)
        sheet.circle(x, y, radius * 0.42, inks.first)
    elif kind == 1:
        for at in range(4):
            sheet.circle(x, y, radius * (0.96 - at * 0.24), (inks.first, inks.paper, ink, inks.paper)[at])
    elif kind == 2:
        sheet.circle(x, y, radius * 0.9, inks.first)
        sheet.circle(x + radius * 0.34, y - radius * 0.18, radius * 0.74, inks.paper)
    elif kind == 3:
        for at in range(4):
            tall = radius * (1 - at * 0.25)
            points = [(x, y - tall), (x + tall * 0.7, y), (x, y + tall), (x - tall * 0.7, y)]
            sheet.polygon(points, (inks.first, inks.paper, inks.second, inks.paper)[at])
    else:
        for at in range(4):
            far = radius * (1 - at * 0.25)
            turn = 180 if at % 2 else 0
            sheet.arc(x, y, far - radius * 0.125, radius * 0.25, turn, turn + 180, inks.first)
            sheet.arc(x, y, far - radius * 0.125, radius * 0.25, turn + 180, turn + 360, ink)


def bands(film, inks, chance):
    """Three bands, as on a paperback: colour, title, colour."""
    middle = inks.paper if not inks.is_dark else inks.key
    colour = chance.pick([inks.first, inks.first, inks.second])
    if colour == middle:
        colour = inks.first
    sheet = Sheet(colour)
    top = chance.pick([230, 270, 300])
    tall = chance.pick([300, 340])
    sheet.rect(0, top, 600, tall, middle)
    ink = inks.on(middle)
    room = Box(MARGIN, top + 34, 520, tall - 68)
    low = credits(sheet, film, room, ink, middle, "middle", setting=Setting("text", "", 0.0, 0.22, 1.15))
    sheet.rect(270, low.y - 30, 60, 4, inks.on(middle, wanted=(colour,)))
    box = Box(room.x, room.y, room.width, low.y - 56 - room.y)
    setting = chance.pick([PLAIN, DIDONE, GARAMOND, SLAB])
    size = fit(film.title, setting, box.width, box.height, largest=104, language=film.language)
    y = box.y + max(0, (box.height - size.height) / 2)
    title(
        sheet,
        film,
        [setting, PLAIN, NARROW],
        Box(box.x, y, box.width, box.bottom - y),
        ink,
        middle,
        "middle",
        largest=104,
    )
    shade = mixed(colour, inks.key if not inks.is_dark else inks.paper, chance.pick([0.3, 0.55, 1]))
    ornament = chance.pick([_arches, _rays, _slats, _saw])
    ornament(sheet, Box(0, top + tall, 600, 900 - top - tall), shade, chance.whole(3, 6))
    if chance.yes(0.5):
        ornament(sheet, Box(0, top, 600, -top), shade, chance.whole(3, 6))
    return sheet


# Ornaments fill a box from its line; a box of negative height lies above that line.


def _arches(sheet, box, ink, count):
    thick = abs(box.height) * 0.94 / (2 * count)
    turn = 0 if box.height > 0 else 180
    for at in range(count):
        sheet.arc(300, box.y, thick * (2 * at + 1.5), thick, turn, turn + 180, ink)


def _rays(sheet, box, ink, count):
    middle = 90 if box.height > 0 else 270
    rays = 2 * count + 3
    outline = f"M0 {box.y:.0f}h600v{box.height:.0f}h-600z"

    def burst():
        for at in range(rays):
            sheet.wedge(300, box.y, 0, 760, middle - 90 + (at + 0.5) * 180 / rays, 90 / rays, ink)

    sheet.clipped(outline, burst)


def _slats(sheet, box, ink, count):
    step = box.height / count
    for at in range(count):
        thick = step * (0.2 + 0.6 * at / count)
        sheet.rect(0, box.y + step * (at + 1) - thick, 600, thick, ink)


def _saw(sheet, box, ink, count):
    wide = 600 / count
    for at in range(count):
        sheet.polygon([(at * wide, box.y), ((at + 1) * wide, box.y), (at * wide, box.y + box.height)], ink)
