"""What is popular is computed from the daily views of thirty days, and from nothing else."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.models import DailyViews, Film
from catalogue.publication.state import state_and
from catalogue.readership import popularity
from tests.makers import make_film

pytestmark = pytest.mark.django_db

TODAY = date(2024, 5, 31)


def popular():
    return popularity.films(state_and(popularity.COLUMN)[1])


def test_nothing_is_popular_before_anything_was_counted():
    make_film("Users")
    assert popular() == []
    popularity.compute(TODAY)
    assert popular() == []


@pytest.mark.parametrize(("days_ago", "counts"), [(0, True), (29, True), (30, False), (-1, False)])
def test_the_last_thirty_days_are_today_and_the_29_before(days_ago, counts):
    film = make_film("Users")
    DailyViews.objects.create(film=film, day=TODAY - timedelta(days=days_ago), count=3)
    popularity.compute(TODAY)
    assert popular() == ([film.pk] if counts else [])


def test_days_without_readers_make_nothing_popular():
    DailyViews.objects.create(film=make_film("Users"), day=TODAY, count=0)
    popularity.compute(TODAY)
    assert popular() == []


def test_the_most_read_hundred_are_kept():
    make_film("Users")
    films = Film.objects.bulk_create(Film(title=f"Film {n}", slug=f"film-{n}") for n in range(120))
    DailyViews.objects.bulk_create(
        DailyViews(film=film, day=TODAY, count=n + 1) for n, film in enumerate(films)
    )
    popularity.compute(TODAY)
    assert popular() == [film.pk for film in reversed(films[20:])]


def test_computing_again_forgets_what_is_no_longer_read():
    film = make_film("Users")
    DailyViews.objects.create(film=film, day=TODAY, count=3)
    for day, expected in ((TODAY, [film.pk]), (TODAY + timedelta(days=30), [])):
        popularity.compute(day)
        assert popular() == expected


class TestOrder(TestCase):
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        views=st.dictionaries(
            st.tuples(st.integers(0, 4), st.integers(0, 35)), st.integers(0, 20), max_size=20
        )
    )
    def test_films_stand_by_the_sum_of_their_days_the_earlier_film_first_among_equals(self, views):
        make_film("Users")
        films = Film.objects.bulk_create(Film(title=f"Film {n}", slug=f"film-{n}") for n in range(5))
        DailyViews.objects.bulk_create(
            DailyViews(film=films[film], day=TODAY - timedelta(days=days), count=count)
            for (film, days), count in views.items()
        )
        popularity.compute(TODAY)
        sums = dict.fromkeys(range(5), 0)
        for (film, days), count in views.items():
            sums[film] += count if days < 30 else 0
        expected = sorted((n for n in sums if sums[n]), key=lambda n: (-sums[n], n))
        assert popular() == [films[n].pk for n in expected]
