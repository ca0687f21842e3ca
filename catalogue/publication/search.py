"""The search: which words find a film, and what a phrase finds."""

from pyroaring import BitMap

from catalogue.folding import words

from .index.reading import read_ids

FIELDS = ("word_title", "word_people", "word_text")  # what a word stands in, best first
LONGEST = 150  # letters of a word


def word_terms(film):
    """Yield (field, word) for all that finds a film by its words, from its document."""
    titles = [film["title"], film["original_title"], *(other["title"] for other in film["other_titles"])]
    people = [
        name
        for credit in [*film["credits"], *film["companies"]]
        for row in credit.get("people") or credit.get("companies")
        for name in (row["name"], row.get("credited_as") or "")
    ]
    texts = [*film["short_summary"].values(), *film["synopsis"].values()]
    for field, found in zip(FIELDS, (titles, people, texts), strict=True):
        for word in words(" ".join(found)):
            yield field, word[:LONGEST]


def matching(phrase):
    """Return the films that a phrase finds, best first: [all words in titles, … or names, … or texts].

    Each bitmap holds what the ones before it do not; one query whatever the phrase. A phrase without a word to look
    for ("the") finds nothing.
    """
    wanted = words(phrase)
    found = read_ids([(name, word) for name in FIELDS for word in wanted])
    tiers, seen = [], BitMap()
    for depth in range(1, len(FIELDS) + 1):
        by_word = [BitMap.union(BitMap(), *(found[name, word] for name in FIELDS[:depth])) for word in wanted]
        films = BitMap.intersection(*by_word) if by_word else BitMap()
        tiers.append(films - seen)
        seen |= films
    return tiers
