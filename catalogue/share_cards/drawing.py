"""The drawing of a share card: a film's poster beside its title; or a heading beside posters or a figure."""

from dataclasses import replace

from catalogue.posters.chance import Chance
from catalogue.posters.families.sober import GARAMOND, SMALL
from catalogue.posters.fitting import Setting, fit, fit_readable
from catalogue.posters.inks import PALETTES, mixed
from catalogue.posters.layout import Box
from catalogue.posters.lettering import number
from catalogue.posters.poster import compose, inks_of
from catalogue.posters.sheet import Sheet

from .subject import POSTERS

WIDTH, HEIGHT = 1200, 630
MARGIN = 56
POSTER = 420  # width of a poster as high as the card
STRIP, STRIP_HEIGHT = 700, 480  # the room of a selection's posters, with the margin on their right
PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.92)
NARROW = Setting("condensed", "", gap=0.1, leading=0.86)
TEXT = Setting("text", gap=0.2, leading=1.2)
LANTERN = (
    "M12 1a4 4 0 0 1 4 4v2h-2V5a2 2 0 0 0-4 0v2H8V5a4 4 0 0 1 4-4zM6 7h12l1.5 4h-15zM6 11h2L6.2 25H4zm10 0h2l2 14h-2.2z"
    "M11.2 11h1.6v14h-1.6zM3 25h18v2H3zm2 3h14l1 3H4z"
)
BLACK_AND_GOLD = PALETTES[14]


def draw(subject, pictures=None):
    """Return the card as SVG; `pictures` are {address: (data address, width, height)} of what it shows."""
    pictures = pictures or {}
    sheet = _film(subject, pictures) if subject.film else _heading(subject, pictures)
    return sheet.svg(subject.heading)


