"""What is scheduled: done at its time, once, whoever comes by; late after an outage; never what waits for a check."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from catalogue import housekeeping
from catalogue.models import Film, Page, Scheduled, Text
from catalogue.publication import scheduled
from tests.makers import make_film, make_text

pytestmark = pytest.mark.django_db
Action = Scheduled.Action


def schedule(obj, action, at, user=None):
    return Scheduled.objects.create(kind=obj.kind, object_id=obj.pk, action=action, at=at, user=user)


def on_site():
    return {(page.kind, page.object_id) for page in Page.objects.current()}


def test_it_is_done_at_its_time_not_before():
    film, now = make_film("Users", 2021, directors=["Ada"], published=False), timezone.now()
    make_text(film, "Une note.", published=False)
    user = User.objects.create_user("ada")
    schedule(film, Action.PUBLISH, now, user)
    schedule(film, Action.WITHDRAW, now + timedelta(days=2))
    assert scheduled.do_due(now - timedelta(seconds=1)) == 0
    assert on_site() == set()
    assert scheduled.do_due(now) == 1
    assert on_site() >= {("film", film.pk), ("text", Text.objects.get().pk)}
    assert LogEntry.objects.get().user == user
    assert scheduled.do_due(now) == 0
    assert scheduled.do_due(now + timedelta(days=3)) == 1
    assert {kind for kind, _pk in on_site()} == {"person"}
    assert not Scheduled.objects.exists()


def test_after_an_outage_all_of_it_is_done_in_its_order(capsys):
    begins = timezone.now() - timedelta(days=9)
    film, other = make_film("Users", 2021, directors=["Ada"], published=False), make_film("Norilsk")
    schedule(film, Action.WITHDRAW, begins + timedelta(days=1))
    schedule(film, Action.PUBLISH, begins)
    schedule(other, Action.WITHDRAW, begins)
    call_command("publish", "--due")
    assert {kind for kind, _pk in on_site()} == {"person"}
    assert not Scheduled.objects.exists()


def test_many_that_are_due_leave_the_housekeeping_its_other_work(monkeypatch):
    monkeypatch.setattr(housekeeping, "EVERY", 1e-6)
    for number in range(3):
        schedule(make_film(f"Film {number}"), Action.WITHDRAW, timezone.now())
    assert [housekeeping.work() for _time in range(3)] == [True, True, False]
    assert not on_site()


def test_what_waits_for_a_check_is_not_published_and_the_editor_is_told_why():
    film = make_film("Users", 2021, directors=["Ada"], published=False)
    Film.objects.update(to_check_since=timezone.now())
    row = schedule(film, Action.PUBLISH, timezone.now())
    assert scheduled.do_due(timezone.now()) == 0
    row.refresh_from_db()
    assert row.refused == Scheduled.Refused.WAITS_FOR_CHECK
    assert on_site() == set()
    assert not Scheduled.objects.due(timezone.now()).exists()


def test_what_a_check_forbids_is_not_published_either():
    row = schedule(make_film("A title alone", published=False), Action.PUBLISH, timezone.now())
    assert scheduled.do_due(timezone.now()) == 0
    row.refresh_from_db()
    assert row.refused == Scheduled.Refused.INCOMPLETE
    assert on_site() == set()


def test_one_that_fails_keeps_no_other_from_its_time(monkeypatch, caplog):
    first, other = make_film("Users"), make_film("Norilsk")
    row = schedule(first, Action.WITHDRAW, timezone.now() - timedelta(hours=1))
    schedule(other, Action.WITHDRAW, timezone.now())
    unpublish = scheduled.unpublish

    def fails(obj, *texts):
        if obj == first:
            raise ValueError(obj)
        unpublish(obj, *texts)

    monkeypatch.setattr(scheduled, "unpublish", fails)
    assert scheduled.do_due(timezone.now()) == 1
    row.refresh_from_db()
    assert row.refused == Scheduled.Refused.FAILED
    assert on_site() == {("film", first.pk)}
    assert "What is scheduled failed" in caplog.text


def test_of_what_is_deleted_nothing_is_planned_any_more():
    """Who restores it from the bin gets a draft that stays one."""
    film = make_film("Users", 2021, directors=["Ada"], published=False)
    schedule(film, Action.PUBLISH, timezone.now())
    film.delete()
    assert not Scheduled.objects.exists()
