"""Which question may have been meant where one finds nothing: other spellings of its words, or fewer words."""

from dataclasses import replace
from itertools import islice, product

from .query import Asked
from .words import asked

SPELLINGS = 6  # of a word that are tried
TRIED = 40  # combinations of them


def slips_in(word):
    """Return how many slips of the finger a word may hold."""
    return 0 if len(word) < 5 else 1 if len(word) < 9 else 2


def spellings(word, vocabulary, unfinished=False):
    """Return [(slips, word)] of what a word may have been meant as, the most likely first."""
    plain = word.plain
    if not (plain.isascii() and plain.isalpha() and slips_in(plain)):
        return []
    return vocabulary.alike(plain, slips_in(plain), SPELLINGS, unfinished)


def respelled(question, vocabulary):
    """Return [(slips, Question)] of what may have been meant.

    Words that nobody has written are spelled otherwise; where there are none, each of the others.
    """
    last = len(question.words) - 1
    as_it_is = [[(0, None)] for _word in question.words]
    unknown = [place for place, word in enumerate(question.words) if not word.is_known]
    others = {
        place: spellings(word, vocabulary, place == last)
        for place, word in enumerate(question.words)
        if not word.is_small
    }
    mended = [others.get(place, []) if place in unknown else keep for place, keep in enumerate(as_it_is)]
    attempts = [mended] if unknown else []
    for place in sorted(others.keys() - {*unknown}):
        attempts.append(
            [others[place] if place == other else choices for other, choices in enumerate(mended)]
        )
    return [
        (sum(slips for slips, _word in choices), _with(question, [word for _slips, word in choices]))
        for attempt in attempts
        for choices in islice(product(*attempt), TRIED)
    ]


def _with(question, others):
    """The same question with other words in the place of some; None for one that stays."""
    words = tuple(
        Asked((other,), is_written=True) if other else word
        for word, other in zip(question.words, others, strict=True)
    )
    return replace(question, phrase=_phrase(question, others), words=words, whole=(), joined={})


def _phrase(question, others):
    """What stays is written as it was typed, as far as its words can be separated."""
    typed, places = [], iter(zip(question.words, others, strict=True))
    for token in question.phrase.split():
        here = list(islice(places, len(asked(token))))
        changed = any(other for _word, other in here)
        typed += [other or word.plain for word, other in here] if changed else [token]
    told = " ".join(typed)
    expected = [other or word.plain for word, other in zip(question.words, others, strict=True)]
    return told if [word.forms[0] for word in asked(told)] == expected else " ".join(expected)


def least_telling(question, vocabulary):
    """Return the place of the word that can best be left out: one that nobody has written, a small one, the most
    frequent one."""
    words = question.words
    return max(
        range(len(words)),
        key=lambda place: (
            not words[place].is_known and not words[place].is_small,
            words[place].is_small,
            vocabulary.frequency(words[place].plain),
            place,
        ),
    )
