"""Set a text in a box: break it in lines, balanced, as large as fits; or each line as wide as the box."""

from dataclasses import dataclass, replace
from functools import lru_cache

from .lettering import Line, is_wide, line, printable, writer_of

AFTER = set(":;!?»…")  # marks that stay with the word before them
GAP = 0.14  # ems of paper between the ink of one line and the next, at least


@dataclass(frozen=True)
class Setting:
    """How lettering is set: face, case ("upper" or as it is written), tracking and leading in ems."""

    face: str
    case: str = ""
    tracking: float = 0.0
    gap: float = GAP
    leading: float = 0.0  # baselines at least this far apart

    def cased(self, text, language=""):
        if self.case == "upper":
            return (text.replace("i", "İ") if language in ("tr", "az") else text).upper()
        return text


@dataclass(frozen=True)
class Placed:
    """A line at its size; x of its ink's left end, y of its baseline, from the block's top left corner."""

    line: Line
    size: float
    x: float
    y: float


@dataclass(frozen=True)
class Block:
    """Lines of lettering, as their ink is: the block has no margins."""

    lines: tuple
    width: float
    height: float

    @property
    def size(self):
        return max((placed.size for placed in self.lines), default=0)

    def rows(self):
        """Return each line as a block of its own."""
        return [
            Block(
                (replace(one, x=0, y=one.line.top * one.size),),
                one.line.width * one.size,
                one.line.height * one.size,
            )
            for one in self.lines
        ]


def fit(text, setting, width, height, largest=400, align="left", most_lines=12, language=""):
    """Return a text as one block of one size, the largest that fits; broken within words only where it must be."""
    words = _with_small_words(_words(setting.cased(text, language)))
    best = None
    for count in range(1, most_lines + 1):
        lines = _lines(words, count, setting)
        if best and len(lines) < count:
            break
        size = _size(lines, setting, width, height, largest)
        if best is None or size > best[0] * 1.02:
            best = (size, lines)
    size, lines = best
    return _block(lines, [size] * len(lines), setting, width, align)


def fit_readable(text, settings, width, height, least=44, **options):
    """Return the text in the first setting that keeps it as large as `least`; else in the one that keeps it largest."""
    blocks = []
    for setting in settings:
        blocks.append(fit(text, setting, width, height, **options))
        if blocks[-1].size * _x_height(setting) >= least:
            return blocks[-1]
    return max(blocks, key=lambda block: block.size)


def _x_height(setting):
    return 1.3 if setting.case == "upper" else 1.0


