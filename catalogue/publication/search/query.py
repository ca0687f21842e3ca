"""A question: the words that somebody has typed, each with what stands for it in the vocabulary."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import snowballstemmer

from .fields import FIRST, NAMES, TEXT, TITLE, WHOLE
from .words import SMALL, asked, key, titles_of

MOST_WORDS = 12  # of a question; a longer one is cut
LONGEST = 200  # letters of a question
MOST_STARTS = 30  # words that an unfinished one may become
MOST_STEMS = 12  # other forms of a word
STEMMERS = tuple(snowballstemmer.stemmer(language) for language in ("french", "english"))
STEMMED = 4  # letters of a word that may have other forms, and of an unfinished one that is looked for in texts


@dataclass(frozen=True)
class Asked:
    """A word of a question. `forms` mean the same, `starts` are longer words, `stems` other forms of it."""

    forms: tuple
    starts: tuple = ()
    stems: tuple = ()

    @property
    def plain(self):
        return self.forms[0]

    @property
    def is_small(self):
        return self.plain in SMALL

    @property
    def can_be_misspelled(self):
        return self.plain.isascii() and self.plain.isalpha()


@dataclass(frozen=True)
class Question:
    """What is looked for. `whole` are the keys of titles that are just this; `joined` tells of two words that follow
    each other the one that they may be: {place of the first: word}."""

    phrase: str
    words: tuple
    whole: tuple
    joined: dict
    cut: bool = False  # whether there were more words

    @cached_property
    def telling(self):
        """The places of the words that have to be found everywhere: small ones only where there are no others."""
        places = [place for place, word in enumerate(self.words) if not word.is_small]
        return places or list(range(len(self.words)))

    def without(self, place):
        """Return the same without a word."""
        words = tuple(word for other, word in enumerate(self.words) if other != place)
        return replace(self, words=words, whole=(), joined={})

    def keys(self, kinds, vocabulary, in_texts=True):
        """Return the (field, value) of all postings that answer it, but for those that the vocabulary does not know."""
        found = defaultdict(set)
        for place, word in enumerate(self.words):
            for form in (*word.forms, *word.starts, *word.stems):
                is_start = form in word.starts and len(word.plain) < STEMMED
                for field in vocabulary.fields(form):
                    kind, _dot, part = field.partition(".")
                    if kind in kinds and (part != TEXT or (in_texts and not is_start)):
                        found[field].add(form)
                        if part == TITLE and place == 0:
                            found[f"{kind}.{FIRST}"].add(form)
        for word in self.joined.values():
            for field in vocabulary.fields(word):
                kind, _dot, part = field.partition(".")
                if kind in kinds and part in (TITLE, NAMES):
                    found[field].add(word)
        for kind in kinds:
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
            Asked(
                word.forms,
                _starts(word.forms[0], vocabulary, starts) if place == last else (),
                _stems(word.forms[0], vocabulary, stems) if stems else (),
            )
            for place, word in enumerate(words)
        ),
        tuple(dict.fromkeys(found for form in titles_of(phrase) if (found := key(form)))),
        {
            place: joined
            for place, (left, right) in enumerate(zip(words, words[1:], strict=False))
            if (joined := left.forms[0] + right.forms[0]) in vocabulary
        },
        len(read) > MOST_WORDS,
    )


def _starts(word, vocabulary, most):
    return tuple(vocabulary.beginning(word, most)) if len(word) > 1 or not word.isascii() else ()


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
