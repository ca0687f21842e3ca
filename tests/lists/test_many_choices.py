"""Of a facet with very many values the most frequent among the films left are shown, without counting them all."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from catalogue.lists.facets import SHOWN, Facets
from catalogue.lists.filters import film_filter
from catalogue.lists.query import Query
from catalogue.publication.postings import Postings, Value

FILMS = st.sets(st.integers(0, 40), max_size=12)


def facet_of(holders, left):
    """The facet of producers where `holders` are {producer: films}, and only some films are left."""
    values = {name: Value(BitMap(films), {"fr": name}) for name, films in holders.items()}
    postings = Postings((1, None), {"producer": values}, {})
    facets = Facets(film_filter(QueryDict(), postings), BitMap(left), Query("/fr/films/", {}), "fr")
    return facets.facet("producer")


@given(holders=st.dictionaries(st.from_regex(r"[a-z]{1,3}", fullmatch=True), FILMS, max_size=40), left=FILMS)
def test_the_choices_are_those_that_counting_everything_gives(holders, left):
    counts = {name: len(films & left) for name, films in holders.items() if films & left}
    expected = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    facet = facet_of(holders, left)
    assert [(choice.value, choice.count) for choice in facet.choices] == expected[:SHOWN]
    assert bool(facet.more_url) == (len(expected) > SHOWN)