def stack(text, setting, width, height, language="", most_lines=9):
    """Return a text as lines that are all as wide as the box, filling its height as nearly as they can."""
    words = _with_small_words(_words(setting.cased(text, language)))
    best = None
    for count in range(1, min(most_lines, len(words)) + 1):
        lines = _lines(words, count, setting)
        sizes = [width / line.width if line.width else 1 for line in lines]
        usual = sorted(sizes)[len(sizes) // 2]
        sizes = [min(size, usual * 2.6) for size in sizes]  # a short word shall not outshout the others
        block = _block(lines, sizes, setting, width, "left")
        if block.height > height:
            sizes = [size * height / block.height for size in sizes]
            block = _block(lines, sizes, setting, width, "left")
        ink = sum(placed.line.width * placed.size * placed.size for placed in block.lines)
        if best is None or ink > best[0]:
            best = (ink, block)
    return best[1]


@lru_cache(maxsize=2048)
def _words(text):
    """Return the pieces between which a line may end, each with True where a space stands before it."""
    pieces = []
    for word in _unparted(printable(text).split()):
        spaced, run = True, ""
        for letter in word:
            if is_wide(letter):
                if run:
                    pieces.append((run, spaced))
                    spaced, run = False, ""
                pieces.append((letter, spaced))
                spaced = False
            else:
                run += letter
        if run:
            pieces.append((run, spaced))
    return tuple(pieces) or (("·", True),)


def _unparted(words):
    """Return the words with the marks that French sets apart, which begin or end no line of their own."""
    kept = []
    for word in words:
        if kept and (set(word) <= AFTER or kept[-1].endswith("«")):
            kept[-1] += f" {word}"
        else:
            kept.append(word)
    return kept


SMALL = 3  # letters of a word that stands with the next one
JOINED = 18  # letters of words that stand together, at most


def _with_small_words(words):
    """Return the words with articles and the like joined to what follows: nobody shouts "the"."""
    joined, held = [], None
    for piece, spaced in words:
        if held and len(held[0]) + len(piece) < JOINED:
            piece, spaced, held = _joined([held, (piece, spaced)]), held[1], None
        elif held:
            joined.append(held)
            held = None
        last = piece.rsplit(" ", 1)[-1]
        if len(last) <= SMALL and last.isalpha() and not is_wide(last[0]):
            held = (piece, spaced)
        else:
            joined.append((piece, spaced))
    if held:
        joined.append(held)
    return tuple(joined)


def _joined(pieces):
    return "".join((" " if spaced else "") + piece for piece, spaced in pieces).strip()


def _lines(words, count, setting):
    """Return the words in at most `count` lines, the longest as short as can be."""
    words = _split(words, count)
    widths = [line(piece, setting.face, setting.tracking).advance for piece, _spaced in words]
    space = 0.24 + setting.tracking
    low, high = max(widths), sum(widths) + space * len(words)
    for _step in range(14):
        middle = (low + high) / 2
        if len(_filled(words, widths, space, middle)) <= count:
            high = middle
        else:
            low = middle
    broken = _filled(words, widths, space, high + 0.001)
    return [line(_joined(pieces), setting.face, setting.tracking) for pieces in broken]


def _filled(words, widths, space, most):
    """Return the words in lines no wider than `most`, each as full as it gets."""
    lines, used = [[]], 0.0
    for word, width in zip(words, widths, strict=True):
        step = width + (space if word[1] and lines[-1] else 0)
        if lines[-1] and used + step > most:
            lines.append([])
            used, step = 0.0, width
        lines[-1].append(word)
        used += step
    return lines


LONGEST = 28  # letters of a word that is not broken


def _split(words, count):
    """Return the words, those too long for any line broken in two or more, once there are lines for it."""
    if count < 2 or all(len(piece) <= LONGEST for piece, _spaced in words):
        return words
    pieces = []
    for piece, spaced in words:
        parts = -(-len(piece) // LONGEST)
        long = -(-len(piece) // parts)
        for start in range(0, len(piece), long):
            pieces.append((piece[start : start + long], spaced and not start))
    return tuple(pieces)


def _size(lines, setting, width, height, largest):
    wide = max(line.width for line in lines) or 0.01
    tops = _baselines(lines, [1.0] * len(lines), setting)
    tall = tops[-1] - lines[-1].bottom or 0.01
    return min(width / wide, height / tall, largest)


def _baselines(lines, sizes, setting):
    """Return the baselines of lines set under one another, from the top of the first one's ink."""
    at = lines[0].top * sizes[0]
    found = [at]
    steps = [
        max((setting.gap - above.bottom) * size + below.top * next_size, setting.leading * next_size)
        for above, below, size, next_size in zip(lines, lines[1:], sizes, sizes[1:], strict=False)
    ]
    if steps and max(sizes) == min(sizes):
        steps = [max(steps)] * len(steps)  # lines of one size stand equally far apart
    for step in steps:
        at += step
        found.append(at)
    return found


def _block(lines, sizes, setting, width, align):
    factor = {"left": 0, "middle": 0.5, "right": 1}[align]
    widths = [line.width * size for line, size in zip(lines, sizes, strict=True)]
    used = max(widths)
    baselines = _baselines(lines, sizes, setting)
    placed = [
        Placed(line, size, (used - own) * factor, y)
        for line, size, own, y in zip(lines, sizes, widths, baselines, strict=True)
    ]
    return Block(tuple(placed), used, baselines[-1] - lines[-1].bottom * sizes[-1])


def is_written(text, face):
    """Whether a bundled face, this or the next to it, writes the whole text."""
    return writer_of(text, face) is not None
