"""What a phrase finds, in every kind of page, best first; and what may have been meant where it finds nothing."""

from dataclasses import dataclass, field

from pyroaring import BitMap

from catalogue.publication.cards import mixed_cards
from catalogue.publication.index.reading import read_ids

from .fields import COMPLETENESS, SEARCHED
from .levels import levels
from .query import Question, question
from .ranking import found_by, rank, titles_shown
from .spelling import is_known, mended, spellings

RANKED = 60  # pages of one kind whose titles are read to put them in order
SUGGESTED = {"film": 6, "person": 3, "company": 2}
STARTS_SUGGESTED = 12  # words that an unfinished one may become while it is typed
ORDERINGS = {
    "film": "title",
    "person": "person.name",
    "company": "company.name",
    "selection": "selection.newest",
}
COMPLETE = tuple("543210")  # the values of COMPLETENESS, the most complete first
NOTHING = BitMap()


@dataclass
class Result:
    """The pages of one kind that were found. `best` are the first of them in their order."""

    kind: str
    postings: object
    levels: list
    popular: list = ()
    best: list = field(default_factory=list)

    def __len__(self):
        return self.total

    @property
    def total(self):
        return sum(map(len, self.levels))

    @property
    def ids(self):
        return BitMap.union(NOTHING, *self.levels)

    def within(self, ids):
        """Return the same among some pages only."""
        inside = [level & ids for level in self.levels]
        return Result(self.kind, self.postings, inside, self.popular, [pk for pk in self.best if pk in ids])

    def first(self, count):
        """Return the ids of the best ones."""
        return self[:count]

    def __getitem__(self, part):
        """Return the ids of a slice of all that was found, in order."""
        first, count = part.start or 0, part.stop - (part.start or 0)
        found = self.best[first : first + count]
        first, best = max(0, first - len(self.best)), BitMap(self.best)
        for level in self.levels:
            if len(found) == count:
                break
            rest = level - best
            if first >= len(rest):
                first -= len(rest)
                continue
            found += self._ordered(rest, first, count - len(found))
            first = 0
        return found

    def candidates(self, most):
        """Return [(place of the level, id)] of the first ones in the order that costs nothing."""
        found = []
        for place, level in enumerate(self.levels):
            wanted = most - len(found)
            read = [pk for pk in self.popular if pk in level][:wanted]
            rest = level - BitMap(read)
            found += ((place, pk) for pk in [*read, *self._ordered(rest, 0, wanted - len(read))])
            if len(found) >= most:
                break
        return found

    def _ordered(self, ids, first, count):
        """The more complete first, then in the order of lists."""
        if self.kind not in ORDERINGS:
            return list(ids[first : first + count])
        found = []
        for part in self._by_completeness(ids):
            if len(found) < count and first < len(part):
                found += self.postings.page(part, ORDERINGS[self.kind], first, count - len(found))
            first = max(0, first - len(part))
        return found

    def _by_completeness(self, ids):
        if self.kind != "film" or len(ids) < 2:
            return [ids]
        parts = [ids & self.postings.ids(COMPLETENESS, value) for value in COMPLETE]
        return [*parts, ids - BitMap.union(NOTHING, *parts)]


@dataclass(frozen=True)
class Found:
    """What a phrase has found. `looked_for` is the question that was answered, `asked` the phrase as it was typed.

    It is `mended` where other spellings were looked for, and `left_out` are words that nothing holds beside the others.
    """

    asked: str
    looked_for: Question
    kinds: dict
    mended: bool = False
    left_out: tuple = ()
    near: tuple = ()

    @property
    def phrase(self):
        return self.looked_for.phrase

    @property
    def total(self):
        return sum(result.total for result in self.kinds.values())

    def found_by(self, kind, card):
        """Return the title that a page was found by where it is not the one that its card shows, else None."""
        return found_by(titles_shown(kind, card), self.looked_for)


