"""Publishing asks a fixed number of queries, whatever names a page shows and however many pages show a name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.models import Credit, Genre, Person
from catalogue.publication import background
from catalogue.publication import publish as publishing
from catalogue.publication.publish import publish, publish_vocabulary, unpublish
from tests.makers import make_film, make_person, make_text

pytestmark = pytest.mark.django_db


def queries(work, *arguments):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        work(*arguments)
    return len(asked)


def film_with_names(title, count):
    """A film that shows so many names, all of them published, and as many texts."""
    film = make_film(title, 1990, ["FR"], [f"{title} {n}" for n in range(count)], ["ISKRA"])
    texts = [
        make_text(film, f"Note {n}.", author=make_person(f"{title} {n}"), published=False)
        for n in range(count)
    ]
    publish(*texts)
    return film


def change_of(film):
    film.year = film.year + 1
    film.save()
    return film


@pytest.mark.parametrize("work", [publish, unpublish])
def test_a_film_with_one_name_costs_what_one_with_thirty_names_costs(work):
    one, thirty = (
        change_of(film_with_names(title, count)) for title, count in (("Users", 1), ("Norilsk", 30))
    )
    assert queries(work, one) == queries(work, thirty) < 50


def test_a_film_that_is_the_first_to_show_thirty_names_costs_what_one_name_costs():
    make_film("The first of all")
    films = [make_film(title, 1990, published=False) for title in ("Users", "Norilsk")]
    for film, count in zip(films, (1, 30), strict=True):
        for number in range(count):
            Credit.objects.create(film=film, person=make_person(f"{film} {number}"), role="cast")
    one, thirty = (queries(publish, film) for film in films)
    assert (
        one <= thirty <= one + 1 < 60
    )  # SQLite takes 142 rows of postings at once, and thirty names are more words


def test_a_film_with_one_offer_costs_what_one_with_thirty_costs():
    costs = []
    for title, count in (("Users", 1), ("Norilsk", 30)):
        film = make_film(title, 1990, spoken=["en"], subtitles=["fr"], supports=["dvd"], distributor="ISKRA")
        offer, version = film.offers.get(), film.versions.get()
        for position in range(count):
            offer.pk, offer.version, offer.address = None, version, f"https://example.org/{position}"
            offer.save()
        costs.append(queries(publish, change_of(film)))
    assert costs[0] == costs[1] < 50


def test_a_person_whom_thirty_films_name_costs_what_one_film_costs():
    costs = []
    for name, count in (("Ada", 1), ("Eva", 30)):
        films = [
            make_film(f"{name} {n}", directors=[name], supports=["dvd"], published=False)
            for n in range(count)
        ]
        publish(*films)
        person = Person.objects.get(name=name)
        person.name += " B."
        person.save()
        costs.append(queries(publish, person))
    assert costs[0] == costs[1] < 40


def test_a_genre_of_thirty_films_costs_what_one_film_costs():
    costs = []
    for name, count in (("Essai", 1), ("Drame", 30)):
        publish(*[make_film(f"{name} {number}", genres=[name], published=False) for number in range(count)])
        genre = Genre.objects.get(name_fr=name)
        genre.name_fr += "s"
        genre.save()
        costs.append(queries(publish_vocabulary, genre))
    assert costs[0] == costs[1] < 40


def test_a_step_in_the_background_costs_the_same_whatever_waits(monkeypatch):
    monkeypatch.setattr(publishing, "AT_ONCE", 0)
    monkeypatch.setattr(background, "STEP", 5)
    publish(*[make_film(f"Film {number}", genres=["Essai"], published=False) for number in range(25)])
    genre = Genre.objects.get()
    genre.name_fr = "Drame"
    genre.save()
    publish_vocabulary(genre)
    background._step()  # it also writes the new label, once
    assert len({queries(background._step) for _step in range(3)}) == 1
    assert background.work_off() == 5  # the last step ends the job
