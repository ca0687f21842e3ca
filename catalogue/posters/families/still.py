"""A poster about a picture that lies flat: the picture is laid in the window at its top, whole."""

from ..fitting import Setting
from ..layout import MARGIN, Box, footline, page, title
from ..sheet import Sheet

PLAIN = Setting("grotesque", "", tracking=-0.02, gap=0.1, leading=0.9)
DIDONE = Setting("didone", "", tracking=-0.01, gap=0.1, leading=0.9)
HEAVY = Setting("anton", "upper", gap=0.1)
NARROW = Setting("condensed", "", gap=0.1, leading=0.84)


def still(film, inks, chance):
    """The window as wide as the sheet, colours under it as on a printer's proof, then the title."""
    sheet = Sheet(inks.paper)
    ink = inks.on(inks.paper)
    room = page(sheet)
    sheet.rect(0, 0, 600, film.window, inks.key if not inks.is_dark else inks.paper)
    y, parts = film.window, chance.pick([3, 4, 6])
    colours = chance.shuffled([inks.first, inks.second, inks.key])
    for at in range(parts):
        sheet.rect(600 * at / parts, y, 600 / parts + 0.5, 18, colours[at % 3])
    foot = footline(sheet, film, ink, inks.paper)
    top = y + 18 + 34
    setting = chance.pick([PLAIN, DIDONE, HEAVY])
    box = Box(room.x, top, sheet.width - 2 * MARGIN, foot.y - 34 - top)
    title(sheet, film, [setting, NARROW], box, ink, inks.paper, largest=150)
    return sheet
