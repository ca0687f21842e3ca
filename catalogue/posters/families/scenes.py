"""Posters with something to see: a horizon, an eye, a moon in dots, the frames of a strip."""

from ..fitting import Setting
from ..inks import mixed
from ..layout import Box, at_foot, credits, footline, page, title
from ..lettering import number
from ..sheet import Sheet, around, disc, wave

HEAVY = Setting("anton", "upper", gap=0.1)
NARROW = Setting("condensed", "", gap=0.1, leading=0.84)
DIDONE = Setting("didone", "", tracking=-0.01, gap=0.1, leading=0.9)
ITALIC = Setting("italic", "", tracking=-0.01, gap=0.1, leading=0.9)
SLAB = Setting("slab", "", gap=0.1)
WIDE = Setting("wide", "", gap=0.12, leading=0.95)
TYPED = Setting("typewriter", "", tracking=-0.04, gap=0.2, leading=1.0)
PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
DARKEST = "#14110f"  # of a pupil


def horizon(film, inks, chance):
    """A sun over hills or water, in flat inks."""
    sky = inks.paper
    sheet = Sheet(sky)
    ink = inks.on(sky)
    room = page(sheet)
    setting = chance.pick([ITALIC, HEAVY, SLAB])
    head = title(sheet, film, [setting, NARROW], Box(room.x, room.y, room.width, 220), ink, sky, largest=130)
    ground = inks.key
    foot_ink = inks.on(ground)
    low = max(head.bottom + 150, 470)
    radius = chance.between(90, 170)
    sheet.circle(
        chance.between(150, 450),
        low - radius * chance.between(-0.1, 0.3),
        min(radius, low - head.bottom - 30),
        inks.first,
    )
    count = chance.whole(3, 5)
    far = inks.second if inks.second != sky else inks.first
    kind = chance.whole(0, 2)
    for at in range(count):
        share = at / max(count - 1, 1)
        y = low + (760 - low) * share
        colour = ground if at == count - 1 else mixed(far, ground, share * 0.8)
        if kind == 0:
            ridge = wave(600, y, 30 + 24 * (1 - share), chance.between(380, 760), chance.between(0, 1))
        elif kind == 1:
            peaks = sorted(chance.between(0, 600) for _n in range(3))
            ridge = [(0, y + 20)]
            for peak in peaks:
                ridge += [(peak, y - chance.between(20, 110) * (1 - share))]
                ridge += [(min(peak + chance.between(40, 120), 600), y + 20)]
            ridge = [*sorted(ridge), (600, y + 20)]
        else:
            ridge = [(0, y + chance.between(-30, 30)), (600, y + chance.between(-30, 30))]
        sheet.polygon([(0, 900), *ridge, (600, 900)], colour)
    sheet.rect(0, 800, 600, 100, ground)
    _foot_on(sheet, film, foot_ink, ground)
    return sheet


def _foot_on(sheet, film, ink, ground):
    """Print the credits on a ground of their own, as high as they need."""
    probe = Sheet(ground)
    top = footline(probe, film, ink, ground).y
    if top < 820:
        sheet.rect(0, top - 30, 600, 930 - top, ground)
    footline(sheet, film, ink, ground)


