"""The sheet that a composition is printed on: shapes and lettering, to SVG."""

from math import cos, pi, radians, sin
from xml.sax.saxutils import escape

from .lettering import drawn, number, printable

WIDTH, HEIGHT = 600, 900


class Sheet:
    """Shapes may bleed off the sheet; lettering never does. Units are those of the viewBox."""

    def __init__(self, ground, width=WIDTH, height=HEIGHT):
        self.width, self.height = width, height
        self.ground = ground
        self.boxes = []  # (left, top, right, bottom) of all lettering
        self.pairs = []  # (ink, what it stands on)
        self._parts = []
        self._clips = 0
        self.rect(0, 0, width, height, ground)

    # Shapes

    def rect(self, x, y, width, height, ink):
        self._add(
            f'<path fill="{ink}" d="M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"/>'
        )

    def circle(self, x, y, radius, ink):
        self._add(f'<circle fill="{ink}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')

    def ring(self, x, y, radius, thick, ink):
        """A circle's line; `radius` to the middle of it."""
        self._add(
            f'<circle fill="none" stroke="{ink}" stroke-width="{number(thick)}" cx="{number(x)}" cy="{number(y)}"'
            f' r="{number(radius)}"/>'
        )

    def polygon(self, points, ink):
        self.path("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z", ink)

    def path(self, outline, ink, rule=""):
        self._add(f'<path fill="{ink}"{rule} d="{outline}"/>')

    def stroke(self, outline, ink, thick, cap="butt"):
        cap = "" if cap == "butt" else f' stroke-linecap="{cap}"'
        self._add(f'<path fill="none" stroke="{ink}" stroke-width="{number(thick)}"{cap} d="{outline}"/>')

    def arc(self, x, y, radius, thick, start, end, ink):
        """A piece of a ring, from one angle to another (degrees, clockwise from three o'clock)."""
        if end - start >= 360:
            return self.ring(x, y, radius, thick, ink)
        (x1, y1), (x2, y2) = around(x, y, radius, start), around(x, y, radius, end)
        large = 1 if end - start > 180 else 0
        return self.stroke(
            f"M{number(x1)} {number(y1)}A{number(radius)} {number(radius)} 0 {large} 1 {number(x2)} {number(y2)}",
            ink,
            thick,
        )

    def wedge(self, x, y, inner, outer, angle, width, ink):
        """A ray about a point, `width` degrees wide at its outer end."""
        points = [
            around(x, y, inner, angle),
            around(x, y, outer, angle - width / 2),
            around(x, y, outer, angle + width / 2),
        ]
        self.polygon(points, ink)

    def scaled(self, x, y, across, down, draw):
        """Draw stretched, from a new origin; for shapes, not for lettering that is read."""
        self._add(f'<g transform="translate({number(x)} {number(y)}) scale({across:.3f} {down:.3f})">')
        draw()
        self._add("</g>")

    def clipped(self, outline, draw):
        """Draw only within an outline."""
        self._clips += 1
        name = f"c{self._clips}"
        self._add(f'<clipPath id="{name}"><path d="{outline}"/></clipPath><g clip-path="url(#{name})">')
        draw()
        self._add("</g>")

    def framed(self, x, y, width, height, sheet):
        """Print another sheet, whole."""
        self._add(
            f'<svg x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
            f' viewBox="0 0 {sheet.width} {sheet.height}">{"".join(sheet._parts)}</svg>'
        )

    def image(self, data, x, y, width, height):
        """Print a picture, given as an address that holds its data."""
        self._add(
            f'<image href="{data}" x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"/>'
        )

    # Lettering

    def letter(self, block, x, y, ink, on):
        """Print a block with its top left corner there; `on` are all the colours under it."""
        grounds = (on,) if isinstance(on, str) else tuple(on)
        self.pairs += [(ink, ground) for ground in grounds]
        outlines = []
        for placed in block.lines:
            left, base = x + placed.x, y + placed.y
            self.boxes.append(
                (
                    left,
                    base - placed.line.top * placed.size,
                    left + placed.line.width * placed.size,
                    base - placed.line.bottom * placed.size,
                )
            )
            kind, what = drawn(placed.line, placed.size, left - placed.line.left * placed.size, base)
            if kind == "path":
                outlines.append(what)
            else:
                self._add(what.replace("<text", f'<text fill="{ink}"', 1))
        if outlines:
            self._add(f'<path fill="{ink}" d="{"".join(outlines)}"/>')

    def turned(self, angle, x, y, draw):
        """Draw turned about a point; the boxes of lettering are turned with it."""
        self._add(f'<g transform="rotate({number(angle)} {number(x)} {number(y)})">')
        before = len(self.boxes)
        draw()
        self._add("</g>")
        self.boxes[before:] = [turned_box(box, angle, x, y) for box in self.boxes[before:]]

    def decoration(self, block, x, y, ink):
        """Print lettering as a shape: it may bleed, and nobody has to read it."""
        boxes, pairs = list(self.boxes), list(self.pairs)
        self.letter(block, x, y, ink, ())
        self.boxes, self.pairs = boxes, pairs

    def svg(self, title):
        """Return the poster, with its title for those who cannot see it."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" role="img">'
            f"<title>{escape(printable(title))}</title>{''.join(self._parts)}</svg>"
        )

    def _add(self, part):
        self._parts.append(part)


def around(x, y, radius, angle):
    """Return the point of a circle at an angle in degrees, clockwise from three o'clock."""
    return x + radius * cos(radians(angle)), y + radius * sin(radians(angle))


def disc(x, y, radius):
    """Return the outline of a circle."""
    r = number(radius)
    half = f"a{r} {r} 0 0 1 "
    return f"M{number(x - radius)} {number(y)}{half}{number(2 * radius)} 0{half}{number(-2 * radius)} 0z"


def wave(width, y, height, length, phase=0.0):
    """Return points of a wave across the sheet."""
    steps = 24
    return [
        (width * at / steps, y + height * sin(2 * pi * (at / steps * width / length + phase)))
        for at in range(steps + 1)
    ]


def turned_box(box, angle, x, y):
    """Return the upright box about a box that is turned about a point."""
    left, top, right, bottom = box
    c, s = cos(radians(angle)), sin(radians(angle))
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    turned = [(x + (px - x) * c - (py - y) * s, y + (px - x) * s + (py - y) * c) for px, py in corners]
    xs, ys = zip(*turned, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