def _film(subject, pictures):
    inks = inks_of(subject.film)
    poster = compose(subject.film)
    order = (inks.second, inks.key) if subject.film.style == "sober" else (inks.first, inks.second, inks.key)
    ground = next(each for each in order if each != poster.ground)
    sheet = Sheet(ground, WIDTH, HEIGHT)
    box = Box(0, 0, POSTER, HEIGHT)
    _poster(sheet, box, subject.film, poster, pictures.get(subject.picture), mixed(ground, "#000000", 0.35))
    room = Box(POSTER + MARGIN, MARGIN, WIDTH - POSTER - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    _words(sheet, subject, room, (ground, inks), pictures)
    return sheet


def _poster(sheet, box, film, poster, picture, ground):
    """Print a film's poster, or its cover on a ground where that stands upright."""
    if picture and not film.window:
        sheet.rect(box.x, box.y, box.width, box.height, ground)
        _picture(sheet, picture, box)
        return
    sheet.framed(box.x, box.y, box.width, box.height, poster)
    if picture:
        _picture(sheet, picture, Box(box.x, box.y, box.width, film.window * box.width / 600))


def _heading(subject, pictures):
    inks = _of_site(subject) if subject.kind == "site" else PALETTES[(subject.id * 7 + 3) % len(PALETTES)]
    sheet = Sheet(inks.paper, WIDTH, HEIGHT)
    if subject.posters:
        wide = STRIP - MARGIN // 2
        _strip(sheet, subject.posters, pictures, inks.paper)
    elif picture := pictures.get(subject.picture or (subject.mark if subject.kind == "site" else "")):
        _data, width, height = picture
        wide = min(HEIGHT * width / height, 560)
        sheet.rect(WIDTH - wide, 0, wide, HEIGHT, mixed(inks.paper, "#000000", 0.35))
        _picture(sheet, picture, Box(WIDTH - wide, 0, wide, HEIGHT))
    else:
        wide = 480
        FIGURES[subject.kind](sheet, Box(WIDTH - wide, 0, wide, HEIGHT), inks, Chance(subject.id))
    room = Box(MARGIN, MARGIN, WIDTH - wide - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    _words(sheet, subject, room, (inks.paper, inks), pictures)
    return sheet


def _of_site(subject):
    return replace(BLACK_AND_GOLD, first=subject.accent) if subject.accent else BLACK_AND_GOLD


def _strip(sheet, films, pictures, ground):
    """Posters one before the other, the first in front, against the right edge of the card."""
    width = STRIP_HEIGHT * 2 / 3
    step = (STRIP - MARGIN - width) / (POSTERS - 1)
    shade, left = mixed(ground, "#000000", 0.35), WIDTH - STRIP + (POSTERS - len(films)) * step
    for place, (film, source) in reversed(list(enumerate(films))):
        box = Box(left + place * step, (HEIGHT - STRIP_HEIGHT) / 2, width, STRIP_HEIGHT)
        sheet.rect(box.x - 5, box.y - 5, box.width + 10, box.height + 10, shade)
        _poster(sheet, box, film, compose(film), pictures.get(source), shade)


def _words(sheet, subject, room, colours, pictures):
    """Print heading, lines and the site's name, in the ink that reads on the ground: `colours` are it and the inks."""
    ground, inks = colours
    ink = inks.on(ground)
    options = {"largest": 170, "language": subject.language}
    is_sober = subject.film and subject.film.style == "sober"
    settings, text = ([GARAMOND, NARROW], SMALL) if is_sober else ([PLAIN, NARROW], TEXT)
    heading = fit_readable(subject.heading, settings, room.width, 340, **options)
    sheet.letter(heading, room.x, room.y, ink, ground)
    y = room.y + heading.height + 34
    for at, words in enumerate(subject.line.splitlines()):
        size = 36 if at == 0 else 30
        block = fit(words, text, room.width, size * 2.6, largest=size, most_lines=2)
        if y + block.height <= room.bottom - 60:
            sheet.letter(block, room.x, y, ink, ground)
        y += block.height + 18
    if subject.kind != "site":
        name = fit(subject.name, PLAIN, room.width - 38, 40, largest=30)
        if mark := pictures.get(subject.mark):
            _picture(sheet, mark, Box(room.x, room.bottom - 32, 30, 30))
        else:
            _mark(sheet, room.x - 3, room.bottom - 34, 38, ink, mixed(ground, ink, 0.35))
        sheet.letter(name, room.x + 38, room.bottom - name.height, ink, ground)


def _picture(sheet, picture, box):
    """Print a picture whole in the middle of a box."""
    data, width, height = picture
    scale = min(box.width / width, box.height / height)
    x, y = box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2
    sheet.image(data, x, y, width * scale, height * scale)


# Figures, one a kind of page; each within its box.


def _rings(sheet, box, inks, chance):
    """A person: rings about a point."""
    x, y = box.right - chance.between(90, 240), box.height * chance.between(0.4, 0.7)
    radius, thick = 250.0, 56.0
    for at in range(5):
        start = chance.whole(0, 15) * 22.5
        colour = (inks.first, inks.on(inks.paper), inks.second)[at % 3]
        sheet.arc(x, y, radius - thick / 2, thick, start, start + chance.whole(8, 13) * 22.5, colour)
        radius -= thick * 1.4
        thick *= 0.7
    sheet.circle(x, y, max(radius, 20) * 0.8, inks.first)


def _tiles(sheet, box, inks, chance):
    """A company: quarter discs, set as bricks."""
    side = 157.5
    for at in range(12):
        x, y = box.x + 7.5 + at % 3 * side, at // 3 * side
        ground = (inks.first, inks.second, inks.on(inks.paper))[(at + at // 3 + chance.whole(0, 1)) % 3]
        shape = inks.paper if chance.yes() else next(c for c in (inks.second, inks.first) if c != ground)
        sheet.rect(x, y, side + 0.5, side + 0.5, ground)
        corner = chance.pick([(x, y), (x + side, y), (x, y + side), (x + side, y + side)])
        inside = f"M{number(x)} {number(y)}h{side}v{side}h-{side}z"
        sheet.clipped(inside, lambda corner=corner, shape=shape: sheet.circle(*corner, side, shape))


def _discs(sheet, box, inks, chance):
    """A selection without films: discs side by side, one of them another colour."""
    odd, side = chance.whole(0, 11), box.height / 4
    for at in range(12):
        x, y = box.right - side * (0.5 + at % 3), side * (0.5 + at // 3)
        sheet.circle(x, y, side * 0.43, inks.first if at == odd else inks.second)


def _lantern(sheet, box, inks, chance):
    """The site: its lantern, lit."""
    sheet.circle(box.x + box.width / 2, 350, 300, mixed(inks.paper, inks.first, 0.16))
    sheet.circle(box.x + box.width / 2, 350, 220, mixed(inks.paper, inks.first, 0.36))
    _mark(sheet, box.x + box.width / 2 - 195, 50, 520, inks.key, inks.first)


def _mark(sheet, x, y, height, ink, glow):
    """The lantern that stands beside the site's name (templates/components/mark.html)."""

    def lantern():
        sheet.path("M7 11h10l2 14H5z", glow)
        sheet.path(LANTERN, ink)

    sheet.scaled(x, y, height / 32, height / 32, lantern)


FIGURES = {"person": _rings, "company": _tiles, "selection": _discs, "site": _lantern}
