"""A page's lines as the parsers see them: numbered, trimmed, without the furniture of the site around them."""

import re
from dataclasses import dataclass

from catalogue.folding import fold
from catalogue.importing.parsing.values import plain
from catalogue.importing.records import Found

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
        "mode",
        "expire le",
        "loader waiting image",
    }
)
BULLET = re.compile(r"[•◦‣▪●]\s*|\*\s+")
SENTENCE_END = re.compile(r"[.!?…:;,»”\"')\]]$")


@dataclass(frozen=True)
class Line:
    """A line that says something. `text` is without bullet; `after_blank`: the line above says nothing."""

    number: int
    text: str
    indent: int
    bullet: bool
    after_blank: bool

    def found(self):
        return Found(self.text, self.number)

    @property
    def ends_like_a_sentence(self):
        return bool(SENTENCE_END.search(self.text))


def lines_of(source):
    """Return the lines of a page that say something, page furniture left out."""
    kept, after_blank = [], True
    for number, raw in enumerate(source.lines, start=1):
        text = plain(raw)
        if not text or is_furniture(text):
            after_blank = True
            continue
        marked = raw.lstrip()
        bullet = BULLET.match(marked)
        indent = len(raw) - len(marked)
        words = plain(marked[bullet.end() :]) if bullet else text
        kept.append(Line(number, words, indent, bool(bullet), after_blank))
        after_blank = False
    return [line for line in kept if line.text]


def is_furniture(text):
    return len(text) < 40 and fold(text) in FURNITURE


def same(one, other):
    """Whether two printings are of the same words, accents, case and apostrophes aside."""
    return one == other or (fold(one) == fold(other) != "")


def last_number(source):
    """Return the number of the last line that is not empty, where a truncated page ends."""
    return max((number for number, line in enumerate(source.lines, start=1) if line.strip()), default=1)
