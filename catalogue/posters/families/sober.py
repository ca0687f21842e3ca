"""Posters for films whose subject bears no ornament: lettering on a plain sheet, a rule at most, black and greys.

A film has one where its editor asks for it; see SOBER in catalogue.posters.families.
"""

from ..fitting import Setting
from ..layout import Box, credits, footline, page, title
from ..sheet import Sheet

MARGIN = 52
GARAMOND = Setting("garamond", "", gap=0.14, leading=0.98)
CAPITALS = Setting("garamond", "upper", tracking=0.1, gap=0.42)
PLAIN = Setting("text", "", tracking=-0.02, gap=0.1, leading=0.98)
NARROW = Setting("condensed", "", gap=0.1, leading=0.86)
SMALL = Setting("garamond", "", tracking=0.01, gap=0.24, leading=1.16)
HAIRLINE = 2


def inscription(film, inks, chance):
    """As cut in stone: capitals with room about them, in the middle of the sheet, between two hairlines."""
    sheet, ink, room = _sheet(inks)
    foot = credits(sheet, film, room, ink, inks.paper, "middle", setting=SMALL, scale=1.12)
    box = Box(room.x, room.y, room.width, foot.y - 60 - room.y)
    probe = title(Sheet(inks.paper), film, [CAPITALS, GARAMOND, NARROW], box, ink, inks.paper, largest=84)
    top = max(box.y + 40, 400 - probe.height / 2)
    place = Box(room.x, top, room.width, box.bottom - top - 40)
    head = title(sheet, film, [CAPITALS, GARAMOND, NARROW], place, ink, inks.paper, "middle", largest=84)
    for y in (head.y - 46, head.bottom + 44):
        sheet.rect(300 - 60, y, 120, HAIRLINE, ink)
    return sheet


def silence(film, inks, chance):
    """The title low on the sheet, under a rule from edge to edge; nothing above."""
    sheet, ink, room = _sheet(inks)
    foot = footline(sheet, film, ink, inks.paper, room, setting=SMALL, scale=1.06)
    box = Box(room.x, room.y, room.width, foot.y - 54 - room.y)
    head = title(sheet, film, [GARAMOND, NARROW], box, ink, inks.paper, foot=True, largest=132)
    sheet.rect(0, max(head.y - 44, 0), 600, HAIRLINE, inks.first)
    return sheet


def spine(film, inks, chance):
    """The title turned, along the sheet's whole height, as on the back of a book."""
    sheet, ink, room = _sheet(inks)
    options = {"ink": ink, "on": inks.paper, "largest": 210}
    box = Box(0, 0, room.height, 236)
    used = title(Sheet(inks.paper), film, [GARAMOND, NARROW], box, **options)
    left = max(used.height, 110) + 36
    column = Box(room.x + left, room.y, room.width - left, room.height)
    credits(sheet, film, column, ink, inks.paper, setting=SMALL, scale=1.06)
    place = Box(room.x, room.bottom, room.height, 236)
    sheet.turned(-90, room.x, room.bottom, lambda: title(sheet, film, [GARAMOND, NARROW], place, **options))
    return sheet


def halves(film, inks, chance):
    """Two greys that meet; the title stands on the line between them."""
    sheet, ink, room = _sheet(inks)
    line = 560
    sheet.rect(0, line, 600, 900 - line, inks.second)
    low = inks.on(inks.second)
    foot = Box(room.x, line + 40, room.width, room.bottom - line - 40)
    credits(sheet, film, foot, low, inks.second, foot=False, setting=SMALL, scale=1.06)
    box = Box(room.x, room.y, room.width, line - 40 - room.y)
    title(sheet, film, [PLAIN, NARROW], box, ink, inks.paper, foot=True, largest=150)
    return sheet


def under_picture(film, inks, chance):
    """A picture that lies flat in the window at the top, whole; the title under it."""
    sheet, ink, room = _sheet(inks)
    sheet.rect(0, 0, 600, film.window, inks.second)
    foot = footline(sheet, film, ink, inks.paper, room, setting=SMALL, scale=1.06)
    top = film.window + 44
    box = Box(room.x, top, room.width, foot.y - 40 - top)
    title(sheet, film, [GARAMOND, NARROW], box, ink, inks.paper, largest=112)
    return sheet


def _sheet(inks):
    sheet = Sheet(inks.paper)
    return sheet, inks.on(inks.paper), page(sheet, MARGIN)
