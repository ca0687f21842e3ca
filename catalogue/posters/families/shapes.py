"""After the Polish and Czech posters of the sixties: large flat shapes that fill the sheet."""

from ..fitting import Setting
from ..inks import mixed
from ..layout import MARGIN, Box, at_foot, footline, page, title
from ..lettering import number
from ..sheet import Sheet, around

HEAVY = Setting("anton", "upper", gap=0.1)
NARROW = Setting("condensed", "", gap=0.1, leading=0.84)
PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
DIDONE = Setting("didone", "", tracking=-0.01, gap=0.1, leading=0.9)
ITALIC = Setting("italic", "", tracking=-0.01, gap=0.1, leading=0.9)
SLAB = Setting("slab", "", gap=0.1)


def stairs(film, inks, chance):
    """A staircase that climbs across the sheet, and a disc on its way up."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    setting = chance.pick([HEAVY, PLAIN, SLAB])
    head = title(
        sheet, film, [setting, NARROW], Box(room.x, room.y, room.width, 200), ink, inks.paper, largest=124
    )
    mirrored = chance.yes()
    count = chance.whole(4, 6)
    wide = 600 / count
    top, bottom = head.bottom + 40 + wide * 0.9, 790
    rise = (bottom - top) / count
    light, dark = chance.pick([(inks.first, inks.key), (inks.second, inks.key), (inks.first, inks.second)])
    shade = mixed(light, inks.key, 0.22)
    for at in range(count):
        x = at * wide if mirrored else 600 - (at + 1) * wide
        y = top + at * rise
        sheet.rect(x, y, wide + 0.5, 900 - y, shade if at % 2 else light)
        sheet.rect(x, y, wide + 0.5, min(rise * 0.3, 30), dark)
    radius = wide * 0.42
    on = chance.whole(0, count - 1)
    x = on * wide if mirrored else 600 - (on + 1) * wide
    sheet.circle(
        x + wide / 2, top + on * rise - radius, radius, inks.key if dark != inks.key else inks.second
    )
    ground = inks.key
    foot = footline(Sheet(ground), film, ink, ground)
    if foot.height:
        sheet.rect(0, foot.y - 30, 600, 930 - foot.y, ground)
        footline(sheet, film, inks.on(ground), ground)
    return sheet


def petals(film, inks, chance):
    """A flower, a rising sun or a branch, made of one petal."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    bottom = at_foot(sheet, film, [chance.pick([DIDONE, ITALIC, SLAB]), NARROW], ink, inks.paper, 190) - 36
    one, other = chance.shuffled([inks.first, inks.second])
    kind = chance.whole(0, 2)
    if kind == 0:
        count = chance.pick([8, 10, 12])
        reach, y = min(bottom / 2 - 14, 290), bottom / 2 + 8
        for at in range(count):
            _petal(sheet, 300, y, reach * 0.2, reach, 360 * at / count, 330 / count, (one, other)[at % 2])
        sheet.circle(300, y, reach * 0.2, inks.key)
    elif kind == 1:
        count = chance.pick([7, 9, 11])
        outline = f"M0 0h600v{number(bottom)}h-600z"
        reach = min(bottom - 40, 560)

        def rising():
            for at in range(count):
                angle = 180 + 180 * at / (count - 1)
                _petal(sheet, 300, bottom, reach * 0.2, reach, angle, 150 / count, (one, other)[at % 2])
            sheet.circle(300, bottom, reach * 0.26, inks.key)

        sheet.clipped(outline, rising)
        sheet.rect(0, bottom, 600, 10, ink)
    else:
        pairs = chance.whole(4, 5)
        step = (bottom - 40) / (pairs + 0.6)
        sheet.rect(294, 90, 12, bottom - 90, ink)
        for at in range(pairs):
            y = bottom - step * (at + 0.2)
            for side in (-1, 1):
                lean = -90 + side * 64
                colour = one if (at + (side > 0)) % 2 else other
                _petal(sheet, 300 + side * 5, y, 0, 290 - at * 24, lean, 27, colour)
        _petal(sheet, 300, bottom - step * (pairs - 0.2), 0, step * 1.1, -90, 30, one)
    return sheet


def _petal(sheet, x, y, inner, outer, angle, width, ink):
    """An almond from one distance of a point to another."""
    middle = inner + (outer - inner) * 0.55
    points = [around(x, y, inner, angle), around(x, y, middle * 1.04, angle - width)]
    points += [around(x, y, outer, angle), around(x, y, middle * 1.04, angle + width)]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((number(px), number(py)) for px, py in points)
    sheet.path(f"M{ax} {ay}Q{bx} {by} {cx} {cy}Q{dx} {dy} {ax} {ay}z", ink)


