"""What a phrase finds, in every kind of page, best first; and what may have been meant where it finds nothing."""

from dataclasses import dataclass, field

from pyroaring import BitMap

from catalogue.publication.cards import mixed_cards
from catalogue.publication.index.reading import read_ids

from .fields import COMPLETENESS, SEARCHED
from .levels import IN_TEXTS, NOWHERE, UNFINISHED, levels, place_found, titles_but_the_last
from .query import Question, question
from .ranking import found_by, goes_on, rank, titles_shown
from .spelling import least_telling, respelled, spellings

FEW = 20  # pages found in texts alone, so that a spelling that is found in titles may be meant
READ = 120  # pages whose titles are read to see how an unfinished word goes on
RANKED, RANKED_OTHERS = 40, 12  # films, and pages of another kind, whose titles are read to put them in order
SUGGESTED = {"film": 6, "person": 3, "company": 2}
STARTS_SUGGESTED = 8  # words that an unfinished one may become while it is typed
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

    def place(self, pk):
        """Return the place of a page in this order (0 is the first); None where it was not found."""
        if pk in self.best:
            return self.best.index(pk)
        before, best = len(self.best), BitMap(self.best)
        for level in self.levels:
            for part in self._by_completeness(level - best):
                if pk in part:
                    place = self.postings.place(part, ORDERINGS[self.kind], pk)
                    return None if place is None else before + place
                before += len(part)
        return None

    def candidates(self, most):
        """Return [(place of the level, id)] of the first ones in the order that costs nothing."""
        found = []
        for place, level in enumerate(self.levels):
            if not level:
                continue
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
    """What a phrase has found.

    `typed` is what was asked for, `asked` the question it is, `looked_for` the one that was answered: another one where
    the first finds nothing. `left_out` are words that nothing holds beside the others, `near` other spellings that may
    have been meant.
    """

    typed: str
    asked: Question
    looked_for: Question
    kinds: dict
    left_out: tuple = ()
    near: tuple = ()

    @property
    def phrase(self):
        """What was looked for."""
        return self.looked_for.phrase

    @property
    def mended(self):
        """Whether words were spelled otherwise."""
        kept = [word.plain for word in self.asked.words if word.plain not in self.left_out]
        return [word.plain for word in self.looked_for.words] != kept

    @property
    def total(self):
        return sum(result.total for result in self.kinds.values())

    def found_by(self, kind, card):
        """Return the title that a page was found by where it is not the one that its card shows, else None."""
        return found_by(titles_shown(kind, card), self.looked_for)


def search(phrase, postings, kinds=SEARCHED, popular=(), literally=False):
    """Return the Found of a phrase, with the Results of some kinds.

    What else may have been meant is decided by what is found of all kinds, so that a kind alone has the same. `popular`
    are the films most read; `literally` mends nothing.

    Two queries, for the words and for titles; some more where little is found.
    """
    vocabulary = postings.words
    asked = looked_for = question(phrase, vocabulary)
    bitmaps = _bitmaps(asked, SEARCHED, vocabulary)
    left_out, near = (), ()
    if asked.words and not literally:
        if not _number(bitmaps):
            looked_for, left_out, bitmaps = _instead(asked, SEARCHED, vocabulary)
            near = () if _number(bitmaps) else _near(asked, vocabulary)
        elif _number(bitmaps) < FEW and not _is_named(bitmaps):
            near, bitmaps = _with_near(asked, bitmaps, vocabulary)
    results = _results(postings, {kind: bitmaps[kind] for kind in kinds}, popular)
    _rank(results, looked_for)
    return Found(phrase, asked, looked_for, results, left_out, near)


def suggest(phrase, postings, popular=()):
    """Return (Question, {kind: ids}) of what an unfinished phrase may lead to: films, people and companies.

    One query; some more where nothing is found.
    """
    vocabulary = postings.words
    asked = question(phrase, vocabulary, STARTS_SUGGESTED, 0)
    bitmaps = _bitmaps(asked, SUGGESTED, vocabulary, in_texts=False, enough=SUGGESTED)
    if asked.words and not _number(bitmaps) and (other := _meant(asked, SUGGESTED, vocabulary)):
        bitmaps = _bitmaps(other, SUGGESTED, vocabulary, in_texts=False, enough=SUGGESTED)
    results = _results(postings, bitmaps, popular)
    found = {kind: [pk for _level, pk in results[kind].candidates(most)] for kind, most in SUGGESTED.items()}
    return asked, found


