"""A question: the words that somebody has typed, each with what stands for it in the vocabulary."""

import itertools
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

import snowballstemmer

from .fields import FIRST, NAMES, TEXT, TITLE, TITLED, WHOLE
from .words import SMALL, asked, key, titles_of

MOST_WORDS = 12  # of a question; a longer one is cut
LONGEST = 200  # letters of a question
MOST_STARTS = 30  # words that an unfinished one may become
MOST_STEMS = 12  # other forms of a word
PART = 3  # letters of each of two words that are written as one
STEMMERS = tuple(snowballstemmer.stemmer(language) for language in ("french", "english"))
# Letters of a word that may have other forms, and of an unfinished one that is looked for in texts.
STEMMED = 4


@dataclass(frozen=True)
class Asked:
    """A word of a question.

    `forms` mean the same, `starts` are the most frequent of the words that an unfinished one may become, `is_cut`
    whether there are more; `stems` are other forms of it, `apart` the two words that it may be.
    """

    forms: tuple
    starts: tuple = ()
    is_cut: bool = False
    stems: tuple = ()
    apart: tuple = ()
    is_written: bool = False  # whether some page holds it

    @property
    def plain(self):
        return self.forms[0]

    @property
    def is_known(self):
        """Whether some page holds it, what it may become, or the two words that it may be."""
        return bool(self.is_written or self.starts or self.apart)

    @property
    def is_small(self):
        return self.plain in SMALL


@dataclass(frozen=True)
class Question:
    """What is looked for. `whole` are the keys of titles that are just this; `joined` gives, for two words that follow
    each other, the one that they may be: {place of the first: word}."""

    phrase: str
    words: tuple
    whole: tuple
    joined: dict
    is_cut: bool = False  # whether there were more words

    @cached_property
    def telling(self):
        """The places of the words that have to be found everywhere: small ones only where there are no others."""
        places = [place for place, word in enumerate(self.words) if not word.is_small]
        return places or list(range(len(self.words)))

    def keys(self, kinds, vocabulary, in_texts=True):
        """Return the (field, value) of all postings that answer it, but for those that the vocabulary does not know."""
        found = defaultdict(set)
        for place, word in enumerate(self.words):
            for form in (*word.forms, *word.starts, *word.stems):
                is_start = form in word.starts and len(word.plain) < STEMMED
                for field in vocabulary.magnitudes(form):
                    kind, _dot, part = field.partition(".")
                    if kind in kinds and (part != TEXT or (in_texts and not is_start)):
                        found[field].add(form)
                        if part == TITLE and place == 0 and kind in TITLED:
                            found[f"{kind}.{FIRST}"].add(form)
        for form in (*self.joined.values(), *(part for word in self.words for part in word.apart)):
            for field in vocabulary.magnitudes(form):
                kind, _dot, part = field.partition(".")
                if kind in kinds and part in (TITLE, NAMES):
                    found[field].add(form)
        for kind in {*kinds} & {*TITLED}:
            found[f"{kind}.{WHOLE}"].update(self.whole)
        return [(field, value) for field, values in found.items() for value in values]


def question(phrase, vocabulary, starts=MOST_STARTS, stems=MOST_STEMS):
    """Return the Question of a phrase."""
    phrase = "".join(sign if sign.isprintable() else " " for sign in phrase)
    phrase = " ".join(phrase[:LONGEST].split())
    read = asked(phrase)
    words = read[:MOST_WORDS]
    last = len(words) - 1
    return Question(
        phrase,
        tuple(
            _asked(word.forms, vocabulary, starts * (place == last), stems)
            for place, word in enumerate(words)
        ),
        tuple(dict.fromkeys(found for form in titles_of(phrase) if (found := key(form)))),
        {
            place: joined
            for place, (left, right) in enumerate(itertools.pairwise(words))
            if (joined := left.forms[0] + right.forms[0]) in vocabulary
        },
        len(read) > MOST_WORDS,
    )


def _asked(forms, vocabulary, starts, stems):
    word = forms[0]
    longer = vocabulary.beginning(word, starts) if starts and len(word) > 1 else []
    is_written = any(form in vocabulary for form in forms)
    return Asked(
        forms,
        tuple(longer),
        bool(starts) and (len(longer) == starts or len(word) == 1),
        _stems(word, vocabulary, stems) if stems else (),
        () if is_written else _apart(word, vocabulary),
        is_written,
    )


def _apart(word, vocabulary):
    """The two words that one may be which nobody has written: those of which the rarer one is the most frequent."""
    cuts = ((word[:place], word[place:]) for place in range(PART, len(word) - PART + 1))
    found = [cut for cut in cuts if cut[0] in vocabulary and cut[1] in vocabulary]
    return max(found, key=lambda cut: min(map(vocabulary.frequency, cut)), default=())


def _stems(word, vocabulary, most):
    """Other words of one stem, in French or in English: never what only the two together make one."""
    if len(word) < STEMMED or not word.isalpha() or not word.isascii():
        return ()
    found = []
    for stemmer in STEMMERS:
        stem = _stem(stemmer, word)
        others = vocabulary.beginning(stem[:-1] if len(stem) > STEMMED else stem, most * 10)
        found += [other for other in others if other != word and _stem(stemmer, other) == stem][:most]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=50_000)
def _stem(stemmer, word):
    return stemmer.stemWord(word)
