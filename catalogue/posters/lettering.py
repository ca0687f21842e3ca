"""One line of lettering: shaped and kerned by HarfBuzz from the bundled faces, drawn as outlines.

A line that no bundled face can write (Chinese, Arabic…) is left to the reader's fonts, with a cautious guess of its
size. Measures of a line are in ems, so that it can be set at any size.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

import uharfbuzz as hb

FONTS = Path(__file__).with_name("fonts")
FACES = {
    "grotesque": "inter-tight-800",
    "text": "inter-tight-600",
    "condensed": "sofia-sans-extra-condensed-900",
    "anton": "anton-400",
    "didone": "didone-900",
    "italic": "didone-800-italic",
    "garamond": "eb-garamond-500",
    "wide": "dela-gothic-one-400",
    "slab": "slab-400",
    "stencil": "big-shoulders-stencil-900",
    "typewriter": "courier-prime-700",
}
# What writes a line that the wanted face cannot: the nearest in manner that has more scripts.
NEXT = {
    "anton": "condensed",
    "stencil": "condensed",
    "slab": "wide",
    "typewriter": "text",
    "wide": "grotesque",
    "condensed": "grotesque",
    "didone": "garamond",
    "italic": "garamond",
    "garamond": "text",
}
READERS_FONTS = (
    "'Noto Sans CJK SC','PingFang SC','Hiragino Sans','Microsoft YaHei','Noto Sans',system-ui,sans-serif"
)
RIGHT_TO_LEFT = {"R", "AL"}


@dataclass(frozen=True)
class Line:
    """A line of lettering, in ems; y grows upwards from the baseline."""

    text: str
    face: str | None  # None: the reader's fonts
    advance: float
    left: float  # ends of the ink
    right: float
    top: float
    bottom: float
    glyphs: tuple = ()  # (glyph, x, y) in ems

    @property
    def width(self):
        return self.right - self.left

    @property
    def height(self):
        return self.top - self.bottom


@cache
def _font(face):
    blob = hb.Blob.from_file_path(str(FONTS / f"{FACES[face]}.ttf"))
    return hb.Font(hb.Face(blob))


def writer_of(text, face):
    """Return the face that writes all of a text: the wanted one or the nearest that can; None where none can."""
    while face and not all(_font(face).get_nominal_glyph(ord(letter)) for letter in text):
        face = NEXT.get(face)
    return face


@lru_cache(maxsize=8192)
def line(text, face, tracking=0.0):
    """Return a text as one line of a face, its letters `tracking` ems further apart."""
    text = printable(text).strip() or "·"
    written_by = writer_of(text, face)
    return _shaped(text, written_by, tracking) if written_by else _guessed(text)


def printable(text):
    """Return a text without what cannot be drawn, or cannot stand in XML: control characters, marks of direction."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        " " if letter.isspace() else letter
        for letter in composed
        if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cs", "Co", "Cn", "Cf"}
    )


def _shaped(text, face, tracking):
    font = _font(face)
    em = font.face.upem
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    x, glyphs, boxes = 0.0, [], []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        box = font.get_glyph_extents(info.codepoint)
        left, top = x + at.x_offset / em, at.y_offset / em
        if box and box.width:
            glyphs.append((info.codepoint, left, top))
            boxes.append(
                (
                    left + box.x_bearing / em,
                    left + (box.x_bearing + box.width) / em,
                    top + box.y_bearing / em,
                    top + (box.y_bearing + box.height) / em,
                )
            )
        x += at.x_advance / em + tracking
    if not boxes:
        return Line(text, face, max(x, 0.0), 0.0, 0.0, 0.0, 0.0)
    lefts, rights, tops, bottoms = zip(*boxes, strict=True)
    return Line(text, face, x - tracking, min(lefts), max(rights), max(tops), min(bottoms), tuple(glyphs))


def _guessed(text):
    """Return a line in the reader's fonts, taken for a little wider than such letters are."""
    width = sum(_guessed_advance(letter) for letter in text) or 0.01
    return Line(text, None, width, 0.0, width, 1.0, -0.32)


