"""What a film lacks is said before it comes onto the site; what forbids that can be set aside, with a reason."""

import pytest

from catalogue import publishing_checks
from catalogue.models import Film, Job, Page, PublishedAnyway, Still, Text
from catalogue.publication import background
from catalogue.publication.publish import later, publish
from tests.makers import make_film, make_text, make_version

from .conftest import form_data, messages_of

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/film/"


def change(film):
    return f"{LIST}{film.pk}/change/"


def failing(film):
    return [check.name for check in publishing_checks.failing(Film, [film.pk])[film.pk]]


def is_on_the_site(film):
    return Page.objects.filter(kind="film", object_id=film.pk).exists()


def test_each_check_says_what_is_missing(django_assert_num_queries):
    bare = make_film("Users", published=False)
    whole = make_film(
        "Norilsk",
        2001,
        ["FR"],
        ["Ada"],
        short_summary_fr="Court.",
        short_summary_en="Short.",
        running_time=80,
        published=False,
    )
    make_version(whole, spoken=["fr"])
    assert failing(bare) == [
        *["director", "year", "country", "version", "summary_fr", "summary_en", "running_time"]
    ]
    assert failing(whole) == []
    Still.objects.create(film=whole, image="a.png", text_fr="Un lac.")
    Film.objects.filter(pk=whole.pk).update(cover="a.png", cover_text_fr="Un lac.")
    make_film("norilsk", 2001, published=False)
    assert failing(whole) == ["cover_text", "cover_credit", "still_text", "still_credit", "double"]
    Film.objects.filter(pk=bare.pk).update(year_is_unknown=True)
    with django_assert_num_queries(1):
        assert "year" not in failing(bare)


def test_a_title_alone_is_saved_and_held_back_until_an_editor_says_why(editor):
    film = make_film("Users", published=False)
    data = form_data(editor, change(film), title="Mine", _publish="1")
    answer = editor.post(change(film), data, follow=True)
    film.refresh_from_db()
    assert (film.title, film.published_at) == ("Mine", None)
    page = answer.content.decode()
    for link in ('href="#credits-group"', 'href="#id_year"', 'href="#id_short_summary_en"'):
        assert link in page
    editor.post(change(film), data | {"publish_anyway": "Nobody has signed it."})
    assert is_on_the_site(film)
    kept = PublishedAnyway.objects.get()
    assert (kept.user.username, kept.why, kept.checks) == (
        "editor",
        "Nobody has signed it.",
        ["director", "year"],
    )
    assert publishing_checks.forbidding(Film, [film.pk]) == {}


def test_what_was_set_aside_once_is_not_asked_for_again():
    film = make_film("Users", published=False)
    PublishedAnyway.objects.create(kind="film", object_id=film.pk, why="Lost.", checks=["director"])
    assert [check.name for check in publishing_checks.forbidding(Film, [film.pk])[film.pk]] == ["year"]
    PublishedAnyway.objects.create(kind="film", object_id=film.pk, why="Lost.", checks=["year"])
    assert publishing_checks.forbidding(Film, [film.pk]) == {}


def test_what_only_warns_is_published_and_told_with_links(editor):
    film = make_film("Users", 2001, directors=["Ada"], published=False)
    data = form_data(editor, change(film), _publish="1")
    told = " ".join(messages_of(editor.post(change(film), data, follow=True)))
    assert "Still missing: <a href=" in told
    assert f'{change(film)}#film_countries-group">No country</a>' in told
    assert is_on_the_site(film)


def test_what_is_on_the_site_is_corrected_without_being_held_back(editor):
    film = make_film("Users")
    editor.post(change(film), form_data(editor, change(film), title="Mine", _publish="1"))
    assert Page.objects.get(kind="film").document["title"] == "Mine"


def test_lists_publish_what_nothing_forbids_and_name_the_rest(editor):
    bare = make_film("Bare", published=False)
    film = make_film("Users", 2001, directors=["Ada"], published=False)
    data = {"action": "publish_selected", "_selected_action": [bare.pk, film.pk]}
    told = messages_of(editor.post(LIST, data, follow=True))
    assert f'<a href="{change(bare)}?checks=1">Bare</a> (No director, No year)' in told[0]
    assert (is_on_the_site(bare), is_on_the_site(film)) == (False, True)


def test_a_job_reports_what_it_does_not_publish_and_leaves_its_texts(editor):
    bare = make_film("Bare", published=False)
    text = make_text(bare, "Une note.", published=False)
    film = make_film("Users", 2001, directors=["Ada"], published=False)
    job = later(Job.Action.PUBLISH, [(obj.kind, obj.pk) for obj in (bare, film, text)])
    background.work_off()
    job.refresh_from_db()
    assert (job.done, job.refusals.get().reasons) == (1, ["director", "year"])
    page = editor.get(f"/admin/catalogue/job/{job.pk}/change/").content.decode()
    assert "1 page left as it was" in page
    assert "No director, No year" in page
    assert not Text.objects.published().exists()


def test_imports_and_commands_publish_without_checks():
    film = make_film("Users", published=False)
    publish(film)
    assert is_on_the_site(film)
