"""The postings of the search: what of a page a word stands in.

`film.title`, `person.title`… hold words, `….first` the first words of titles, `….whole` titles as `words.key` makes
them.
"""

SEARCHED = ("film", "person", "company", "text", "selection", "page")
TITLE, FIRST, WHOLE, NAMES, TEXT = "title", "first", "whole", "names", "text"
# Of which whole titles are looked for; names come in any order.
TITLED = ("film", "company", "text", "selection", "page")
WITHOUT_NAMES = ("company", "page")  # beside their titles
# Sixteen at most: workers hold what is found in all of them in one number (see `index.vocabulary`).
WORD_FIELDS = tuple(
    f"{kind}.{part}"
    for kind in SEARCHED
    for part in (TITLE, NAMES, TEXT)
    if part != NAMES or kind not in WITHOUT_NAMES
)
COMPLETENESS = "film.completeness"  # how much a film’s page says, from 0 to 5
SEARCH_FIELDS = {
    COMPLETENESS,
    *WORD_FIELDS,
    *(f"{kind}.{part}" for kind in SEARCHED for part in (FIRST, WHOLE)),
}
LARGEST = 15


def magnitude(ids):
    """Return how frequent a word is with these pages: 0 for none, 1 for one, 2 for up to three… 15 for very many.

    Workers hold it for every word; a publication reports it only when it changes.
    """
    return min(len(ids).bit_length(), LARGEST)
