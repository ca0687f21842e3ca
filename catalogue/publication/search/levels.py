"""Bitmaps of what a question finds, the better ones first: by what each of its words stands in."""

from functools import reduce
from operator import and_

from pyroaring import BitMap

from .fields import FIRST, NAMES, TEXT, TITLE, WHOLE

NOTHING = BitMap()
NOWHERE = 3

UNFINISHED = 4  # the place of the level of titles that hold all the words, the last one unfinished
IN_TEXTS = 12  # the place of the first level of pages of which a text holds a word


def levels(kind, question, ids, enough=None):
    """Return the bitmaps of pages of one kind; none holds what one before it holds. `ids` are {(field, value): ids}.

    First the whole title, then titles that begin with the words or hold all of them, then titles and names, names,
    texts, and other forms of the words. Whole words come before unfinished ones, a title before names and texts. Once
    `enough` are found, the other levels are empty.
    """
    if not question.words:
        return []
    found = _Found(kind, question, ids)
    telling = {"only": question.telling}
    makers = (
        found.whole,
        lambda: found.all_in((TITLE,)) & found.first(False),
        lambda: found.all_in((TITLE,)),
        lambda: found.all_in((TITLE,), starts=True) & found.first(True),
        lambda: found.all_in((TITLE,), starts=True),
        lambda: found.all_in((TITLE,), **telling),
        lambda: found.all_in((TITLE,), starts=True, **telling),
        lambda: found.all_in((TITLE, NAMES)) & found.any_title(),
        lambda: found.all_in((TITLE, NAMES), **telling) & found.any_title(),
        lambda: found.all_in((TITLE, NAMES), starts=True, **telling) & found.any_title(),
        lambda: found.all_in((TITLE, NAMES), **telling),
        lambda: found.all_in((TITLE, NAMES), starts=True, **telling),
        lambda: found.all_in((TITLE, NAMES, TEXT), **telling),
        lambda: found.all_in((TITLE, NAMES, TEXT), starts=True, **telling),
        lambda: found.all_in((TITLE,), stems=True, **telling),
        lambda: found.all_in((TITLE, NAMES, TEXT), stems=True, **telling),
    )
    result, seen = [], BitMap()
    for make in makers:
        level = NOTHING if enough is not None and len(seen) >= enough else make() - seen
        result.append(level)
        seen |= level
    return result


def place_found(kind, question, ids):
    """Return where words stand that are found together: 0 in titles, 1 in names too, 2 in texts too, NOWHERE."""
    found = _Found(kind, question, ids)
    parts = ((TITLE,), (TITLE, NAMES), (TITLE, NAMES, TEXT))
    places = (place for place, some in enumerate(parts) if found.all_in(some, only=question.telling))
    return next(places, NOWHERE)


def in_titles(kind, question, ids):
    """Return the pages whose titles hold all the words, the last one perhaps unfinished."""
    found = _Found(kind, question, ids)
    return found.all_in((TITLE,)) | found.all_in((TITLE,), starts=True)


def titles_but_the_last(kind, question, ids):
    """Return the pages whose titles hold all the words but the last, where that one may become too many to look for."""
    return _Found(kind, question, ids).but_the_last()


class _Found:
    def __init__(self, kind, question, ids):
        self._kind, self._question, self._ids = kind, question, ids
        self._unions, self._together = {}, {}

    def whole(self):
        return self._union((WHOLE,), self._question.whole)

    def first(self, starts):
        """Pages of which a title begins with the first word."""
        word = self._question.words[0]
        return self._union((FIRST,), (*word.forms, *(word.starts if starts else ())))

    def any_title(self):
        """Pages of which a title holds one of the significant words."""
        words = [self._question.words[place] for place in self._question.telling]
        return BitMap.union(NOTHING, *(self._word((TITLE,), word, True, False) for word in words))

    def all_in(self, parts, only=None, starts=False, stems=False):
        """Pages that hold all the words in these parts of them; or `only` those at these places."""
        places = tuple(range(len(self._question.words)) if only is None else only)
        key = parts, places, starts, stems
        if key not in self._together:
            self._together[key] = self._all_in(parts, places, starts, stems)
        return self._together[key]

    def _all_in(self, parts, places, starts, stems):
        words = self._question.words
        if stems and not any(words[place].stems for place in places):
            return NOTHING
        if starts and not any(words[place].starts for place in places):
            return NOTHING
        by_place = {place: self._word(parts, words[place], starts, stems) for place in places}
        found = reduce(and_, by_place.values())
        for place, joined in self._question.joined.items():
            others = [ids for other, ids in by_place.items() if other not in (place, place + 1)]
            if place in by_place or place + 1 in by_place:
                found = found | reduce(and_, others, self._union(parts, (joined,)))
        for place in by_place:
            if apart := words[place].apart:
                others = [ids for other, ids in by_place.items() if other != place]
                found = found | reduce(
                    and_, others, reduce(and_, (self._union(parts, (part,)) for part in apart))
                )
        return found

    def but_the_last(self):
        """Pages whose titles hold all the words but the last one, of which no others are looked for."""
        words = self._question.words
        if len(words) < 2 or not words[-1].is_cut:
            return NOTHING
        return self.all_in((TITLE,), only=range(len(words) - 1))

    def _word(self, parts, word, starts, stems):
        forms = word.forms + (word.starts if starts else ()) + (word.stems + word.starts if stems else ())
        return self._union(parts, forms)

    def _union(self, parts, forms):
        key = parts, forms
        if key not in self._unions:
            fields = [f"{self._kind}.{part}" for part in parts]
            found = [
                self._ids[field, form] for field in fields for form in forms if (field, form) in self._ids
            ]
            self._unions[key] = found[0] if len(found) == 1 else BitMap.union(NOTHING, *found)
        return self._unions[key]
