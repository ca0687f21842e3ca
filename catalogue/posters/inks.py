"""Inks of the posters, chosen as a printer would: a paper, a dark or light ink for letters, two colours.

Contrast is that of WCAG 2.2; lettering has 4.5 to 1 at least against all it stands on.
"""

from dataclasses import dataclass

from catalogue.contrast import channels, contrast, luminance

ENOUGH = 4.5
BLACK, WHITE = "#0b0908", "#ffffff"


@dataclass(frozen=True)
class Inks:
    paper: str  # the ground of most compositions
    key: str  # letters on the paper
    first: str  # the colour that carries the poster
    second: str  # its companion
    name: str = ""

    @property
    def colours(self):
        return (self.paper, self.key, self.first, self.second)

    def on(self, *grounds, wanted=()):
        """Return the ink for letters that stand on all these grounds: a wanted one where it can be read."""
        order = (*wanted, self.key, self.paper, self.first, self.second, BLACK, WHITE)
        fit = [ink for ink in order if all(contrast(ink, ground) >= ENOUGH for ground in grounds)]
        return fit[0] if fit else max((BLACK, WHITE), key=lambda ink: min(contrast(ink, g) for g in grounds))

    def reads(self, ink, *grounds):
        return all(contrast(ink, ground) >= ENOUGH for ground in grounds)

    def turned(self):
        """The same inks with letters' ink for the ground."""
        return Inks(self.key, self.paper, self.first, self.second, self.name)

    @property
    def is_dark(self):
        return luminance(self.paper) < 0.18


PALETTES = [
    Inks("#efe6d2", "#1b1a17", "#d8391e", "#1f4e8c", "constructivist"),
    Inks("#12233f", "#f6ead0", "#e9542f", "#f0b429", "night train"),
    Inks("#f2b824", "#1a1410", "#d6401f", "#fbf3dc", "tram"),
    Inks("#e9dfc9", "#16302b", "#e86f51", "#2a7f6f", "kiosk"),
    Inks("#1a1718", "#f4ece1", "#e5315e", "#f3c6a5", "vermouth"),
    Inks("#c9dbe6", "#10223b", "#e2472e", "#2f6db3", "ski"),
    Inks("#0f3b3a", "#f6ecd2", "#f0a430", "#e8623d", "lagoon"),
    Inks("#f3d9cf", "#3b1226", "#e0486b", "#2c56a8", "riso"),
    Inks("#d22f1c", "#fff6e4", "#1c1615", "#f7b7a0", "red room"),
    Inks("#e4e6e1", "#111413", "#0e8a5f", "#f2c230", "olivetti"),
    Inks("#2a2350", "#f5ecdc", "#f26b5e", "#7fb7d8", "dusk"),
    Inks("#f4efe1", "#16213a", "#f19a1f", "#2d8fb0", "harbour"),
    Inks("#1f5d3f", "#f7f0d6", "#f3c33c", "#e9805c", "billiard"),
    Inks("#d9cfe6", "#231640", "#6a3fb5", "#f0643c", "violet hour"),
    Inks("#17181a", "#efece4", "#f2c516", "#8c8f8e", "noir"),
    Inks("#1d4fa3", "#fdf4df", "#f4c52e", "#ef6a4c", "pool"),
]

# Black and greys, for films that ask for them.
SOBER = [
    Inks("#1a1a1b", "#e6e5e2", "#90908e", "#333334", "night"),
    Inks("#d3d2cf", "#161617", "#6c6b6a", "#aeadaa", "ash"),
    Inks("#363739", "#efeeeb", "#a9a8a6", "#171718", "slate"),
]


def overprint(one, other):
    """Return the colour where one ink is printed over another."""
    return _named(a * b / 255 for a, b in zip(channels(one), channels(other), strict=True))


def mixed(one, other, share):
    """Return a colour between two; `share` of the other."""
    return _named(a + (b - a) * share for a, b in zip(channels(one), channels(other), strict=True))


def _named(parts):
    return "#" + "".join(f"{min(255, max(0, round(part))):02x}" for part in parts)
