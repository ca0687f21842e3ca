"""Work in the background: its page tells how far it has come, its report what was left as it was."""

import pytest

from catalogue import history
from catalogue.admin import many
from catalogue.models import Film, Genre, Job, Page, Task
from catalogue.publication import background
from catalogue.publication import publish as publishing
from catalogue.publication.publish import later, publish, stop
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film
from tests.publication.snapshots import publication

from .conftest import form_data

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/film/"


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(many, "AT_ONCE", 2)
    monkeypatch.setattr(publishing, "AT_ONCE", 2)
    monkeypatch.setattr(background, "STEP", 2)


def drafts(count):
    return [
        make_film(f"Film {number}", 1990, directors=["Ada"], genres=["Essai"], published=False)
        for number in range(count)
    ]


def keys(films):
    return [(film.kind, film.pk) for film in films]


def test_every_film_that_is_found_is_published_by_a_job_with_its_progress(editor):
    films = drafts(5)
    data = {"action": "publish_selected", "_selected_action": [films[0].pk], "select_across": "1"}
    answer = editor.post(LIST, data)
    job = Job.objects.get()
    assert answer["Location"] == f"/admin/catalogue/job/{job.pk}/change/"
    progress = f"/admin/catalogue/job/{job.pk}/progress/"
    assert editor.get(progress).json() == {
        "position": 0,
        "total": 5,
        "words": "Waiting: 5",
        "ended": False,
    }
    background._step()
    assert editor.get(progress).json()["words"] == "2 of 5"
    background.work_off()
    assert editor.get(progress).json() == {
        "position": 5,
        "total": 5,
        "words": "Done: 5 pages.",
        "ended": True,
    }
    assert "Done: 5 pages." in editor.get("/admin/catalogue/job/").content.decode()


def test_a_job_is_stopped_between_two_steps_and_what_was_done_stays(editor):
    job = later(Job.Action.PUBLISH, keys(drafts(5)))
    background._step()
    answer = editor.post(f"/admin/catalogue/job/{job.pk}/stop/", follow=True)
    assert "Stopped: 2 pages were done before." in answer.content.decode()
    assert background.work_off() == 0
    assert Page.objects.filter(kind="film").count() == 2
    stop(job)  # again, when it has ended
    assert editor.get(f"/admin/catalogue/job/{job.pk}/stop/").status_code == 405


def test_who_does_not_publish_sees_no_job(curator):
    from django.contrib.auth.models import Group

    Group.objects.get(name="curators").permissions.filter(codename="publish").delete()
    job = later(Job.Action.PUBLISH, keys(drafts(3)))
    for address in ("", f"{job.pk}/change/", f"{job.pk}/progress/"):
        assert curator.get(f"/admin/catalogue/job/{address}").status_code == 403
    assert curator.post(f"/admin/catalogue/job/{job.pk}/stop/").status_code == 403


def test_a_genre_is_renamed_at_once_and_its_pages_follow_in_a_job(editor):
    publish(*drafts(7))
    address = f"/admin/catalogue/genre/{Genre.objects.get().pk}/change/"
    answer = editor.post(address, form_data(editor, address, name_fr="Drame", name_en="Drama"), follow=True)
    job = Job.objects.get()
    assert (job.total, job.user.username, job.subject) == (5, "editor", "Drama")
    assert f'5 pages follow in the background: <a href="/admin/catalogue/job/{job.pk}/change/' in (
        answer.content.decode()
    )
    background.work_off()
    job.refresh_from_db()
    assert job.finished_at
    pages = Page.objects.filter(kind="film")
    assert {page.document["genres"][0]["name"]["fr"] for page in pages} == {"Drame"}


@pytest.mark.parametrize("killed_before", range(4))
def test_killed_before_any_step_or_inside_one_it_ends_with_what_an_undisturbed_run_gives(
    monkeypatch, killed_before
):
    job = later(Job.Action.PUBLISH, keys(drafts(7)))
    for _step in range(killed_before):
        background._step()
    with monkeypatch.context() as patch:
        patch.setattr("catalogue.publication.writing.posting_rows.apply", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            background._step()
    background.work_off()
    job.refresh_from_db()
    assert (job.done, job.finished_at is not None, Task.objects.count()) == (7, True, 0)
    found = publication()
    publish_all()
    assert publication() == found


def test_a_field_is_changed_on_many_and_only_where_it_differs(editor):
    films = drafts(3)
    Film.objects.filter(pk=films[0].pk).update(colour="colour", has_changes=False)
    Film.objects.exclude(pk=films[0].pk).update(has_changes=False)
    job = later(Job.Action.CHANGE, keys(films), field="colour", value="colour")
    background.work_off()
    job.refresh_from_db()
    assert job.done == 2
    assert list(Film.objects.order_by("pk").values_list("colour", "has_changes")) == [
        ("colour", False),
        ("colour", True),
        ("colour", True),
    ]


def test_editors_give_many_films_a_field_at_once_and_see_how_far_it_has_come(editor):
    films = drafts(3)
    asked = {"action": "change_selected", "_selected_action": [films[0].pk], "select_across": "1"}
    page = editor.post(LIST, asked).content.decode()
    assert "3 are chosen." in page
    assert 'name="sound"' in page
    refused = editor.post(LIST, asked | {"_asked": "1", "colour": "=", "sound": "="}).content.decode()
    assert "Choose a value for one field" in refused
    answer = editor.post(LIST, asked | {"_asked": "1", "colour": "black_and_white", "sound": "="})
    job = Job.objects.get()
    assert answer["Location"] == f"/admin/catalogue/job/{job.pk}/change/"
    assert job.subject == "films, Colour: Black and white"
    background.work_off()
    assert {*Film.objects.values_list("colour", flat=True)} == {"black_and_white"}
    film = Film.objects.first()
    assert history.latest(film).changed == ["colour"]
