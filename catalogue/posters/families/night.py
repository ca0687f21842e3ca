"""Posters of the evening at the cinema: a strip of film, the windows of a town, a curtain."""

from ..fitting import Setting
from ..inks import mixed
from ..layout import at_foot
from ..lettering import number
from ..sheet import Sheet, around

HEAVY = Setting("anton", "upper", gap=0.1)
NARROW = Setting("condensed", "", gap=0.1, leading=0.84)
PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
WIDE = Setting("wide", "", gap=0.12, leading=0.95)
DIDONE = Setting("didone", "", tracking=-0.01, gap=0.1, leading=0.9)
TYPED = Setting("typewriter", "", tracking=-0.04, gap=0.2, leading=1.0)


def strip(film, inks, chance):
    """Three frames of a strip of film from edge to edge: something moves from one to the next."""
    night = inks if inks.is_dark else inks.turned()
    dark = night.paper
    sheet = Sheet(dark)
    bottom = (
        at_foot(sheet, film, [chance.pick([TYPED, PLAIN, HEAVY]), NARROW], night.on(dark), dark, 170, 110)
        - 36
    )
    gap, side = 14, 64
    tall = (bottom - gap) / 3 - gap
    kind = chance.whole(0, 3)
    grounds = [inks.first, inks.second, night.key]
    turn = chance.whole(0, 2)
    one_ground = chance.yes()
    figures = {inks.first: night.key, inks.second: dark, night.key: inks.first}
    for at in range(3):
        ground = grounds[turn if one_ground else (at + turn) % 3]
        y = gap + at * (tall + gap)
        outline = f"M{side} {number(y)}h{600 - 2 * side}v{number(tall)}h-{600 - 2 * side}z"
        sheet.path(outline, ground)
        sheet.clipped(outline, lambda y=y, at=at, ink=figures[ground]: _moving(sheet, kind, y, tall, at, ink))
    holes = "".join(
        f"M{x} {number(y * 44 + 12)}h24v22h-24z" for x in (20, 556) for y in range(int(bottom / 44))
    )
    sheet.path(holes, mixed(dark, night.key, 0.82))
    return sheet


def _moving(sheet, kind, y, tall, at, ink):
    if kind == 0:  # a sun goes down
        sheet.circle(300, y + tall * (0.42 + 0.4 * at), tall * 0.4, ink)
    elif kind == 1:  # something comes nearer
        sheet.circle(300, y + tall / 2, tall * (0.16, 0.4, 1.02)[at], ink)
    elif kind == 2:  # a block turns over
        points = [
            around(180 + 120 * at, y + tall / 2, tall * 0.52, 45 + at * 30 + corner * 90)
            for corner in range(4)
        ]
        sheet.polygon(points, ink)
    else:  # a door opens
        wide = (70, 190, 330)[at]
        lean = (0, 26, 44)[at]
        sheet.polygon(
            [(130, y), (130 + wide, y + lean), (130 + wide, y + tall - lean * 0.2), (130, y + tall)], ink
        )


def city(film, inks, chance):
    """A town at night: towers, the windows that are lit, and perhaps a moon."""
    night = inks if inks.is_dark else inks.turned()
    dark = night.paper
    sheet = Sheet(dark)
    settings = [chance.pick([HEAVY, WIDE, PLAIN]), NARROW]
    bottom = at_foot(Sheet(dark), film, settings, night.on(dark), dark, 180) - 36
    sky, lamp = chance.shuffled([inks.first, inks.second])
    sheet.rect(0, 0, 600, bottom, sky)
    if chance.yes(0.7):
        sheet.circle(chance.between(150, 450), chance.between(120, 190), chance.between(60, 110), night.key)
    count = chance.whole(4, 6)
    wide = 600 / count
    lit, odd = [], chance.whole(0, count - 1)
    far = mixed(sky, dark, 0.45)
    for at in range(count + 1):
        sheet.rect((at - 0.5) * wide + 8, bottom * chance.between(0.2, 0.5), wide - 16, bottom, far)
    sheet.rect(0, bottom, 600, 900 - bottom, dark)
    across = chance.pick([2, 3])
    step = wide / (across + 0.6)
    for at in range(count):
        top = bottom * chance.between(0.34, 0.74)
        sheet.rect(at * wide, top, wide + 0.5, bottom - top + 1, dark)
        rows = int((bottom - top - step * 0.4) / step)
        for row in range(rows):
            for column in range(across):
                if chance.yes(0.62):
                    x = at * wide + step * (0.52 + column)
                    lit.append((x, top + step * (0.5 + row), at == odd))
    pane = step * 0.56
    for chosen, colour in ((False, night.key), (True, lamp)):
        outline = "".join(
            f"M{number(x)} {number(y)}h{number(pane)}v{number(pane)}h-{number(pane)}z"
            for x, y, is_odd in lit
            if is_odd == chosen
        )
        if outline:
            sheet.path(outline, colour)
    at_foot(sheet, film, settings, night.on(dark), dark, 180)
    return sheet


def curtain(film, inks, chance):
    """A curtain that opens on a lit stage."""
    night = inks if inks.is_dark else inks.turned()
    dark = night.paper
    sheet = Sheet(dark)
    bottom = (
        at_foot(sheet, film, [chance.pick([DIDONE, PLAIN, WIDE]), NARROW], night.on(dark), dark, 180) - 36
    )
    cloth, lamp = chance.shuffled([inks.first, inks.second])
    sheet.rect(0, 0, 600, bottom, mixed(dark, night.key, 0.1))
    radius = chance.between(120, 170)
    kind = chance.whole(0, 1)
    middle = chance.between(240, 360)
    if kind == 0:
        sheet.circle(middle, bottom * 0.56, radius, lamp)
    else:
        sheet.polygon(
            [(middle - 30, 0), (middle + 30, 0), (middle + 190, bottom), (middle - 190, bottom)], lamp
        )
    folds = chance.pick([5, 6, 7])
    open_at = chance.between(0.42, 0.6)
    shade = mixed(cloth, dark, 0.34)
    for side in (0, 1):

        def at(x, side=side):
            return number(600 - x if side else x)

        reach = middle if not side else 600 - middle
        for fold in range(folds, 0, -1):
            top = reach * fold / folds
            waist = top * open_at * 0.62
            low = top * open_at
            colour = cloth if fold % 2 else shade
            held, tied, loose, hem = (number(bottom * share) for share in (0.4, 0.45, 0.66, 0.86))
            sheet.path(
                f"M{at(-1)} 0H{at(top)}C{at(top)} {held} {at(waist)} {tied} {at(waist)} {loose}"
                f"S{at(low)} {hem} {at(low)} {number(bottom)}H{at(-1)}z",
                colour,
            )
    scallops = chance.pick([4, 5, 6])
    wide = 600 / scallops
    for place in range(scallops):
        x = wide * (place + 0.5)
        sheet.circle(x, 0, wide * 0.56, shade)
        sheet.circle(x, -wide * 0.12, wide * 0.5, cloth)
    sheet.rect(0, bottom, 600, 12, lamp)
    return sheet
