"""The words that a worker holds: what begins so, what is spelled much alike, and what a publication changes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from catalogue.publication.index.vocabulary import Vocabulary
from catalogue.publication.search.fields import WORD_FIELDS

WORDS = st.text("abcdé1", min_size=1, max_size=6)
ROWS = st.dictionaries(st.tuples(st.sampled_from(WORD_FIELDS), WORDS), st.integers(0, 15), max_size=25)


def vocabulary_of(rows):
    return Vocabulary.of((field, word, size) for (field, word), size in rows.items())


def held(vocabulary):
    return {(field, word): size for word in vocabulary for field, size in vocabulary.magnitudes(word).items()}


def by_word(rows):
    found = {}
    for (field, word), size in rows.items():
        found.setdefault(word, {})[field] = size
    return found


@given(rows=ROWS)
def test_it_holds_what_it_was_made_of(rows):
    vocabulary = vocabulary_of(rows)
    assert held(vocabulary) == {key: size for key, size in rows.items() if size}
    assert {word for _field, word in held(vocabulary)} == set(vocabulary)
    assert all(word in vocabulary for word in vocabulary)


@given(before=ROWS, changes=ROWS, start=WORDS, asked=WORDS)
def test_what_has_changed_is_as_if_it_had_been_so_from_the_first(before, changes, start, asked):
    changed = vocabulary_of(before).changed(by_word(changes))
    for same in (changed, changed.packed_anew()):
        anew = vocabulary_of(before | changes)
        assert held(same) == held(anew)
        assert same.beginning(start, 3) == anew.beginning(start, 3)
        assert same.alike(asked, 2, 5) == anew.alike(asked, 2, 5)


@given(rows=ROWS, first=ROWS, second=ROWS)
def test_what_changes_while_it_is_packed_stays(rows, first, second):
    former = vocabulary_of(rows).changed(by_word(first))
    later = former.changed(by_word(second))
    assert held(later.onto(former.packed_anew(), former)) == held(later)


@given(rows=ROWS, start=WORDS, most=st.integers(1, 9))
def test_words_that_begin_so_are_the_most_frequent_ones(rows, start, most):
    vocabulary = vocabulary_of(rows)
    longer = [word for word in vocabulary if word.startswith(start) and word != start]
    longer.sort(key=lambda word: (-vocabulary.frequency(word), word))
    assert vocabulary.beginning(start, most) == longer[:most]


@given(rows=ROWS, asked=WORDS, slips=st.integers(1, 2))
def test_words_that_are_alike_are_all_that_so_many_slips_make(rows, asked, slips):
    vocabulary = vocabulary_of(rows)
    found = vocabulary.alike(asked, slips, 1000)
    distances = {word: OSA.distance(asked, word) for word in vocabulary}
    assert {word: cost for cost, word in found} == {
        word: distance for word, distance in distances.items() if 0 < distance <= slips
    }
    assert [cost for cost, _word in found] == sorted(cost for cost, _word in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tarkovksi", "tarkovski"), ("godfahter", "godfather"), ("samurai", "samourai"), ("citizn", "citizen")],
)
def test_a_slip_of_the_finger_is_one(typed, meant):
    assert vocabulary_of({("film.title", meant): 1}).alike(typed, 1, 1) == [(1, meant)]


def test_an_unfinished_word_may_hold_a_slip_too():
    vocabulary = vocabulary_of({("film.title", "samourais"): 1})
    assert vocabulary.alike("samurai", 1, 1) == []
    assert vocabulary.alike("samurai", 1, 1, unfinished=True) == [(1, "samourais")]
