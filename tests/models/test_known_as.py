"""Finding again what bears a name: accents, case and apostrophes aside, and nothing that does not bear it."""

import pytest

from catalogue.models import Company, Film, Person
from catalogue.publication.publish import publish

pytestmark = pytest.mark.django_db


def test_names_are_found_again_however_they_are_typed():
    film = Film.objects.create(title="L’Été", original_title="Suvi")
    film.other_titles.create(title="Le Temps des cerises", language="fr")
    for name in ("L'ETE", "suvi", "LE TEMPS DES CERISES"):
        assert [*Film.objects.known_as(name)] == [film]
        assert [*Film.objects.filter(year=1900).known_as(name)] == []


@pytest.mark.once  # PostgreSQL plans by how many rows there are, and here are few
def test_films_that_bear_a_name_are_found_by_their_keys_whatever_the_planner_knows():
    plan = Film.objects.known_as("Suvi").order_by().explain()
    assert plan.count("folded_title=?") == 2
    assert plan.count("folded_original_title=?") == 1
    # With statistics of many films, the whole table is read for conditions that are joined by OR.
    assert not any(word in plan for word in ("SCAN", " OR"))


@pytest.mark.parametrize("name", ["?", "…"])
def test_a_name_without_a_letter_is_found_to_the_letter_only(name):
    for title in ("Users", name):
        Film.objects.create(title=title)
        Company.objects.create(name=title)
        Person.objects.create(name=title)
    assert [film.title for film in Film.objects.known_as(name)] == [name]
    assert [company.name for company in Company.objects.named(name)] == [name]
    assert [person.name for person in Person.objects.named(name)] == [name]


def test_saving_what_was_read_before_it_was_published_does_not_take_it_off_the_site():
    film = Film.objects.create(title="Users")
    publish(film)
    film.year = 2021
    film.save()
    film.refresh_from_db()
    assert film.published_at is not None
    assert film.has_changes
