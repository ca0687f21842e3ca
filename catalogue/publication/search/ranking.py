"""The order of the first of what a question finds, by reading their titles; and what title a film was found by."""

import itertools
import re

from .words import key, parts_of, read, titles_of

SIGNS_AROUND = re.compile(r"^\W+|\W+$")
FAR = 8  # words between two that are as good as anywhere
# How much a title is the question: letter by letter, as the search reads it, but for an article, a part of it, not.
WRITTEN, EXACT, BARE, PART, OTHER = range(5)


def titles_shown(kind, card):
    """Return the titles or names of a page, as its card has them, the first one first."""
    if kind == "film":
        return [
            card["title"],
            card["original_title"],
            *(other["title"] for other in card.get("other_titles", ())),
        ]
    if kind in ("selection", "page"):
        return list(card["title"].values())
    if kind == "text":
        return [card["heading"]]
    return [card["name"], card.get("full_name") or ""]


def rank(titles, question):
    """Return how well the best of some titles answers a question, a tuple: the less the better."""
    found = [(*_rank(title, question), place) for place, title in enumerate(titles) if title]
    return min(found, default=(OTHER,))


def goes_on(titles, start):
    """Return whether a word of some titles begins so."""
    words = (form for title in titles if title for word in read(title) for form in (*word.forms, *word.also))
    return any(form.startswith(start) for form in words)


def found_by(titles, question):
    """Return the title that answers a question where the first one does not say why the page was found, else None."""
    titles = [title for title in titles if title]
    held = [_held(read(title), question) for title in titles]
    best = max(held, default=0)
    return titles[held.index(best)] if best and held[0] < best else None


def _rank(title, question):
    places = [_places(read(title), word) for word in question.words]
    held = [found for found, _is_whole in places if found]
    unfinished = sum(bool(found) and not is_whole for found, is_whole in places)
    return (
        _exactness(title, question),
        len(places) - len(held),
        unfinished,
        sum(_distance(left, right) for left, right in itertools.pairwise(held)),
        held[0][0] if held else FAR,
        len(read(title)),
    )


def _exactness(title, question):
    whole, *bare = titles_of(title)
    if not question.whole:
        return OTHER
    if key(whole) == question.whole[0]:
        return WRITTEN if _bare(title) == _bare(question.phrase) else EXACT
    if {key(form) for form in (whole, *bare)} & {*question.whole}:
        return BARE
    keys = {key(form) for part in parts_of(title) for form in titles_of(part)}
    return PART if keys & {*question.whole} else OTHER


def _bare(title):
    return SIGNS_AROUND.sub("", title).casefold()


def _places(words, asked):
    """Return ([where a word stands in a title], whether it stands there as it was asked)."""
    whole = [place for place, word in enumerate(words) if {*word.forms, *word.also} & {*asked.forms}]
    if whole:
        return whole, True
    longer = {*asked.starts}
    return [place for place, word in enumerate(words) if {*word.forms, *word.also} & longer], False


def _held(words, question):
    return sum(bool(_places(words, asked)[0]) for asked in question.words)


def _distance(left, right):
    """How far two words of a question stand apart in a title: 0 side by side in this order."""
    return min(
        min(abs(after - before) - 1, FAR) + (after < before) if after != before else FAR
        for before in left
        for after in right
    )
