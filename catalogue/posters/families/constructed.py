"""After the constructivists, Saul Bass and the Polish school: paper cut and tilted, a lamp in the dark."""

from math import cos, radians, sin

from ..fitting import Setting, fit_readable
from ..inks import mixed
from ..layout import MARGIN, Box, footline
from ..lettering import number
from ..sheet import Sheet, turned_box

HEAVY = Setting("anton", "upper", gap=0.1)
NARROW = Setting("condensed", "upper", gap=0.1)
PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
SMALL_NARROW = Setting("condensed", "", gap=0.1, leading=0.84)


def cut_paper(film, inks, chance):
    """Each line of the title on its own piece of paper, cut by hand."""
    ground = chance.pick([inks.paper, inks.first])
    sheet = Sheet(ground)
    foot = footline(sheet, film, inks.on(ground), ground)
    papers = [each for each in (inks.key, inks.second, inks.first, inks.paper) if each != ground]
    options = {"largest": 200, "most_lines": 6, "language": film.language}
    rows = fit_readable(film.title, [HEAVY, NARROW], 430, 440, **options).rows()
    tall = foot.y - 40
    step = min(max(row.height for row in rows) * 1.5, tall / len(rows), 280)
    top = (tall - step * len(rows)) * chance.between(0.3, 0.7) + 6
    _scraps(sheet, foot.y - 34, papers[-1], chance)
    odd = chance.whole(0, 2 * len(rows))
    for at, row in enumerate(rows):
        paper = papers[1] if at == odd and len(rows) > 1 else papers[0]
        x = MARGIN + 34 + (520 - 68 - row.width) * chance.between(0.05, 0.95)
        y = top + step * at
        left, right = x - chance.between(30, 70), x + row.width + chance.between(30, 70)
        corners = [
            (left + chance.between(-14, 8), y + chance.between(0, 9)),
            (right + chance.between(-8, 14), y + chance.between(-9, 3)),
            (right + chance.between(-16, 10), y + step + chance.between(-8, 4)),
            (left + chance.between(-10, 16), y + step + chance.between(-9, 2)),
        ]
        sheet.polygon(corners, paper)
        sheet.letter(row, x, y + (step - row.height) / 2, inks.on(paper), paper)
    return sheet


def _scraps(sheet, bottom, ink, chance):
    """Long pieces that fan out behind the lettering."""
    count, x = chance.whole(3, 6), chance.between(200, 400)
    spread, turned = chance.between(110, 170), chance.yes()
    for at in range(count):
        away = at - (count - 1) / 2
        high = x + away * 34
        low = x + away * spread
        thick = chance.between(46, 90)
        y = bottom - chance.between(0, 120)
        ends = [(high, -10), (high + thick * 0.4, -10), (low + thick, y), (low, y - chance.between(0, 40))]
        sheet.polygon([(px, bottom - 10 - py) for px, py in ends] if turned else ends, ink)