def _guessed_advance(letter):
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.06
    return 0.72 if unicodedata.bidirectional(letter) in RIGHT_TO_LEFT else 0.82


def is_wide(letter):
    """Chinese, Japanese and Korean letters: a line may end after any of them."""
    return unicodedata.east_asian_width(letter) in "WF"


def drawn(line, size, x, y):
    """Return the SVG of a line without its ink: ("path", outlines) or ("text", element), baseline at y."""
    if line.face is None:
        return "text", _text(line, size, x, y)
    parts = []
    for glyph, left, top in line.glyphs:
        began, outline = _outline(line.face, glyph, round(size, 1))
        if outline:
            parts.append(
                f"M{number(x + left * size + began[0])} {number(y - top * size + began[1])}{outline}"
            )
    return "path", "".join(parts)


def _text(line, size, x, y):
    backwards = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in line.text)
    turned = ' direction="rtl" unicode-bidi="embed"' if backwards else ""
    middle = number(
        x + line.advance * size / 2
    )  # from its middle, so that a wrong guess errs on both sides alike
    return (
        f'<text x="{middle}" y="{number(y)}" font-size="{number(size)}" font-weight="800" text-anchor="middle"'
        f' font-family="{READERS_FONTS}"{turned}>{escape(line.text)}</text>'
    )


class _Pen:
    """Writes one glyph as SVG: where it begins, then relative steps, so that equal letters compress well."""

    def __init__(self, scale):
        self.scale, self.began, self.at, self.start, self.parts = scale, None, (0, 0), (0, 0), []
        self.last = ""

    def _step(self, *points):
        """Return the points relative to where the pen is; rounded in place, so that no error adds up."""
        steps = []
        for x, y in points:
            place = (round(x * self.scale, 1), round(-y * self.scale, 1))
            steps += [number(place[0] - self.at[0]), number(place[1] - self.at[1])]
        self.at = place
        return joined(steps)

    def move(self, x, y):
        if self.began is None:
            self.began = self.at = (round(x * self.scale, 1), round(-y * self.scale, 1))
        else:
            self.parts.append("m" + self._step((x, y)))
        self.start = self.at

    def line(self, x, y):
        before = self.at
        step = self._step((x, y))
        if before[0] == self.at[0]:
            step = "v" + number(self.at[1] - before[1])
        elif before[1] == self.at[1]:
            step = "h" + number(self.at[0] - before[0])
        else:
            step = "l" + step
        if before != self.at:
            self.parts.append(step)
            self.last = ""

    def curve(self, command, *points):
        step = self._step(*points)
        if self.last == command and self.parts:  # the same command again need not be said
            self.parts.append(step if step.startswith("-") else f" {step}")
        else:
            self.parts.append(command + step)
        self.last = command

    def close(self):
        self.parts.append("z")
        self.last = ""
        self.at = self.start


@lru_cache(maxsize=16384)
def _outline(face, glyph, size):
    pen = _Pen(size / _font(face).face.upem)
    _font(face).draw_glyph(glyph, _DRAW, pen)
    return pen.began, "".join(pen.parts)


_DRAW = hb.DrawFuncs()
_DRAW.set_move_to_func(lambda x, y, pen: pen.move(x, y))
_DRAW.set_line_to_func(lambda x, y, pen: pen.line(x, y))
_DRAW.set_quadratic_to_func(lambda *p: p[-1].curve("q", p[0:2], p[2:4]))
_DRAW.set_cubic_to_func(lambda *p: p[-1].curve("c", p[0:2], p[2:4], p[4:6]))
_DRAW.set_close_path_func(lambda pen: pen.close())


def number(value):
    """Return a number as SVG takes it, in tenths: "12", ".5", "-3.2"."""
    text = f"{value:.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def joined(numbers):
    """Return numbers with no more between them than it takes to tell them apart."""
    text = ""
    for one in numbers:
        text += one if not text or one.startswith("-") else f" {one}"
    return text