def search(phrase, postings, kinds=SEARCHED, popular=(), literally=False):
    """Return the Found of a phrase. `popular` are the films most read; `literally` without mending anything.

    One query for the words, one for titles; some more where nothing is found.
    """
    vocabulary = postings.words
    asked = question(phrase, vocabulary)
    looked_for, left_out, is_mended = asked, (), False
    bitmaps = _bitmaps(asked, kinds, vocabulary)
    if asked.words and not literally and not any(any(found) for found in bitmaps.values()):
        looked_for, left_out, is_mended = _instead(asked, kinds, vocabulary)
        bitmaps = _bitmaps(looked_for, kinds, vocabulary)
    results = {
        kind: Result(kind, postings, bitmaps[kind], popular if kind == "film" else ()) for kind in kinds
    }
    _rank(results, looked_for, RANKED)
    near = () if any(results.values()) else _near(asked, vocabulary)
    return Found(phrase, looked_for, results, is_mended, left_out, near)


def suggest(phrase, postings, popular=()):
    """Return {kind: ids} of what an unfinished phrase may lead to: films, people and companies. Two queries."""
    vocabulary = postings.words
    asked = question(phrase, vocabulary, STARTS_SUGGESTED, 0)
    bitmaps = _bitmaps(asked, SUGGESTED, vocabulary, in_texts=False)
    results = {
        kind: Result(kind, postings, bitmaps[kind], popular if kind == "film" else ()) for kind in SUGGESTED
    }
    return {kind: [pk for _level, pk in results[kind].candidates(most)] for kind, most in SUGGESTED.items()}


def _bitmaps(asked, kinds, vocabulary, in_texts=True):
    ids = read_ids(asked.keys(kinds, vocabulary, in_texts))
    return {kind: levels(kind, asked, ids) for kind in kinds}


def _rank(results, asked, most):
    """Put the first of each kind in order by their titles, which one query reads."""
    candidates = {kind: result.candidates(most) for kind, result in results.items()}
    wanted = {
        kind: [pk for _level, pk in found] for kind, found in candidates.items() if len(found) > 1
    }
    cards = mixed_cards(wanted)
    for kind, found in candidates.items():
        titles = {card["id"]: titles_shown(kind, card) for card in cards.get(kind, ())}
        order = {
            pk: (level, rank(titles.get(pk, ()), asked), place) for place, (level, pk) in enumerate(found)
        }
        results[kind].best = sorted(order, key=order.get)


def _instead(asked, kinds, vocabulary):
    """Return (question, words left out, whether a word is spelled otherwise) of what may have been meant."""
    left_out = []
    while asked.words:
        if other := mended(asked, vocabulary, read_ids, kinds):
            phrase = _respelled(asked, other)
            return question(phrase, vocabulary), tuple(left_out), any(other)
        place = _least_telling(asked, vocabulary)
        left_out.append(asked.words[place].plain)
        asked = asked.without(place)
        remaining = question(" ".join(word.plain for word in asked.words), vocabulary)
        if any(any(found) for found in _bitmaps(remaining, kinds, vocabulary).values()):
            return remaining, tuple(left_out), False
    return asked, tuple(left_out), False


def _respelled(asked, others):
    typed = asked.phrase.split()
    if len(typed) != len(asked.words):
        typed = [word.plain for word in asked.words]
    return " ".join(" ".join(other) if other else word for word, other in zip(typed, others, strict=True))


def _least_telling(asked, vocabulary):
    """The place of a word that nobody has written, else of the most frequent one."""
    words = asked.words
    return max(
        range(len(words)),
        key=lambda place: (
            not is_known(words[place], vocabulary) and not words[place].is_small,
            words[place].is_small,
            vocabulary.frequency(words[place].plain),
            place,
        ),
    )


def _near(asked, vocabulary):
    """Words spelled much like those that nobody has written."""
    unknown = [word for word in asked.words if not is_known(word, vocabulary)]
    return tuple(
        " ".join(others) for word in unknown for _cost, others in spellings(word, vocabulary, True)[:3]
    )
