"""What a test asks for decides in which passes it runs, and what a module shares stays as it is."""

import pytest

from catalogue.models import Film
from tests.makers import make_film


@pytest.fixture
def marks(request):
    return {mark.name for mark in request.node.iter_markers()} - {"parametrize"}


@pytest.fixture(scope="module")
def users(shared_rows):
    with shared_rows(make_film, "Users") as film:
        yield film


def test_a_test_that_does_not_ask_for_the_database_cannot_reach_it_and_runs_once(marks):
    assert marks == set()
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Film.objects.exists()


def test_a_test_that_asks_for_the_database_runs_on_both(db, marks):
    assert marks == {"database"}
    assert not Film.objects.exists()


@pytest.mark.django_db
def test_so_does_one_that_is_marked_to_meet_it(marks):
    assert marks == {"database", "django_db"}


@pytest.mark.parametrize("_time", [1, 2])
def test_what_a_module_shares_stays_and_what_a_test_writes_goes(users, db, _time):
    assert [*Film.objects.all()] == [users]
    make_film("Norilsk")
