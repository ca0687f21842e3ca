"""What publishing leaves for later: it is done in steps, by whichever process comes by, and lost with none."""

import pytest
from django.core.management import call_command

from catalogue import housekeeping
from catalogue.models import Film, Genre, Job, Page, Person, Task
from catalogue.publication import background, tasks
from catalogue.publication import publish as publishing
from catalogue.publication.publish import (
    later,
    publish,
    publish_vocabulary,
    unpublish,
)
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film
from tests.publication.snapshots import publication

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(publishing, "AT_ONCE", 2)
    monkeypatch.setattr(background, "STEP", 2)


def rename(genre, name):
    genre.name_fr = name
    genre.save()
    publish_vocabulary(genre)


def genres_shown():
    return [page.document["genres"][0]["name"]["fr"] for page in Page.objects.current().filter(kind="film")]


def test_a_renamed_genre_is_right_on_the_first_pages_at_once_and_on_the_others_in_steps():
    for number in range(7):
        make_film(f"Film {number}", genres=["Essai"])
    rename(Genre.objects.get(), "Drame")
    assert sorted(genres_shown()) == ["Drame"] * 2 + ["Essai"] * 5
    assert [background._step() for _step in range(3)] == [2, 2, 1]
    assert set(genres_shown()) == {"Drame"}
    found = publication()
    publish_all()
    assert publication() == found


def test_renamed_again_meanwhile_the_last_name_is_everywhere():
    for number in range(5):
        make_film(f"Film {number}", genres=["Essai"])
    rename(Genre.objects.get(), "Drame")
    background._step()
    rename(Genre.objects.get(), "Fiction")
    background.work_off()
    assert set(genres_shown()) == {"Fiction"}


def test_a_deleted_genre_leaves_all_pages():
    for number in range(5):
        make_film(f"Film {number}", genres=["Essai"])
    Genre.objects.all().delete()
    background.work_off()
    found = publication()
    assert not any(page["document"]["genres"] for page in found["pages"] if page["kind"] == "film")
    publish_all()
    assert publication() == found


def test_a_step_that_fails_is_done_again(monkeypatch):
    for number in range(5):
        make_film(f"Film {number}", genres=["Essai"])
    rename(Genre.objects.get(), "Drame")
    with monkeypatch.context() as patch:
        patch.setattr("catalogue.publication.writing.posting_rows.apply", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            background._step()
    background.work_off()
    assert set(genres_shown()) == {"Drame"}


@pytest.mark.parametrize(
    "work", [housekeeping.work, lambda: call_command("publish", "--due"), lambda: call_command("work")]
)
def test_a_worker_and_the_scheduled_command_do_what_waits(work):
    films = [make_film(f"Film {number}", 1990, directors=["Ada"], published=False) for number in range(5)]
    later(Job.Action.PUBLISH, [(film.kind, film.pk) for film in films])
    assert not Page.objects.exists()
    work()
    assert Page.objects.filter(kind="film").count() == 5
    assert Film.objects.published().count() == 5
    assert not Task.objects.exists()


def test_what_is_asked_for_last_is_done():
    films = [make_film(f"Film {number}", 1990, directors=["Ada"]) for number in range(3)]
    keys = [(film.kind, film.pk) for film in films]
    later(Job.Action.UNPUBLISH, keys)
    later(Job.Action.PUBLISH, keys[:1])
    assert tasks.waiting([Task.Action.UNPUBLISH]) == 2
    background.work_off()
    assert [page.object_id for page in Page.objects.filter(kind="film")] == [films[0].pk]


def test_what_is_asked_for_at_once_replaces_what_waits():
    films = [make_film(f"Film {number}", 1990, directors=["Ada"], published=False) for number in range(2)]
    later(Job.Action.PUBLISH, [(film.kind, film.pk) for film in films])
    unpublish(films[0])
    background.work_off()
    assert [page.object_id for page in Page.objects.filter(kind="film")] == [films[1].pk]


def test_an_object_that_is_gone_when_its_turn_comes_is_passed_over():
    films = [make_film(f"Film {number}", 1990, directors=["Ada"], published=False) for number in range(3)]
    later(Job.Action.PUBLISH, [(film.kind, film.pk) for film in films])
    films[0].delete()
    background.work_off()
    assert Page.objects.filter(kind="film").count() == 2


def test_a_person_of_many_films_may_be_renamed_and_published_between_steps():
    for number in range(6):
        make_film(f"Film {number}", directors=["Ada"])
    person = Person.objects.get()
    for name in ("Ida", "Eva"):
        person.name = name
        person.save()
        publish(person)
        background._step()
    publish(Film.objects.last())
    background.work_off()
    found = publication()
    publish_all()
    assert publication() == found
