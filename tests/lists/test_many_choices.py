"""Of a facet with very many values the most frequent among the films left are shown, without counting them all."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from catalogue.lists.facets import SHOWN, Facets
from catalogue.lists.filters import film_filter
from catalogue.lists.query import Query
from catalogue.publication.index import packed, values
from catalogue.publication.index.columns import Column
from catalogue.publication.index.matches import Matches
from catalogue.publication.index.snapshot import Postings
from catalogue.publication.index.values import Values
from catalogue.publication.posting_rows import Value
from catalogue.publication.state import BEFORE_ALL

FILMS = st.sets(st.integers(0, 40), max_size=12)
HOLDERS = st.dictionaries(st.from_regex(r"[a-z]{1,3}", fullmatch=True), FILMS, max_size=40)
EVERYTHING = BitMap(range(41))


def values_of(holders):
    """{value: Value} of {name: films}."""
    return {name: Value(BitMap(films), {"fr": name}) for name, films in holders.items()}


def column_of(holders):
    return Column.of((name, name, "", BitMap(films)) for name, films in holders.items())


def in_each_shape(holders, before):
    """The field as workers hold it: few values, very many, and very many that were others before."""
    gone = {name: Value(BitMap(), {}) for name in before.keys() - holders.keys()}
    changed = column_of(before).changed(values_of(holders) | gone)
    return [Values({}).changed(values_of(holders)), column_of(holders), changed, changed.packed_anew()]


def facet_of(field, left):
    """The facet of producers where some films are left."""
    postings = Postings(BEFORE_ALL, {"producer": field, "all": Values(values_of({"film": EVERYTHING}))}, {})
    left = postings.all_films() if left == EVERYTHING else left
    facets = Facets(film_filter(QueryDict(), postings), left, Query("/fr/films/", {}), "fr")
    return facets.facet("producer"), facets.present("producer")


@given(holders=HOLDERS, before=HOLDERS, left=st.one_of(FILMS.map(BitMap), st.just(EVERYTHING)))
def test_the_choices_are_those_that_counting_everything_gives(holders, before, left):
    counts = {name: len(left & BitMap(films)) for name, films in holders.items() if left & BitMap(films)}
    expected = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for field in in_each_shape(holders, before):
        facet, present = facet_of(field, left)
        assert [(choice.value, choice.count) for choice in facet.choices] == expected[:SHOWN]
        assert bool(facet.more_url) == (len(expected) > SHOWN)
        assert present == len(expected)


@given(holders=HOLDERS, before=HOLDERS, left=FILMS.map(BitMap), enough=st.none() | st.integers(1, 5))
@pytest.mark.parametrize("first", [1, 1024])
@pytest.mark.parametrize("few", [0, 10**6])
def test_values_are_counted_alike_from_their_films_and_from_the_matches(
    holders, before, left, enough, first, few
):
    counts = {name: len(left & BitMap(films)) for name, films in holders.items() if left & BitMap(films)}
    expected = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "FIRST_WALKED", first)
        for module in (packed, values):
            patch.setattr(module, "FEW", few)  # everything is few, nothing is
        patch.setattr(values, "SMALL", 0)
        few_values, *columns = in_each_shape(holders, before)
        assert dict(few_values.packed_anew().counts(Matches(left))) == counts
        assert dict(few_values.packed_anew().changed(values_of(holders)).counts(Matches(left))) == counts
        for field in columns:
            assert field.counts(Matches(left), enough) == expected[: enough and enough + 1]


@given(holders=HOLDERS, before=HOLDERS, after=HOLDERS)
def test_a_field_that_has_changed_is_the_field_made_anew(holders, before, after):
    expected = {name: BitMap(films) for name, films in holders.items() if films}
    for field in in_each_shape(holders, before):
        assert {value: field.ids(value) for value in field} == expected
        assert [name for name in {*holders, *before} if name in field] == [
            name for name in {*holders, *before} if name in expected
        ]
        assert {value: field.labels(value)["fr"] for value in field} == {name: name for name in expected}
    gone = {name: Value(BitMap(), {}) for name in holders.keys() - after.keys()}
    former = column_of(before).changed(values_of(holders))
    now = former.changed(values_of(after) | gone).onto(former.packed_anew(), former)
    assert {value: now.ids(value) for value in now} == {
        value: ids for value in {*before, *holders, *after} if (ids := _last(value, after, holders, before))
    }


def _last(value, after, holders, before):
    if value in after or value in holders:
        return BitMap(after.get(value, ()))
    return BitMap(before.get(value, ()))
