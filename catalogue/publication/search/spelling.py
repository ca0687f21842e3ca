"""Which question may have been meant where one finds nothing: other spellings of its words, fewer words."""

from functools import reduce
from itertools import islice, product
from operator import and_

from pyroaring import BitMap

from .fields import NAMES, TEXT, TITLE

SPELLINGS = 6  # of a word that are tried
TRIED = 60  # combinations
SPLIT = 3  # letters of each part of a word that may be two
NOTHING = BitMap()


def slips_in(word):
    """Return how many slips of the finger a word may hold."""
    return 0 if len(word) < 5 else 1 if len(word) < 9 else 2


def spellings(word, vocabulary, unfinished):
    """Return [(cost, words)] of what a word may have been meant as, the most likely first."""
    if not word.can_be_misspelled:
        return []
    plain = word.plain
    found = [
        (1, (left, right))
        for place in range(SPLIT, len(plain) - SPLIT + 1)
        if (left := plain[:place]) in vocabulary and (right := plain[place:]) in vocabulary
    ]
    found.sort(key=lambda split: -min(map(vocabulary.frequency, split[1])))
    if slips := slips_in(plain):
        alike = vocabulary.alike(plain, slips, SPELLINGS, unfinished)
        found = [*((cost, (other,)) for cost, other in alike), *found[:1]]
    return sorted(found, key=lambda one: one[0])[:SPELLINGS]


def mended(question, vocabulary, ids_of, kinds):
    """Return the words of the question that may have been meant instead, as [(words in its place) or None for each],
    which finds something; None where no spelling does.

    Words that nobody has written are mended first; one that is known only where nothing else helps. `ids_of` reads
    {(field, value): ids}.
    """
    last = len(question.words) - 1
    unknown = [not is_known(word, vocabulary) for word in question.words]
    others = [spellings(word, vocabulary, place == last) for place, word in enumerate(question.words)]
    as_it_is = [[(0, None)]] * len(others)
    attempts = [[other if is_unknown else keep for other, keep, is_unknown in zip(others, as_it_is, unknown, strict=True)]]
    for place, is_unknown in enumerate(unknown):
        if not is_unknown:
            tried = list(attempts[0])
            tried[place] = others[place]
            attempts.append(tried)
    if not any(unknown):
        del attempts[0]
    combinations = [
        combination for choices in attempts for combination in islice(product(*choices), TRIED)
    ]
    keys = {
        (field, form)
        for combination in combinations
        for forms in _forms(question, combination)
        for form in forms
        for field in vocabulary.fields(form)
        if field.partition(".")[0] in kinds
    }
    ids = ids_of(keys) if keys else {}
    best = None
    for place, combination in enumerate(combinations):
        level = min((_level(kind, question, combination, ids) for kind in kinds), default=None)
        if level is not None and level < len(LEVELS):
            found = sum(cost for cost, _words in combination), level, place
            if best is None or found < best[0]:
                best = found, combination
    return [words for _cost, words in best[1]] if best else None


LEVELS = ((TITLE,), (TITLE, NAMES), (TITLE, NAMES, TEXT))


def _forms(question, combination):
    """Yield the forms that each word would have."""
    for word, (_cost, others) in zip(question.words, combination, strict=True):
        if others is None:
            yield (*word.forms, *word.starts)
        else:
            yield from ((other,) for other in others)


def _level(kind, question, combination, ids):
    """Return the first of LEVELS at which something is found; their number where nothing is."""
    small = {word.forms for word in question.words if word.is_small}
    groups = [forms for forms in _forms(question, combination) if forms not in small] or list(
        _forms(question, combination)
    )
    for level, parts in enumerate(LEVELS):
        unions = [
            BitMap.union(
                NOTHING,
                *(
                    ids[field, form]
                    for part in parts
                    for form in forms
                    if (field := f"{kind}.{part}", form)[0] and (field, form) in ids
                ),
            )
            for forms in groups
        ]
        if reduce(and_, unions):
            return level
    return len(LEVELS)


def is_known(word, vocabulary):
    """Whether somebody has written a word, or one that begins so where it may be unfinished."""
    return any(form in vocabulary for form in word.forms) or bool(word.starts)
