"""Housekeeping goes on behind the site: begun by the server, done by one worker, never by a reader's request."""

import runpy
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from catalogue import housekeeping
from catalogue.models import Page, PopularFilms
from catalogue.publication.publish import publish
from catalogue.readership import viewings
from distributors.models import Offer
from tests.makers import make_film

TODAY = timezone.localdate()
BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}


@pytest.fixture
def film_due(db):
    """A film whose page is to change today."""
    film = make_film("Users", published=False)
    Offer.objects.create(film=film, support="dvd", first_day=TODAY + timedelta(days=1))
    publish(film)
    Page.objects.filter(kind="film").update(next_change=TODAY)
    return film


def is_due():
    return Page.objects.get(kind="film").next_change == TODAY


def test_no_request_does_what_is_much_even_the_first_of_a_day(
    client, film_due, monkeypatch, django_assert_max_num_queries
):
    """What is little is done by whoever reads the index first: see tests/distributors/test_every_moment.py."""
    monkeypatch.setattr("catalogue.publication.day.LITTLE", 0)
    with django_assert_max_num_queries(100) as asked:
        for address in ("/robots.txt", "/sitemap.xml", "/fr/", "/fr/films/", "/fr/films/users/"):
            assert client.get(address, headers=BROWSER).status_code == 200
    verbs = {query["sql"].split()[0] for query in asked.captured_queries}
    assert verbs - {"DECLARE"} == {"SELECT"}  # DECLARE: a cursor of PostgreSQL
    assert is_due()
    assert not PopularFilms.objects.exists()
    housekeeping.work()
    assert not is_due()


def test_of_all_workers_one_keeps_the_day_every_ten_minutes(db, monkeypatch):
    began = timezone.make_aware(datetime(2024, 5, 31, 23, 41))
    done = []
    for minutes in (0, 0, 8, 9, 18, 19, 20):
        monkeypatch.setattr(timezone, "now", lambda minutes=minutes: began + timedelta(minutes=minutes))
        done.append(housekeeping.take_turn())
    assert done == [True, False, False, True, False, True, False]  # a turn begins at midnight


def test_the_server_begins_it_in_each_worker_and_writes_down_what_is_left_when_one_ends(monkeypatch):
    called = []
    monkeypatch.setattr(housekeeping, "start", lambda: called.append("start"))
    monkeypatch.setattr(viewings, "write_down", lambda: called.append("write down"))
    hooks = runpy.run_path(str(Path(settings.BASE_DIR, "config", "gunicorn.py")))
    hooks["post_worker_init"](None)
    hooks["worker_exit"](None, None)
    assert called == ["start", "write down"]


def test_it_goes_on_after_a_failure_which_is_told(monkeypatch, caplog):
    times, again = [], threading.Event()

    def work():
        times.append(1)
        if len(times) == 1:
            raise ValueError("broken")
        again.set()

    monkeypatch.setattr(housekeeping, "EVERY", 0.001)
    monkeypatch.setattr(housekeeping, "REST", 0.001)
    monkeypatch.setattr(housekeeping, "work", work)
    stop = housekeeping.start()
    assert again.wait(60)
    stop.set()
    assert [record.message.partition(";")[0] for record in caplog.records] == ["Housekeeping failed"]


@pytest.mark.django_db
def test_a_turn_that_failed_is_taken_again(monkeypatch):
    def fail(today):
        raise OSError("No database.")

    with monkeypatch.context() as broken:
        broken.setattr(housekeeping, "keep_day", fail)
        with pytest.raises(OSError, match="No database"):
            housekeeping.take_turn()
    assert [housekeeping.take_turn() for _time in range(2)] == [True, False]
