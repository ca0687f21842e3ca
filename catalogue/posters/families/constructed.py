"""After the constructivists, Saul Bass and the Polish school: paper cut and tilted, a lamp in the dark."""

from ..fitting import Setting, fit_readable
from ..inks import mixed
from ..layout import MARGIN, Box, footline, page, title
from ..sheet import Sheet, around, turned_box

HEAVY = Setting("anton", "upper", gap=0.1)
NARROW = Setting("condensed", "upper", gap=0.1)
STENCIL = Setting("stencil", "upper", gap=0.1)
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
    """Everything on one slant: a beam, a disc and the title."""
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
    thick = chance.between(60, 130)

    def slanted():
        sheet.rect(-300, y + block.height + 24, 1200, thick, inks.first)
        sheet.rect(-300, y + block.height + 24 + thick + 14, 1200, 10, ink)
        sheet.rect(x - 34, y - 500, 10, 500 + block.height + 24, ink)

    sheet.clipped(f"M0 0h600v{foot.y - 30:.0f}h-600z", lambda: sheet.turned(angle, *centre, slanted))
    under = y + block.height + thick + 48  # where the slanted rules end, at the middle of the sheet
    radius = min(chance.between(70, 105), (foot.y - 40 - under) * 0.42)
    x2, y2 = around(*centre, under + radius + 26 - centre[1], 90 + angle)
    along = chance.between(20, 120) * (1 if angle < 0 else -1)
    sheet.circle(x2 + along, min(y2, foot.y - 40 - radius), radius, inks.second)
    sheet.turned(angle, *centre, lambda: sheet.letter(block, x, y, ink, inks.paper))
    return sheet


def wedge(film, inks, chance):
    """A wedge, a disc and bars, as in the twenties."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    foot = footline(sheet, film, ink, inks.paper)
    box = Box(room.x, foot.y - 30 - 220, room.width, 220)
    head = title(sheet, film, [STENCIL, HEAVY, NARROW], box, ink, inks.paper, foot=True, largest=150)
    bottom = head.y - 38
    mirrored = chance.yes()

    def at(x, y):
        return (600 - x if mirrored else x), y

    def shapes():
        sheet.circle(
            *at(chance.between(330, 390), bottom * chance.between(0.46, 0.58)), bottom * 0.33, inks.key
        )
        low, high = bottom * chance.between(0.66, 0.86), bottom * chance.between(0.02, 0.16)
        tip = at(chance.between(380, 450), bottom * chance.between(0.48, 0.6))
        sheet.polygon([at(-20, high), tip, at(-20, low)], inks.first)
        y = bottom * chance.between(0.08, 0.16)
        for n in range(chance.whole(2, 4)):
            thick = chance.between(12, 30)
            start, long = chance.between(330, 430), chance.between(120, 260)
            corners = [
                (start, y),
                (start + long, y - long * 0.4),
                (start + long, y - long * 0.4 + thick),
                (start, y + thick),
            ]
            sheet.polygon([at(*corner) for corner in corners], inks.second if n % 2 else inks.first)
            y += thick + 26
        y = bottom * 0.9
        sheet.polygon([at(200, y), at(620, y - 170), at(620, y - 136), at(200, y + 34)], inks.second)

    sheet.clipped(f"M0 0h600v{bottom:.0f}h-600z", shapes)
    sheet.rect(room.x, bottom, room.width, 8, ink)
    return sheet


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
    top = MARGIN + max(0, (400 - tall) * chance.between(0.2, 0.7))
    screen = Box(MARGIN, top, 520, tall)
    lamp = (chance.pick([110, 210, 390, 490]), foot.y - 92)
    for share, grow in ((0.16, 110), (0.32, 0)):
        ends = [(screen.x - grow, screen.bottom - 1), (screen.right + grow, screen.bottom - 1)]
        sheet.polygon([lamp, *ends], mixed(dark, light, share))
    sheet.rect(screen.x, screen.y, screen.width, screen.height, light)
    ink = night.on(light, wanted=(dark,))
    sheet.letter(block, screen.x + 32, screen.y + (tall - block.height) / 2, ink, light)
    for radius, colour in ((54, night.key), (42, dark), (30, light)):
        sheet.circle(*lamp, radius, colour)
    return sheet
