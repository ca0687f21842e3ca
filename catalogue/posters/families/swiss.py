"""After the Swiss school: a grid, a grotesque, one exact figure."""

from ..fitting import Setting
from ..inks import luminance, mixed, overprint
from ..layout import MARGIN, Box, footline, page, title
from ..lettering import number
from ..sheet import Sheet, around, disc

PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
WIDE = Setting("wide", "", gap=0.12, leading=0.95)
NARROW = Setting("condensed", "", gap=0.1, leading=0.84)
OVERLAP = 0.6  # of a shape over the next one


def squares(film, inks, chance):
    """Squares within squares, each turned a little further."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    count, step = chance.pick([(4, 22.5), (6, 15), (9, 9), (12, 6)])
    step *= chance.pick([-1, 1])
    side, x, y = 600.0, 300.0, 300.0
    sheet.rect(0, 0, 600, 600, inks.first)
    scale = 1 / (abs(_cos(step)) + abs(_sin(step)))
    colours = chance.pick(
        [(inks.paper, inks.first), (inks.key, inks.first), (inks.second, inks.paper, inks.first)]
    )
    for at in range(1, count):
        side *= scale
        points = [around(x, y, side * 0.7071, 45 + at * step + 90 * corner) for corner in range(4)]
        sheet.polygon(points, colours[(at - 1) % len(colours)])
    foot = footline(sheet, film, ink, inks.paper)
    box = Box(room.x, 600 + 30, room.width, foot.y - 34 - 630)
    title(sheet, film, [PLAIN, NARROW], box, ink, inks.paper, largest=120)
    return sheet


def _cos(angle):
    return around(0, 0, 1, angle)[0]


def _sin(angle):
    return around(0, 0, 1, angle)[1]


def tiles(film, inks, chance):
    """Tiles of quarter and half discs, one of them without any."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    across, down = chance.pick([(3, 3), (4, 4), (4, 4), (3, 3)])
    side = 600 / across
    above = chance.yes(0.5)
    y0 = 0 if above else 900 - side * down
    foot = footline(
        sheet, film, ink, inks.paper, Box(room.x, room.y, room.width, room.height if above else 260 - MARGIN)
    )
    top = (side * down + 30) if above else room.y
    title(
        sheet,
        film,
        [WIDE, PLAIN, NARROW],
        Box(room.x, top, room.width, foot.y - 22 - top),
        ink,
        inks.paper,
        largest=110,
    )
    inks_of_tiles = [inks.first, inks.second, inks.key, mixed(inks.paper, inks.first, 0.25)]
    missing = chance.whole(0, across * down - 1)
    places = [(at % across * side, y0 + at // across * side) for at in range(across * down)]
    grounds = [inks_of_tiles[(at + at // across * 2 + chance.whole(0, 1)) % 4] for at in range(across * down)]
    for (x, y), ground in zip(places, grounds, strict=True):
        sheet.rect(x, y, side + 0.5, side + 0.5, ground)
    for at, ((x, y), ground) in enumerate(zip(places, grounds, strict=True)):
        shape = chance.pick([each for each in [inks.paper, *inks_of_tiles[:3]] if each != ground])
        if at == missing:
            sheet.circle(x + side / 2, y + side / 2, side * 0.3, inks.paper)
        else:
            tile(sheet, x, y, side, shape, chance)
    return sheet


def tile(sheet, x, y, side, ink, chance):
    """A quarter disc from a corner, two of them, or half a disc; printed over the grounds of all tiles.

    It reaches a little over its edges, or a hairline would show between it and a neighbour of the same ink.
    """
    x, y, side = x - OVERLAP, y - OVERLAP, side + 2 * OVERLAP
    s = number(side)
    corners = [(x, y, f"h{s}A{s} {s} 0 0 1 {number(x)} {number(y + side)}z")]
    corners.append((x + side, y, f"v{s}A{s} {s} 0 0 1 {number(x)} {number(y)}z"))
    corners.append((x + side, y + side, f"h-{s}A{s} {s} 0 0 1 {number(x + side)} {number(y)}z"))
    corners.append((x, y + side, f"v-{s}A{s} {s} 0 0 1 {number(x + side)} {number(y + side)}z"))
    kind = chance.whole(0, 5)
    first = chance.whole(0, 3)
    if kind <= 2:
        px, py, rest = corners[first]
        sheet.path(f"M{number(px)} {number(py)}{rest}", ink)
    elif kind <= 4:
        h = number(side / 2)
        left, upper = number(x), number(y)
        outline = {
            0: f"M{left} {upper}h{s}a{h} {h} 0 0 1-{s} 0z",
            1: f"M{left} {number(y + side)}a{h} {h} 0 0 1 {s} 0z",
            2: f"M{left} {upper}a{h} {h} 0 0 1 0 {s}z",
            3: f"M{number(x + side)} {upper}a{h} {h} 0 0 0 0 {s}z",
        }[first]
        sheet.path(outline, ink)
    else:
        points = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
        sheet.polygon([point for at, point in enumerate(points) if at != first], ink)


def stripes(film, inks, chance):
    """Stripes that break where something passes behind them."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    foot = footline(sheet, film, ink, inks.paper)
    head = title(
        sheet,
        film,
        [PLAIN, NARROW],
        Box(room.x, foot.y - 26 - 190, room.width, 190),
        ink,
        inks.paper,
        foot=True,
        largest=112,
    )
    bottom = head.y - 34
    pitch = chance.pick([30, 36, 40, 50])
    upright = chance.yes()
    colour = chance.pick([inks.key, inks.first])
    figure = inks.first if colour == inks.key else inks.key
    lines = _stripes(0, bottom, pitch, 0, upright)
    sheet.path(lines, colour)
    x, y = chance.between(180, 420), bottom * chance.between(0.4, 0.6)
    radius = min(bottom * 0.42, chance.between(190, 270))

    def passing():
        sheet.rect(0, 0, 600, bottom, inks.paper)
        sheet.path(_stripes(0, bottom, pitch, pitch / 2, upright), figure)

    shape = disc(x, y, radius)
    if chance.yes(0.3):
        slant = chance.pick([15, 30, 45])
        points = [around(x, y, radius * 1.1, 45 + slant + 90 * corner) for corner in range(4)]
        shape = "M" + "L".join(f"{number(px)} {number(max(py, 0))}" for px, py in points) + "z"
    sheet.clipped(f"M0 0h600v{number(bottom)}h-600z", lambda: sheet.clipped(shape, passing))
    return sheet


def _stripes(top, bottom, pitch, shift, upright):
    """Return the outline of stripes half as thick as their pitch."""
    thick, parts = pitch / 2, []
    if upright:
        at = shift - pitch
        while at < 600:
            if at + thick > 0:
                parts.append(
                    f"M{number(at)} {number(top)}h{number(thick)}V{number(bottom)}h-{number(thick)}z"
                )
            at += pitch
    else:
        at = top + shift
        while at + thick <= bottom:
            parts.append(f"M0 {number(at)}h600v{number(thick)}h-600z")
            at += pitch
    return "".join(parts)


def overprint_discs(film, inks, chance):
    """Two or three colours printed over one another."""
    paper = inks.paper if not inks.is_dark else inks.key
    sheet = Sheet(paper)
    ink = inks.on(paper)
    room = page(sheet)
    above = chance.yes(0.4)
    foot = footline(sheet, film, ink, paper)
    box = Box(room.x, room.y, room.width, 200) if above else Box(room.x, foot.y - 26 - 200, room.width, 200)
    head = title(sheet, film, [PLAIN, WIDE, NARROW], box, ink, paper, foot=not above, largest=120)
    top, bottom = (head.bottom + 34, foot.y - 34) if above else (0, head.y - 34)
    dull = luminance(inks.first) < 0.03  # black over a colour shows nothing of it
    colours = [inks.paper if dull else inks.first, inks.second, mixed(inks.second, "#ffd400", 0.75)]
    shapes = _forms(Box(0, top, 600, bottom - top), chance)
    prints = list(zip(shapes, chance.shuffled(colours), strict=False))

    def printed():
        for shape, colour in prints:
            sheet.path(shape, colour)
        for at, (shape, colour) in enumerate(prints):
            for other, below in prints[:at]:
                _both(sheet, (shape, other), overprint(colour, below))
        if len(prints) == 3:
            (a, b, c), (x, y, z) = zip(*prints, strict=True)
            sheet.clipped(a, lambda: _both(sheet, (b, c), overprint(overprint(x, y), z)))

    sheet.clipped(f"M0 {top:.0f}h600v{bottom - top:.0f}h-600z", printed)
    return sheet


def _both(sheet, shapes, ink):
    """Print where two shapes lie over one another."""
    sheet.clipped(shapes[0], lambda: sheet.path(shapes[1], ink))


def _forms(box, chance):
    """Return two or three outlines that lie partly over one another."""
    x, y = box.middle
    reach = box.height / 2
    kind = chance.whole(0, 3)
    if kind == 0:
        radius, turn = reach * 0.62, chance.between(0, 360)
        return [disc(*around(x, y, reach * 0.36, turn + at * 120), radius) for at in range(3)]
    if kind == 1:
        radius = min(reach * 0.98, 300)
        return [disc(x - 120, y, radius), disc(x + 120, y, radius)]
    if kind == 2:
        size, lean = reach * 0.92, chance.between(20, 70)
        square = [around(x - 40, y + 20, size, lean + 90 * corner) for corner in range(4)]
        return [disc(x + 60, y - 30, reach * 0.7), _outline(square)]
    slope = chance.between(60, 200)
    left = [(0, box.y), (x + slope, box.y), (x - slope, box.bottom), (0, box.bottom)]
    right = [(600, box.y + 90), (600, box.bottom), (x - slope, box.bottom), (x - 30, box.y + 200)]
    return [_outline(left), _outline(right), disc(x, y, reach * 0.6)]


def _outline(points):
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z"
