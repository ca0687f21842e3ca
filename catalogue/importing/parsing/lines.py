"""A page's lines as the parsers see them: numbered, trimmed, without the furniture of the site around them."""

import re
from dataclasses import dataclass

from catalogue.folding import fold
from catalogue.importing.parsing.values import plain, trimmed
from catalogue.importing.records import Found, ParseError

MOST_LINES = 20_000

# What the site around the page says on every page: log-in, basket, loader, links back to the top.
FURNITURE = frozenset(
    {
        "mon compte",
        "back to top",
        "haut de page",
        "retour en haut",
        "retour en haut de page",
        "produit ajoute au panier",
        "ajouter au panier",
        "loader waiting image",
    }
)
FURNITURE_LABELS = frozenset({"mode", "expire le"})  # with a colon: a film may be called "Mode"
BULLET = re.compile(r"[•◦‣▪●]\s*|\*\s+")
SPACES = re.compile(r"\s+")
NO_BREAK = re.compile(
    r"[\u00a0\u202f](?=[;:!?»%€])|(?<=«)[\u00a0\u202f](?=\S)|(?<=[0-9])[\u00a0\u202f](?=[0-9])"
)
SENTENCE_END = re.compile(r"[.!?…:;,»”\"')\]]$")


@dataclass(frozen=True)
class Line:
    """A line that says something. `text` is without bullet; `after_blank`: the line above says nothing."""

    number: int
    text: str
    indent: int
    bullet: bool
    after_blank: bool
    prose: str

    def found(self):
        """Return the line as a name or a title."""
        return Found(self.text, self.number)

    def paragraph(self):
        """Return the line as a paragraph of a text, with the no-break spaces that typography asks for."""
        return Found(self.prose, self.number)

    @property
    def ends_like_a_sentence(self):
        return bool(SENTENCE_END.search(self.text))


def lines_of(source):
    """Return the lines of a page that say something, page furniture left out.

    A line that shows nothing is an empty one, whatever it is made of. Only the first is kept: a title stands there,
    and what stands below it is not the title.
    """
    if len(source.lines) > MOST_LINES:
        raise ParseError(MOST_LINES + 1, "Page", f"{len(source.lines):,} lines", f"{MOST_LINES:,} at most")
    kept, after_blank = [], True
    for number, raw in enumerate(source.lines, start=1):
        marked = trimmed(raw) if kept else trimmed(raw) or raw.strip()
        if not marked or is_furniture(plain(marked)):
            after_blank = True
            continue
        bullet = BULLET.match(marked)
        words_of_line = marked[bullet.end() :] if bullet else marked
        text = plain(words_of_line) or ("" if bullet else marked)
        kept.append(Line(number, text, raw.index(marked), bool(bullet), after_blank, prose(words_of_line)))
        after_blank = False
    return [line for line in kept if line.text]


def prose(text):
    """Return text with single spaces; no-break ones stay before high punctuation, inside «\u00a0», in numbers."""
    return SPACES.sub(lambda run: run[0] if NO_BREAK.match(text, run.start()) else " ", trimmed(text))


def is_furniture(text):
    known = FURNITURE | FURNITURE_LABELS if text.endswith(":") else FURNITURE
    return len(text) < 40 and fold(text) in known


def same(one, other):
    """Whether two printings are of the same words, accents, case and apostrophes aside."""
    return one == other or (fold(one) == fold(other) != "")


def last_number(source):
    """Return the number of the last line that is not empty, where a truncated page ends."""
    return max((number for number, line in enumerate(source.lines, start=1) if line.strip()), default=1)