def scales(film, inks, chance):
    """Rows of discs that cover one another, as tiles of a roof or waves of a print."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    above = chance.yes(0.4)
    setting = chance.pick([PLAIN, HEAVY, ITALIC])
    room = page(sheet)
    if above:
        box = Box(room.x, room.y, room.width, 190)
        top = title(sheet, film, [setting, NARROW], box, ink, inks.paper, largest=120).bottom + 40
        foot = footline(sheet, film, ink, inks.paper)
        bottom = foot.y - (36 if foot.height else -40)
    else:
        top, bottom = 0, at_foot(sheet, film, [setting, NARROW], ink, inks.paper) - 36
    across = chance.pick([2, 3, 3, 4])
    radius = 300 / across
    step = radius * chance.pick([0.5, 0.62])
    colours = chance.shuffled([inks.first, inks.second, inks.key])
    odd = chance.whole(0, across * 3)

    def rows():
        count = int((bottom - top) / step) + 2
        for row in range(count):
            y = top + radius * 0.4 + row * step
            for column in range(across + row % 2):
                x = radius * (2 * column + (0 if row % 2 else 1))
                is_odd = row == count // 2 and column == odd % across
                rings = (colours[0], inks.paper, colours[1], inks.paper) if not is_odd else (colours[2],) * 4
                for share, colour in zip((1, 0.78, 0.58, 0.34), rings, strict=True):
                    sheet.circle(x, y, radius * share, colour)

    sheet.clipped(f"M0 {number(top)}h600v{number(bottom - top)}h-600z", rows)
    return sheet


def torn(film, inks, chance):
    """Sheets of coloured paper, torn across and laid over one another; the title on the widest."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    foot = footline(sheet, film, ink, inks.paper)
    options = {"largest": 170, "least": 50}
    probe = Sheet(inks.paper)
    setting = chance.pick([HEAVY, SLAB, PLAIN])
    box = Box(MARGIN, 0, 520, 330)
    head = title(probe, film, [setting, NARROW], box, ink, inks.paper, **options)
    low = foot.y - 60
    tall = max(head.height + 110, 250)
    top = chance.pick([90, (low - tall) / 2 + 30, low - tall])
    fibre = mixed(inks.paper, "#ffffff", 0.75) if not inks.is_dark else inks.key
    papers = [inks.first, inks.second]
    if chance.yes():
        papers.reverse()
    title_paper = inks.key if not inks.is_dark else inks.first
    others = [paper for paper in (*papers, inks.key) if paper != title_paper]
    _strip(sheet, -40, top + 60, others[0], fibre, chance)
    if top + tall < low - 80:
        _strip(sheet, top + tall - 60, low, others[1], fibre, chance)
    if top > 200:
        _strip(sheet, top * 0.45, top + 60, others[1], fibre, chance)
    _strip(sheet, top, top + tall, title_paper, fibre, chance)
    box = Box(MARGIN, top + (tall - head.height) / 2, 520, 330)
    title(sheet, film, [setting, NARROW], box, inks.on(title_paper), title_paper, **options)
    return sheet


def _strip(sheet, top, bottom, ink, fibre, chance):
    """A strip of paper from edge to edge, whose torn edges show its fibres."""
    lean = chance.between(-16, 16)
    upper, lower = _tear(top, lean, chance), _tear(bottom, lean * chance.between(-0.6, 0.6), chance)
    frayed = (
        [(x, y - chance.between(3, 13)) for x, y in upper],
        [(x, y + chance.between(3, 13)) for x, y in lower],
    )
    sheet.polygon([*frayed[0], *reversed(frayed[1])], fibre)
    sheet.polygon([*upper, *reversed(lower)], ink)


def _tear(y, lean, chance):
    points, steps, drift = [], 22, 0.0
    for at in range(steps + 1):
        drift = drift * 0.6 + chance.between(-7, 7)
        x = -10 + 620 * at / steps + (chance.between(-9, 9) if 0 < at < steps else 0)
        points.append((x, y + lean * (2 * at / steps - 1) + drift))
    return points


def arcs(film, inks, chance):
    """Quarters of a target, shifted against each other: Swiss, exact, from edge to edge."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    above = chance.yes(0.4)
    if above:
        box = Box(room.x, room.y, room.width, 180)
        head = title(sheet, film, [PLAIN, NARROW], box, ink, inks.paper, largest=118)
        foot = footline(Sheet(inks.paper), film, ink, inks.paper)
        under = Box(room.x, head.bottom + 28, room.width, foot.height)
        footline(sheet, film, ink, inks.paper, under)
        top, bottom = under.bottom + 36, 900
    else:
        top, bottom = 0, at_foot(sheet, film, [PLAIN, NARROW], ink, inks.paper, 180) - 36
    tall = bottom - top
    across = chance.pick([1, 2, 2])
    side = max(600, tall) / across  # nothing is cut but at the edges of the sheet
    left, first = 300 - side * across / 2, top if above else bottom - side * across
    count = chance.pick([4, 5, 6]) if across == 2 else chance.pick([6, 8])
    corners = chance.pick([(3, 2, 1, 0), (0, 1, 2, 3), (1, 0, 3, 2), (0, 0, 0, 0), (2, 3, 2, 3)])
    pairs = [(inks.first, inks.key), (inks.key, inks.second), (inks.second, inks.first)]
    pairs = chance.shuffled(pairs)

    def quarters():
        for at in range(across * across):
            x, y = left + at % across * side, first + at // across * side
            one, other = pairs[(at % across + at // across) % (2 if across == 2 else 1)]
            _quarter(sheet, x, y, side, corners[(at % across + at // across % 2 * 2) % 4], count, one, other)

    sheet.clipped(f"M0 {number(top)}h600v{number(tall)}h-600z", quarters)
    return sheet


def _quarter(sheet, x, y, side, corner, count, one, other):
    """Quarter rings about a corner of a square: 0 is the top left one, 1 the top right one."""
    sheet.rect(x, y, side + 0.5, side + 0.5, other)
    px, py = x + side * (corner % 2), y + side * (corner // 2)
    dx, dy = (1, -1)[corner % 2], (1, -1)[corner // 2]
    sweep = 1 if dx * dy > 0 else 0
    for at in range(count, 0, -1):
        radius = side * at / count
        r = number(radius)
        arc = f"A{r} {r} 0 0 {sweep} {number(px)} {number(py + dy * radius)}z"
        ink = other if (count - at) % 2 else one
        sheet.path(f"M{number(px)} {number(py)}h{number(dx * radius)}{arc}", ink)