def _results(postings, bitmaps, popular):
    return {
        kind: Result(kind, postings, found, popular if kind == "film" else ())
        for kind, found in bitmaps.items()
    }


def _bitmaps(asked, kinds, vocabulary, in_texts=True, enough=None):
    """Return {kind: levels}, in which `enough` says how many of each kind are wanted; all where it is None."""
    ids = read_ids(asked.keys(kinds, vocabulary, in_texts))
    found = {kind: levels(kind, asked, ids, enough and enough[kind]) for kind in kinds}
    left = {
        kind: titles_but_the_last(kind, asked, ids) - BitMap.union(NOTHING, *found[kind]) for kind in kinds
    }
    few = {kind: list(ids) for kind, ids in left.items() if 0 < len(ids) <= READ}
    for kind, cards in mixed_cards(few).items():
        more = [card["id"] for card in cards if goes_on(titles_shown(kind, card), asked.words[-1].plain)]
        found[kind][UNFINISHED] = found[kind][UNFINISHED] | BitMap(more)
    return found


def _number(bitmaps):
    return sum(len(level) for levels_of_kind in bitmaps.values() for level in levels_of_kind)


def _is_named(bitmaps):
    """Whether something is found in titles and names, not in texts alone."""
    return any(any(levels_of_kind[:IN_TEXTS]) for levels_of_kind in bitmaps.values())


def _rank(results, asked):
    """Put the first of each kind in order by their titles, which one query reads."""
    candidates = {
        kind: result.candidates(RANKED if kind == "film" else RANKED_OTHERS)
        for kind, result in results.items()
    }
    wanted = {kind: [pk for _level, pk in found] for kind, found in candidates.items()}
    cards = mixed_cards(wanted)
    for kind, found in candidates.items():
        titles = {card["id"]: titles_shown(kind, card) for card in cards.get(kind, ())}
        order = {
            pk: (level, rank(titles.get(pk, ()), asked), place) for place, (level, pk) in enumerate(found)
        }
        results[kind].best = sorted(order, key=order.get)


def _instead(asked, kinds, vocabulary):
    """Return (question, words left out, {kind: levels}) of what may have been meant where nothing is found."""
    left_out, fewer = [], asked
    while fewer.words:
        bitmaps = _bitmaps(fewer, kinds, vocabulary) if left_out else {}
        if _number(bitmaps):
            return fewer, tuple(left_out), bitmaps
        if other := _meant(fewer, kinds, vocabulary):
            return other, tuple(left_out), _bitmaps(other, kinds, vocabulary)
        place = least_telling(fewer, vocabulary)
        left_out.append(fewer.words[place].plain)
        words = [word.plain for other, word in enumerate(fewer.words) if other != place]
        fewer = question(" ".join(words), vocabulary)
    return asked, (), {kind: [] for kind in kinds}


def _meant(asked, kinds, vocabulary, most_slips=None):
    """Return the Question of the likeliest other spelling that finds something; None where none does."""
    tried = [
        (slips, other) for slips, other in respelled(asked, vocabulary) if slips <= (most_slips or slips)
    ]
    ids = read_ids({key for _slips, other in tried for key in other.keys(kinds, vocabulary)})
    found = [
        (slips, found_in, place)
        for place, (slips, other) in enumerate(tried)
        for kind in kinds
        if (found_in := place_found(kind, other, ids)) != NOWHERE
    ]
    return question(tried[min(found)[2]][1].phrase, vocabulary) if found else None


def _with_near(asked, bitmaps, vocabulary):
    """Return ((another spelling,), {kind: levels}) with the titles that it finds behind the others; () without any."""
    if other := _meant(asked, bitmaps, vocabulary, 1):
        more = _bitmaps(other, bitmaps, vocabulary)
        both = {
            kind: [*found, *(level - seen for level in more[kind][: UNFINISHED + 1])]
            for kind, found in bitmaps.items()
            for seen in [BitMap.union(NOTHING, *found)]
        }
        if _number(both) > _number(bitmaps):
            return (other.phrase,), both
    return (), bitmaps


def _near(asked, vocabulary):
    """Words spelled much like those that nobody has written."""
    unknown = [word for word in asked.words if not word.is_known]
    return tuple(other for word in unknown for _slips, other in spellings(word, vocabulary, True)[:3])
