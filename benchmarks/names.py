"""Invented words and names, the same each time; codes of real ones, the most frequent first."""

import random
from bisect import bisect

GENRES = (
    "Documentaire Fiction Animation Essai Comédie Drame Expérimental Policier Musical Guerre Western".split()
)
LANGUAGES = (
    "fr en es de it pt ar ja ru zh pl cs nl sv da el tr fa he hi ko hu ro fi no uk ka bg wo zxx".split()
)
FIRST_COUNTRIES = "FR US GB DE IT JP IN ES CA BE CH BR SUHH AR MX PL CN SE CSHH PT".split()
SUPPORTS = "vod dvd svod dcp bluray 35mm file vod_purchase 16mm".split()
CREW = ["writer", "cinematographer", "editor", "composer", "sound_recordist", "producer"]
MAKING = ["producer", "co_producer", "delegate_producer", "broadcaster", "distributor", "funder"]
CONSONANTS = "b c d f g j l m n p r s t v br ch cl cr dr fl gr pl pr qu st tr".split()
VOWELS = "a e i o u é è ou an on in eau ai".split()
LONGER = [300, 8_000, 22_000]  # from which word on there is one syllable more
ARTICLES = ["Le", "La", "Les", "Un", "Une", "The", "A"]
FORMS = ["Films", "Les Productions", "Atelier", "Studio", "Coopérative", "Cinéma"]


def invented(count, seed):
    """Return different words of one to four syllables, short ones first, as the frequent ones are."""
    chance, words = random.Random(seed), {}  # noqa: S311 - nothing here is secret
    while len(words) < count:
        syllables = 1 + bisect(LONGER, len(words))
        word = "".join(
            chance.choice(CONSONANTS) + chance.choice(VOWELS) for _syllable in range(syllables)
        ) + chance.choice(["", "", "s", "r", "l"])
        words[word] = None
    return list(words)


WORDS = invented(30_000, "words")
FIRST_NAMES = [word.capitalize() for word in invented(900, "first names")[300:]]
LAST_NAMES = [word.capitalize() for word in invented(9_000, "last names")[3_000:]]


def person(number):
    """The name of the nth person; no two are the same."""
    turn, first = divmod(number, len(FIRST_NAMES))
    return f"{FIRST_NAMES[first]} {LAST_NAMES[turn * 4_799 % len(LAST_NAMES)]}"


def company(number):
    turn, word = divmod(number, len(WORDS))
    return f"{FORMS[turn]} {WORDS[word * 7_919 % len(WORDS)].capitalize()}"
