"""How text is compared: without accents, case or apostrophes, the same on every database.

`fold` decides whether two names are the same, `sort_key` where a title stands in a list. What a search compares is
made by catalogue.publication.search.words.
"""

import re
import unicodedata

from anyascii import anyascii

ARTICLES = re.compile(r"^(?:(?:les?|la|une?|des|the|an?)\s+|[ld]['’]\s*)(?=\S)", re.IGNORECASE)
WORD = re.compile(r"[a-z0-9]+")


def fold(text):
    """Return text in plain lower-case ASCII words: "L'Été, à Œuvre" → "l ete a oeuvre"."""
    plain = text if text.isascii() else anyascii(unicodedata.normalize("NFC", text))
    return " ".join(WORD.findall(plain.lower()))


def sort_key(title):
    """Return where a title stands in a list: folded, its leading article (French or English) moved away.

    An article that is all of the title stays ("Les" → "les"), and so does any title that would otherwise be empty.
    """
    return fold(ARTICLES.sub("", title.strip(), count=1)) or fold(title) or title.casefold()


def letter(key):
    """Return the letter of the A-Z under which a sort key stands, "#" for anything else."""
    first = key[:1].upper()
    return first if "A" <= first <= "Z" else "#"
