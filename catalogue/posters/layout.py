"""Where title and credits stand on a sheet, and what room they leave for the picture."""

from dataclasses import dataclass

from .fitting import Setting, fit, fit_readable

MARGIN = 40
NAMES, ORIGIN = 31, 25  # largest letters of the credits
TEXT = Setting("text", gap=0.2, leading=1.18)


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height

    @property
    def middle(self):
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def outline(self):
        return f"M{self.x:.1f} {self.y:.1f}h{self.width:.1f}v{self.height:.1f}h{-self.width:.1f}z"


def place(block, box, align="left"):
    """Return the x at which a block stands in a box."""
    return box.x + (box.width - block.width) * {"left": 0, "middle": 0.5, "right": 1}[align]


def title(sheet, film, settings, box, ink, on, align="left", foot=False, least=44, largest=400):
    """Print the title as large as the box takes, from its top, or its foot; return the room it takes."""
    options = {"largest": largest, "align": align, "language": film.language, "least": least}
    block = fit_readable(film.title, settings, box.width, box.height, **options)
    y = box.bottom - block.height if foot else box.y
    sheet.letter(block, place(block, box, align), y, ink, on)
    return Box(place(block, box, align), y, block.width, block.height)


def credit_blocks(film, width, align="left", setting=TEXT, scale=1.0):
    """Return the lines of the credits: who directed; where and when."""
    found = []
    for words, size, lines in ((film.names, NAMES, 3), (film.origin, ORIGIN, 2)):
        if words:
            room = size * scale * 1.3 * lines
            found.append(
                fit(words, setting, width, room, largest=size * scale, align=align, most_lines=lines)
            )
    return found


def credits(sheet, film, box, ink, on, align="left", foot=True, setting=TEXT, scale=1.0):
    """Print the credits at the foot (or top) of a box, one under the other; return the room they take."""
    blocks = credit_blocks(film, box.width, align, setting, scale)
    gap = 13 * scale
    height = sum(block.height for block in blocks) + gap * max(len(blocks) - 1, 0)
    y = top = box.bottom - height if foot else box.y
    for block in blocks:
        sheet.letter(block, place(block, box, align), y, ink, on)
        y += block.height + gap
    return Box(box.x, top, box.width, height)


def footline(sheet, film, ink, on, box=None, setting=TEXT, scale=1.0):
    """Print the credits in one row, names to the left and origin to the right, where they fit so; else one under
    the other. Return the room they take."""
    box = box or Box(MARGIN, MARGIN, sheet.width - 2 * MARGIN, sheet.height - 2 * MARGIN)
    blocks = credit_blocks(film, box.width, "left", setting, scale)
    if len(blocks) != 2 or sum(block.width for block in blocks) + 40 > box.width:
        return credits(sheet, film, box, ink, on, setting=setting, scale=scale)
    names, origin = blocks
    base = box.bottom - max(_below(names), _below(origin))
    tops = []
    for block, x in ((names, box.x), (origin, box.right - origin.width)):
        top = base - block.lines[-1].y
        sheet.letter(block, x, top, ink, on)
        tops.append(top)
    return Box(box.x, min(tops), box.width, box.bottom - min(tops))


def _below(block):
    """How far a block's ink goes below its last baseline."""
    return block.height - block.lines[-1].y


def page(sheet, margin=MARGIN):
    """Return the sheet within its margins."""
    return Box(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin)
