"""The first page of the admin: what waits, what is missing, what was done; in a fixed number of queries."""

from datetime import timedelta
from random import Random

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from catalogue import publishing_checks
from catalogue.admin import gaps
from catalogue.models import DailyViews, Film, PopularFilms, Scheduled, Still
from distributors.models import Offer
from tests.makers import make_film


def rows_of(client, name):
    """{text: row} of a block of the first page."""
    shown = {shown.block.name: shown.rows for shown in client.get("/admin/").context["blocks"]}
    return {row.text: row for row in shown[name]}


def make_work(number):
    draft = make_film(f"Draft {number}", published=False)
    film = make_film(f"Film {number}", year=2000, spoken=["fr"], supports=["dvd"])
    Offer.objects.filter(film=film).update(last_day=localdate() + timedelta(days=7))
    film.title = f"Changed {number}"
    film.save()
    Film.objects.filter(pk=draft.pk).update(to_check_since=now())
    Scheduled.objects.create(kind="film", object_id=draft.pk, action="publish", at=now() + timedelta(days=1))
    LogEntry.objects.log_actions(User.objects.first().pk, [draft], CHANGE, "Published.")
    DailyViews.objects.create(film=film, day=localdate(), count=12)
    PopularFilms.objects.update_or_create(
        pk=1, defaults={"ids": [*Film.objects.values_list("pk", flat=True)]}
    )


def test_the_first_page_shows_what_there_is_to_do(administrator):
    make_work(0)
    assert list(rows_of(administrator, "drafts")) == ["Draft 0"]
    assert list(rows_of(administrator, "waiting")) == ["Changed 0 (2000)"]
    assert rows_of(administrator, "changes")["Draft 0"].who == "administrator"
    assert list(rows_of(administrator, "ends")) == ["Changed 0 (2000)"]
    assert rows_of(administrator, "scheduled")["Draft 0"].note.startswith("To be published on")
    assert rows_of(administrator, "read")["Changed 0 (2000)"].note == "12 visitors"


def test_counts_of_what_is_missing_are_links_to_those_films(administrator):
    make_film("Bare", published=False)
    whole = make_film("Whole", year=2000, directors=["A"], countries=["FR"], spoken=["fr"], published=False)
    Film.objects.filter(pk=whole.pk).update(short_summary_fr="Un.", short_summary_en="One.", running_time=80)
    Still.objects.create(film=whole, image="still.jpg", text_fr="Une rue.")
    for row in rows_of(administrator, "missing").values():
        assert len(administrator.get(row.url).context["cl"].result_list) == row.count
    lacking = {film.title: [gap.name for gap in gaps.of(film)] for film in gaps.annotated(Film.objects.all())}
    assert lacking["Whole"] == ["still_text"]
    assert lacking["Bare"] == ["director", "country", "version", "year", "summary", "running_time"]


def test_the_first_page_counts_the_films_of_which_a_check_fails(administrator):
    """Films that lack this and that, drawn with a seed."""
    chance = Random(12)
    for number in range(16):
        some = {"countries": ["FR"], "directors": ["A"], "spoken": ["fr"], "year": 2000, "running_time": 80}
        some |= {"short_summary_fr": "Un.", "short_summary_en": "One.", "year_is_unknown": True}
        some |= {"cover": "a.jpg", "cover_text_fr": "Un.", "cover_text_en": "One."}
        chosen = {name: value for name, value in some.items() if chance.random() < 0.6}
        if "year" in chosen:
            chosen.pop("year_is_unknown", None)
        film = make_film(f"Film {number}", published=False, **chosen)
        if chance.random() < 0.5:
            Still.objects.create(film=film, image="a.jpg", text_fr=chance.choice(["", "Un."]), text_en="One.")
    failing = publishing_checks.failing(Film, Film.objects.values("pk")).values()
    names = [{check.name for check in checks} for checks in failing]
    expected = {
        gap: sum(not found.isdisjoint(gap.checks or {gap.name}) for found in names) for gap in gaps.GAPS
    }
    assert dict(gaps.counted()) == {gap: count for gap, count in expected.items() if count}
    assert min(expected.values()) > 0


def test_it_asks_as_much_for_twenty_films_as_for_one(administrator):
    counts = []
    for films in (range(1), range(1, 20)):
        for number in films:
            make_work(number)
        administrator.get("/admin/")
        with CaptureQueriesContext(connection) as captured:
            assert administrator.get("/admin/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 45


def test_nobody_is_shown_what_their_role_does_not_see(editor):
    reader = User.objects.create_user("reader", is_staff=True)
    editor.force_login(reader)
    page = editor.get("/admin/")
    assert [shown.block.name for shown in page.context["blocks"] if shown.rows] == []
    assert "have permission" in page.text