def eye(film, inks, chance):
    """An eye that looks at who looks, several of them, or one so near that there is only its iris."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    settings = [chance.pick([ITALIC, DIDONE, HEAVY]), NARROW]
    bottom = at_foot(sheet, film, settings, ink, inks.paper, largest=118) - 30
    kind = chance.whole(0, 2)
    if kind == 0:
        half, y = chance.between(240, 270), bottom * 0.53
        lid = min(bottom * 0.36, chance.between(130, 190))
        rays = chance.pick([0, 11, 15, 19])
        for at in range(rays):
            angle = 180 + (at + 0.5) * 180 / rays
            inner, outer = lid * 1.14, bottom * 0.5 if at % 2 else bottom * 0.44
            x1, y1 = around(300, y, inner, angle)
            sheet.wedge(300 + (x1 - 300) * 1.3, y1, 0, max(outer - inner, 20), angle, 22, inks.second)
        _eye(sheet, 300, y, half, lid, chance.between(-50, 50), inks)
    elif kind == 1:
        across, down = chance.pick([(1, 3), (2, 4), (2, 3)])
        wide, tall = 560 / across, (bottom - 20) / down
        odd, look = chance.whole(0, across * down - 1), chance.pick([-1, 1])
        for at in range(across * down):
            x, y = 20 + wide * (at % across + 0.5), 24 + tall * (at // across + 0.5)
            away = (-look if at == odd else look) * wide * 0.14
            _eye(sheet, x, y, wide * 0.46, tall * 0.42, away, inks, 8 if across == 1 else 6)
    else:
        y, radius = bottom * chance.between(0.44, 0.56), chance.between(300, 350)

        def near():
            sheet.rect(0, 0, 600, bottom, inks.key)
            sheet.circle(300, y, radius, inks.first)
            rays = chance.pick([24, 32, 40])
            for at in range(rays):
                sheet.wedge(300, y, radius * 0.4, radius * 0.94, 360 * at / rays, 250 / rays, inks.second)
            sheet.circle(300, y, radius * 0.46, DARKEST)
            sheet.circle(300 + radius * 0.16, y - radius * 0.2, radius * 0.11, "#fffaf0")

        sheet.clipped(f"M0 0h600v{number(bottom)}h-600z", near)
    return sheet


def _eye(sheet, x, y, half, lid, look, inks, line=12):
    """One eye; `lid` is how far it is open, `look` how far aside it looks."""
    almond = (
        f"M{number(x - half)} {number(y)}Q{number(x)} {number(y - 2 * lid)} {number(x + half)} {number(y)}"
        f"Q{number(x)} {number(y + 2 * lid)} {number(x - half)} {number(y)}z"
    )
    white = inks.key if inks.is_dark else mixed(inks.paper, "#ffffff", 0.7)
    sheet.path(almond, white)
    radius = min(lid * 0.92, half * 0.6)

    def iris():
        for share, colour in ((1, inks.first), (0.74, inks.second), (0.5, DARKEST)):
            sheet.circle(x + look, y, radius * share, colour)
        sheet.circle(x + look + radius * 0.18, y - radius * 0.2, radius * 0.12, white)

    sheet.clipped(almond, iris)
    sheet.stroke(almond, inks.key if not inks.is_dark else inks.first, line)


def dots(film, inks, chance):
    """A moon, or its shadow, in the dots of a printer's screen."""
    inks = inks.turned() if chance.yes(0.3) else inks
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    above = chance.yes()
    setting = chance.pick([TYPED, WIDE, PLAIN])
    foot = footline(sheet, film, ink, inks.paper)
    box = Box(room.x, room.y, room.width, 180) if above else Box(room.x, foot.y - 28 - 180, room.width, 180)
    head = title(sheet, film, [setting, PLAIN, NARROW], box, ink, inks.paper, foot=not above, largest=104)
    top, bottom = (head.bottom + 34, foot.y - 34) if above else (0, head.y - 34)
    pitch = chance.pick([27.3, 30, 33.3])
    x, y = chance.between(140, 460), top + (bottom - top) * chance.between(0.3, 0.7)
    reach, kind = chance.between(300, 420), chance.whole(0, 2)
    sizes = {}
    for row in range(int((bottom - top) / pitch)):
        for column in range(int(600 / pitch) + 1):
            px, py = (column + (row % 2) / 2) * pitch, top + (row + 0.5) * pitch
            away = ((px - x) ** 2 + (py - y) ** 2) ** 0.5 / reach
            tone = (1 - away) if kind == 0 else away - 0.12 if kind == 1 else 1 - abs(away - 0.55) * 2.6
            level = round(min(max(tone, 0), 1) * 6)
            if level:
                sizes.setdefault(level, []).append((round(px), round(py)))
    colour = chance.pick([inks.first, inks.key])
    for level, points in sizes.items():
        outline = "".join(f"M{px} {py}h0" for px, py in points)
        sheet.stroke(outline, colour, pitch * (0.16 + level * 0.14), "round")
    return sheet


def moon_phases(film, inks, chance):
    """A body passes before another, from left to right."""
    inks = inks if inks.is_dark or chance.yes(0.3) else inks.turned()
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    under = credits(sheet, film, Box(room.x, room.y, room.width, 0), ink, inks.paper, foot=False)
    box = Box(room.x, 860 - 210, room.width, 210)
    head = title(sheet, film, [WIDE, DIDONE, NARROW], box, ink, inks.paper, foot=True, largest=130)
    top, bottom = under.bottom + 30, head.y - 30
    rows = chance.pick([1, 1, 3])
    for row in range(rows):
        radius = min((bottom - top) / rows / 2 - 8, 250)
        y = top + (bottom - top) * (row + 0.5) / rows
        share = chance.between(0.25, 0.6) if rows == 1 else (row + 1) / (rows + 1)
        x = 300 if rows == 1 else 60 + radius + (480 - 2 * radius) * row / (rows - 1)
        sheet.circle(x, y, radius, inks.first)
        shadow = inks.paper if rows > 1 or chance.yes() else inks.second
        slip = 2 * radius * share * (1 if chance.yes() else -1)
        if shadow == inks.paper:
            sheet.circle(x + slip, y, radius + 1, shadow)
        else:
            sheet.clipped(
                disc(x, y, radius), lambda x=x + slip, y=y, r=radius, c=shadow: sheet.circle(x, y, r, c)
            )
    return sheet
