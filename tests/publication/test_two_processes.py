"""Two processes that write at once: none fails, and what visitors read is what a rebuild gives."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection

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
    """Wait until all have ended; none may have failed."""
    outputs = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), outputs


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
