"""Two processes that write at once: none fails, and what visitors read is what a rebuild gives."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from catalogue.models import Scheduled
from catalogue.publication.scheduled import PUBLISHED, WITHDRAWN
from tests.admin.conftest import form_data, log_in
from tests.makers import make_film, make_text

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def database_url(tmp_path):
    """A function that gives the address of a database other processes can open, with what is in that of the test."""

    def address():
        if connection.vendor == "postgresql":
            settings = connection.settings_dict
            return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)
        with sqlite3.connect(tmp_path / "site.sqlite3") as file:
            connection.connection.backup(file)
        file.close()
        return f"sqlite:///{tmp_path}/site.sqlite3"

    return address


def start(url, *arguments):
    command = [sys.executable, "-m", "tests.publication.writer", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url}, **pipes)


def run(*processes):
    """Wait until all have ended; none may have failed. Return what they have printed."""
    outputs = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), outputs
    return outputs


def test_whatever_two_processes_publish_at_once(database_url):
    for number in range(8):
        names = [f"Ada {number % 4}", f"Eva {number % 3}"]
        film = make_film(
            f"Film {number}", 1990 + number, ["FR"], names, ["ISKRA"], ["Essai", f"G {number % 2}"]
        )
        make_text(film, "Une note.", author=film.credits.first().person)
    url = database_url()
    run(*(start(url, "write", seed) for seed in "12"))
    run(start(url, "check"))


def test_a_rebuild_while_another_process_publishes(database_url):
    for number in range(8):
        make_film(f"Film {number}", 1990 + number, ["FR"], [f"Ada {number % 4}", "Eva"], ["ISKRA"], ["Essai"])
    url = database_url()
    run(start(url, "write", "5"), start(url, "rebuild"))
    run(start(url, "check"))


def test_the_same_form_sent_by_two_processes_at_once_saves_once(database_url, monkeypatch):
    film, editor = make_film("Users"), log_in("editor", group="editors")
    address = "/admin/distributors/offer/add/"
    context = editor.get(address).context
    data = form_data(editor, address, film=film.pk, support="dvd", _unfinished=context["opened_by"].token)
    session, url = editor.session.session_key, database_url()
    form = {"address": address, "data": data, "session": session, "at": time.time() + 4}
    monkeypatch.setenv("FORM", json.dumps(form, default=str))
    assert run(start(url, "send"), start(url, "send")) == ["302\n", "302\n"]
    told = json.loads(run(start(url, "offers"))[0])
    assert told == ["dvd"]


def test_what_fell_due_in_an_outage_is_done_once_in_its_order_though_one_process_is_killed(database_url):
    user, began = User.objects.create_user("ada"), timezone.now() - timedelta(days=9)
    films = [make_film(f"Film {number}", 1990, ["FR"], ["Ada"], published=number % 2) for number in range(8)]
    for place in (5, 2, 7, 0, 3, 6, 1, 4):  # no order of keys
        action = Scheduled.Action.WITHDRAW if place % 2 else Scheduled.Action.PUBLISH
        at, pk = began + timedelta(hours=place), films[place].pk
        Scheduled.objects.create(kind="film", object_id=pk, action=action, at=at, user=user)
    url = database_url()
    killed = start(url, "keep", "3")
    assert killed.wait(120) == -signal.SIGKILL
    run(start(url, "keep"), start(url, "keep"))
    done, left, shown = json.loads(run(start(url, "tell"))[0])
    assert done == [[f"Film {place} (1990)", WITHDRAWN if place % 2 else PUBLISHED] for place in range(8)]
    assert left == []
    assert shown == [film.pk for film in films[::2]]
