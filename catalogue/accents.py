"""The colours of both themes, made from the one accent of a site. Contrast is that of WCAG 2.2.

In the light theme the accent is used as it is chosen; its letters and the whole dark theme are made from it by moving
its lightness (OKLCH) until the contrast is enough, its pale grounds by adding white.
"""

import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from coloraide import Color

from catalogue.contrast import contrast

READ = 4.5  # letters against what they stand on
READ_WELL = 7  # the same for readers who ask for more contrast
FIGURE = 3  # bars of charts against the page
SEEN, SEEN_IN_THE_DARK = 1.25, 2  # the accent itself, as a ground or a line, against the page
PALE, PALEST = 12, 15  # pale grounds against the letters on them
# As static/css/tokens.css has them.
LIGHT, DARK = ("#f5f3ec", "#fdfcf8", "#e9e6dc"), ("#0e1014", "#181b21", "#08090c")  # papers
INK = "#16171a"  # of the light theme
LETTERS = (INK, "#ffffff", "#000000")  # on the accent: the first that can be read
HEX = re.compile("#[0-9a-f]{6}")


class Colours(NamedTuple):
    """The colours of one theme; each is a custom property of the same name (static/css/tokens.css)."""

    lamp: str
    on_lamp: str
    lamp_ink: str
    bar_on: str
    lamp_pale: str
    lamp_glow: str
    haze: str


def least_contrast(accent):
    """Return (contrast, paper) where the accent is least seen in the light theme."""
    return min((contrast(accent, paper), paper) for paper in LIGHT)


def is_seen(accent):
    return least_contrast(accent)[0] >= SEEN


@lru_cache(maxsize=8)
def colours(accent):
    """Return the Colours of the light theme and of the dark one."""
    light = Colours(
        accent,
        _letters(accent),
        _moved(accent, LIGHT, READ, darker=True),
        _moved(accent, LIGHT, FIGURE, darker=True),
        _tint(accent, PALE),
        _tint(accent, PALEST),
        "transparent",
    )
    lamp = _moved(accent, DARK, SEEN_IN_THE_DARK, darker=False)
    dark = Colours(
        lamp,
        _letters(lamp),
        _moved(lamp, DARK, READ, darker=False),
        _moved(lamp, DARK, FIGURE, darker=False),
        f"{lamp}2e",
        f"{lamp}66",
        f"{lamp}14",
    )
    return light, dark


@lru_cache(maxsize=8)
def sheet(accent):
    """Return the style sheet that gives the site this accent. Its layer is that of tokens.css: paper stays paper."""
    light, dark = colours(accent)
    pairs = zip(Colours._fields, light, dark, strict=True)
    rules = "".join(f"--{name.replace('_', '-')}:light-dark({one},{two});" for name, one, two in pairs)
    on_white = _moved(accent, ["#ffffff"], READ_WELL, darker=True)
    on_black = _moved(accent, ["#000000"], READ_WELL, darker=False)
    well = f"@media (prefers-contrast:more){{:root{{--lamp-ink:light-dark({on_white},{on_black})}}}}"
    return f"@layer tokens{{:root{{{rules}}}{well}}}\n"


def digest(accent):
    """Return what an address tells of the sheet of an accent: another release may derive other colours."""
    return hashlib.sha256(sheet(accent).encode()).hexdigest()[:8]


def _letters(ground):
    return next(letters for letters in LETTERS if contrast(letters, ground) >= READ)


def _tint(accent, ratio):
    """Return the accent with as much white as letters on it need: a dark one grows pale and not gaudy."""
    mixed = (Color(accent).mix("#ffffff", share / 50, space="oklab") for share in range(51))
    found = (colour.convert("srgb").to_string(hex=True) for colour in mixed)
    return next(colour for colour in found if contrast(INK, colour) >= ratio)


def _moved(colour, grounds, ratio, darker):
    """Return the colour, or the nearest darker or lighter one that has this contrast against all the grounds."""
    found, step = Color(colour).convert("oklch"), -0.01 if darker else 0.01
    while min(contrast(colour, ground) for ground in grounds) < ratio:
        found["lightness"] = min(1, max(0, found["lightness"] + step))
        colour = found.clone().fit("srgb").convert("srgb").to_string(hex=True)
    return colour
