"""The tokens of static/css/tokens.css, read from the file itself, and how well each colour can be read."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

SHEET = Path(settings.BASE_DIR, "static/css/tokens.css")
TOKEN = re.compile(r"^  (--[\w-]+): (.+);$", re.MULTILINE)
PAIR = re.compile(r"light-dark\((#\w+), (#\w+)\)$")
COLOUR = re.compile(r"#[0-9a-f]{3,6}$")


@dataclass(frozen=True)
class Colour:
    """A colour by day and by night, each with its contrast on the paper of that theme (1 to 21)."""

    name: str
    light: str
    dark: str
    on_light: float
    on_dark: float


def tokens():
    """Return {name: value} as the first block of the sheet declares them."""
    return dict(TOKEN.findall(SHEET.read_text().partition("@media")[0]))


def colours():
    found = {name: _pair(value) for name, value in tokens().items() if _pair(value)}
    paper = found["--paper"]
    return [
        Colour(name, *pair, *(round(contrast(*two), 1) for two in zip(pair, paper, strict=True)))
        for name, pair in found.items()
    ]


def named(prefix):
    """Return [(name, value)] of the tokens of one kind: "--type-", "--space-"…"""
    return [(name, value) for name, value in tokens().items() if name.startswith(prefix)]


def contrast(one, other):
    """Return the contrast of two colours, #rrggbb, as WCAG counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _pair(value):
    if COLOUR.match(value):
        return value, value
    found = PAIR.match(value)
    return found.groups() if found and all(map(COLOUR.match, found.groups())) else None


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
