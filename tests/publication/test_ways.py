"""The ways of films: what a film posts of them, and what workers hold when they change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from catalogue.models import Page
from catalogue.publication.documents.film import FILM
from catalogue.publication.index.matches import Matches
from catalogue.publication.index.ways import Ways
from catalogue.publication.posting_rows import Value
from catalogue.publication.publish import publish
from tests.makers import make_film, make_offer, make_version

HELD = {"language": ["fr", "en"], "use": ["home", "unknown"]}
NAMES = st.sampled_from(["0", "a", "b1", "ff", "ffffffffffffffff"])


def held_by(way):
    """What a way holds never changes: it is its name."""
    return {field: values[: 1 + int(way, 16) % 2] for field, values in HELD.items()}


@given(st.lists(st.dictionaries(NAMES, st.sets(st.integers(0, 50), max_size=6)), max_size=5))
def test_ways_that_have_changed_are_those_made_anew(steps):
    ways, now = Ways(), {}
    for step in steps:
        ways = ways.changed({way: Value(BitMap(films), held_by(way)) for way, films in step.items()})
        now |= step
    for field, values in HELD.items():
        for value in values:
            expected = {film for way, films in now.items() if value in held_by(way)[field] for film in films}
            assert set(ways.films(ways.holding(field, [value]))) == expected
            met = ways.values(field, BitMap(range(10_000)), None)
            assert set(met.ids(value)) == expected
            for among in ({*range(0, 50, 2)}, {7}):
                assert dict(met.counts(Matches(BitMap(among)))).get(value, 0) == len(expected & among)
    both = ways.meeting([("language", ["fr", "en"], True), ("use", ["unknown"], False)])
    assert set(ways.films(both)) == {f for way, films in now.items() if int(way, 16) % 2 for f in films}


@pytest.mark.django_db
def test_a_film_has_a_term_for_each_different_way():
    film = make_film("Users", published=False)
    versions = [make_version(film, spoken=["en"], subtitles=[code]) for code in ("fr", "de", "de")]
    make_offer(film, "dvd", version=versions[0])
    make_offer(film, "vod", use="home", availability="available")
    publish(film)
    document = Page.objects.get(kind="film").document
    ways = [held for field, _value, held in FILM.terms(document, date.today()) if field == "way"]
    shown = {
        (*way["subtitles"], *way["support"], *way["use"], *way["available"], *way["territory"])
        for way in ways
    }
    assert shown == {
        ("fr", "dvd", "unknown", "unknown", "unknown"),
        ("fr", "vod", "home", "today", "unknown"),
        ("de", "vod", "home", "today", "unknown"),
    }


@pytest.mark.django_db
def test_a_document_of_before_names_the_version_of_an_offer_by_its_label():
    film = make_film("Users", published=False)
    versions = [make_version(film, spoken=["en"], subtitles=[code]) for code in ("fr", "de")]
    make_offer(film, "dvd", version=versions[1])
    publish(film)
    document = Page.objects.get(kind="film").document
    now = [*FILM.terms(document, date.today())]
    for key in ("version_id", "everywhere"):
        del document["offers"][0][key]
    assert [*FILM.terms(document, date.today())] == now
