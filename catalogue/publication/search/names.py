"""Pages whose names hold the words that somebody has typed: for lists of names, which put them in their own order."""

from typing import NamedTuple

from pyroaring import BitMap

from catalogue.publication.index.reading import read_ids

from .fields import TITLE
from .levels import in_titles
from .query import question

STARTS = 300  # words that an unfinished one may become


class Named(NamedTuple):
    """The ids of pages; `is_cut` where the last word may become more words than were looked for."""

    ids: BitMap
    is_cut: bool


def named(kind, phrase, postings):
    """Return the Named of a kind whose names hold all of these words, the last one perhaps unfinished; one query."""
    asked = question(phrase, postings.words, STARTS, 0)
    if not asked.words:
        return Named(BitMap(), False)
    keys = asked.keys([kind], postings.words, in_texts=False)
    ids = read_ids([(field, value) for field, value in keys if field == f"{kind}.{TITLE}"])
    last = asked.words[-1]
    return Named(in_titles(kind, asked, ids), last.is_cut and len(last.starts) == STARTS)