def tilted(film, inks, chance):
    """The title on a slant, and a figure that hangs from its line."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    angle = chance.pick([-28, -22, -16, 16])
    foot = footline(sheet, film, ink, inks.paper)
    options = {"largest": 120, "most_lines": 5, "language": film.language}
    centre = (300, (foot.y - 20) / 2 + 30)
    for width, height in ((460, 200), (420, 200), (380, 190), (330, 170), (260, 140), (200, 100)):
        block = fit_readable(film.title, [PLAIN, SMALL_NARROW], width, height, **options)
        x, y = 300 - width / 2, centre[1] - block.height - 10
        left, top, right, _bottom = turned_box((x, y, x + block.width, y + block.height), angle, *centre)
        if left >= 24 and right <= 576 and top >= 24:
            break
    low = y + block.height + 24
    figure = chance.pick([_band, _slats, _half, _blocks])
    edge = f"M0 0h600v{foot.y - 30:.0f}h-600z"
    thick = chance.between(60, 130)
    upwards = 1 if angle < 0 else -1  # the side on which the slant leaves more room below
    depth = (foot.y - 44 - centre[1] + 90 * sin(radians(abs(angle)))) / cos(radians(angle)) + centre[1]

    def hanging():
        figure(sheet, Box(x, low, upwards, depth - low), inks, ink, thick)

    sheet.clipped(edge, lambda: sheet.turned(angle, *centre, hanging))
    sheet.turned(angle, *centre, lambda: sheet.letter(block, x, y, ink, inks.paper))
    return sheet


# What hangs from the slant under the title; turned with it. A box is as high as there is room, and its width tells
# only the side on which there is most.


def _band(sheet, box, inks, ink, thick):
    sheet.rect(-300, box.y, 1200, thick, inks.first)
    sheet.rect(-300, box.y + thick + 14, 1200, 10, ink)
    sheet.rect(box.x - 34, box.y - 524, 10, 524, ink)
    radius = min(thick * 0.4 + 60, (box.height - thick - 40) / 2.1)
    if radius > 20:
        sheet.circle(300 + box.width * 90, box.y + thick + 40 + radius, radius, inks.second)


def _slats(sheet, box, inks, ink, thick):
    """Bars that thin out."""
    bar, y = thick * 0.8, box.y
    while bar > 3:
        sheet.rect(-300, y, 1200, bar, inks.first)
        y += bar * 1.6
        bar *= 0.78


def _half(sheet, box, inks, ink, thick):
    """Half a disc that hangs from a rule."""
    radius = min(190 + thick / 2, box.height)
    sheet.arc(300 + box.width * 60, box.y, radius / 2, radius, 0, 180, inks.first)
    sheet.arc(300 + box.width * 60, box.y, radius * 0.22, radius * 0.44, 0, 180, inks.second)
    sheet.rect(-300, box.y - 5, 1200, 14, ink)


def _blocks(sheet, box, inks, ink, thick):
    """Blocks that reach further down from one to the next."""
    for at in range(-2, 7):
        place = at if box.width > 0 else 4 - at
        colour = (inks.first, inks.second, ink)[at % 3]
        sheet.rect(place * 120, box.y, 120.5, min(40 + max(at + 1, 0) * thick * 0.5, box.height), colour)


def beam(film, inks, chance):
    """A lantern throws the title on a screen."""
    night = inks if inks.is_dark else inks.turned()
    dark = night.paper
    lights = [each for each in (inks.first, inks.second, night.key) if night.reads(dark, each)]
    light = chance.pick(lights) if lights else night.key
    sheet = Sheet(dark)
    foot = footline(sheet, film, night.on(dark), dark)
    setting = chance.pick([HEAVY, PLAIN])
    options = {"largest": 190, "language": film.language}
    block = fit_readable(film.title, [setting, NARROW], 456, 400, **options)
    tall = max(block.height + 72, 250)
    hangs = chance.yes(0.4)  # the lamp above, the screen below
    room = foot.y - 30 - MARGIN - 150 - tall
    far = MARGIN + max(0, min(room, 160) * chance.between(0, 1))
    screen = Box(MARGIN, foot.y - 34 - tall - far + MARGIN if hangs else far, 520, tall)
    places = chance.pick([[110], [210], [390], [490], [120, 480], [90, 510]])
    lamp_y, near = (96, screen.y + 1) if hangs else (foot.y - 92, screen.bottom - 1)
    glow = mixed(dark, light, 0.3)
    cones = [[(x, lamp_y), (screen.x, near), (screen.right, near)] for x in places]
    for x in places:
        wide = [(x, lamp_y), (screen.x - 110, near), (screen.right + 110, near)]
        sheet.polygon(wide, mixed(dark, light, 0.15))
    for cone in cones:
        sheet.polygon(cone, glow)
    if len(cones) == 2:
        outline = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in cones[0]) + "z"
        sheet.clipped(outline, lambda: sheet.polygon(cones[1], mixed(dark, light, 0.52)))
    sheet.rect(screen.x, screen.y, screen.width, screen.height, light)
    ink = night.on(light, wanted=(dark,))
    sheet.letter(block, screen.x + 32, screen.y + (tall - block.height) / 2, ink, light)
    for x in places:
        for radius, colour in ((54, night.key), (42, dark), (30, light)):
            sheet.circle(x, lamp_y, radius, colour)
    return sheet
