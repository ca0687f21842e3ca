"""Where title and credits stand on a sheet, and what room they leave for the picture."""

from dataclasses import dataclass

from .fitting import Setting, fit, fit_readable

MARGIN = 40
CREDITS = 40  # letters of the credits, at most
LEGIBLE = 30  # and at least: what is smaller cannot be read in a list of films, and is left out
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


def at_foot(sheet, film, settings, ink, on, tall=200, largest=120):
    """Print the credits at the foot of the sheet and the title over them; return the y above which nothing stands."""
    foot = footline(sheet, film, ink, on)
    bottom = foot.y - (28 if foot.height else 0)
    box = Box(MARGIN, bottom - tall, sheet.width - 2 * MARGIN, tall)
    return title(sheet, film, settings, box, ink, on, foot=True, largest=largest).y


def credit_blocks(film, width, align="left", setting=TEXT, scale=1.0):
    """Return what the credits say, [names of the directors, year], each as a block or None.

    They are large enough to be read where a poster is small; names that do not fit so are left out.
    """
    size = CREDITS * scale
    found = []
    for words, lines in ((film.names, 2), (str(film.year or ""), 1)):
        block = words and fit(
            words, setting, width, size * 1.3 * lines, largest=size, align=align, most_lines=lines
        )
        found.append(block if block and block.size >= LEGIBLE else None)
    return found


def credits(sheet, film, box, ink, on, align="left", foot=True, setting=TEXT, scale=1.0):
    """Print the credits at the foot (or top) of a box, one under the other; return the room they take."""
    blocks = [block for block in credit_blocks(film, box.width, align, setting, scale) if block]
    gap = 13 * scale
    height = sum(block.height for block in blocks) + gap * max(len(blocks) - 1, 0)
    y = top = box.bottom - height if foot else box.y
    for block in blocks:
        sheet.letter(block, place(block, box, align), y, ink, on)
        y += block.height + gap
    return Box(box.x, top, box.width, height)


def footline(sheet, film, ink, on, box=None, setting=TEXT, scale=1.0):
    """Print the credits in one row at the foot of a box, names to the left and year to the right; return the room
    they take."""
    box = box or page(sheet)
    _names, year = credit_blocks(film, box.width, "left", setting, scale)
    room = box.width - (year.width + 40 if year else 0)
    names, _year = credit_blocks(film, room, "left", setting, scale)
    blocks = [(block, x) for block, x in ((names, "left"), (year, "right")) if block]
    base = box.bottom - max((_below(block) for block, _align in blocks), default=0)
    top = base
    for block, align in blocks:
        y = base - block.lines[-1].y
        sheet.letter(block, place(block, box, align), y, ink, on)
        top = min(top, y)
    return Box(box.x, top, box.width, box.bottom - top)


def _below(block):
    """How far a block's ink goes below its last baseline."""
    return block.height - block.lines[-1].y


def page(sheet, margin=MARGIN):
    """Return the sheet within its margins."""
    return Box(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin)
