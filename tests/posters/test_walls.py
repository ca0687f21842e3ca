"""Posters side by side, as lists of the demonstration show them."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

from catalogue.folding import fold
from catalogue.posters.poster import family_of
from catalogue.posters.subject import Film

WALL = 12  # films


@pytest.fixture(scope="module")
def films():
    rows = json.loads(Path(settings.BASE_DIR, "fixtures/films.json").read_text())
    fields = {row["pk"]: row["fields"] for row in rows if row["model"] == "catalogue.film"}
    return [
        Film(pk, film["title"], "", (), film["year"], ())
        for pk, film in fields.items()
        if film.get("poster_style", "") != "sober"
    ]


def test_no_family_draws_more_than_a_tenth_of_the_films(films):
    _family, most = Counter(family_of(film) for film in films).most_common(1)[0]
    assert most <= len(films) / 10


@pytest.mark.parametrize(
    "order",
    [lambda film: fold(film.title), lambda film: (film.year or 0, fold(film.title)), lambda film: -film.id],
    ids=["alphabet", "year", "newest"],
)
def test_a_wall_of_twelve_rarely_repeats_a_family(films, order):
    """On average, two posters of a wall or fewer are of a family that another one has."""
    families = [family_of(film) for film in sorted(films, key=order)]
    walls = [len(set(families[at : at + WALL])) for at in range(len(families) - WALL + 1)]
    assert sum(walls) / len(walls) >= WALL - 2.5
    assert min(walls) >= WALL / 2
    assert sum(one == other for one, other in pairwise(families)) <= len(families) / 20
