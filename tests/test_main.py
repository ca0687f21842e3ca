"""The runner of all tests: which passes it makes, and what it says of those it cannot make."""

import contextlib
import os
import subprocess
from pathlib import Path

import pytest

from tests import __main__ as runner
from tests import chromium, postgresql


@pytest.fixture
def passes(monkeypatch):
    """The passes of pytest that the runner makes, as (DATABASE_URL, arguments), on a machine that has everything."""
    made = []

    def call(command, env):
        made.append((env["DATABASE_URL"], command[4:]))
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(runner, "REQUIRE_ALL", False)
    monkeypatch.setattr(chromium, "program", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(postgresql, "server_programs", lambda: Path("/usr/lib/postgresql/15/bin"))
    monkeypatch.setattr(postgresql, "throw_away_cluster", lambda _: contextlib.nullcontext("postgres://new"))
    monkeypatch.setattr(os, "environ", os.environ.copy())
    os.environ.pop("DATABASE_URL", None)
    return made


def test_the_suite_runs_on_sqlite_and_on_a_throw_away_server(passes):
    runner.main(["-x"])
    assert passes == [("", ["-x"]), ("postgres://new", ["-x"])]


def test_a_given_server_is_used_rather_than_a_new_one(passes):
    os.environ["DATABASE_URL"] = "postgres://given"
    runner.main(["-x"])
    assert passes == [("", ["-x"]), ("postgres://given", ["-x"])]


def test_without_postgresql_there_is_one_pass_and_one_line(passes, monkeypatch, capsys):
    monkeypatch.setattr(postgresql, "server_programs", lambda: None)
    runner.main(["-x"])
    assert passes == [("", ["-x"])]
    assert capsys.readouterr().out.splitlines() == [
        "Skipped: the second pass, for want of PostgreSQL (apt install postgresql, or a DATABASE_URL).",
        "",
        "== Tests on SQLite",
    ]


def test_without_chromium_the_browser_tests_are_left_out_with_one_line(passes, monkeypatch, capsys):
    monkeypatch.setattr(chromium, "program", lambda: None)
    runner.main(["-x"])
    assert [arguments for _url, arguments in passes] == [["-m", "not browser", "-x"]] * 2
    assert capsys.readouterr().out.startswith("Skipped: the browser tests, for want of Chromium")


@pytest.mark.parametrize(("module", "finder"), [(postgresql, "server_programs"), (chromium, "program")])
def test_where_all_is_required_nothing_runs_without_it(passes, monkeypatch, module, finder):
    monkeypatch.setattr(runner, "REQUIRE_ALL", True)
    monkeypatch.setattr(module, finder, lambda: None)
    with pytest.raises(SystemExit, match="REQUIRE_ALL=1 does not allow to skip"):
        runner.main(["-x"])
    assert passes == []


def test_a_failed_pass_is_the_last_one_and_its_status_ours(passes, monkeypatch):
    monkeypatch.setattr(subprocess, "call", lambda command, env: passes.append(command) or 2)
    with pytest.raises(SystemExit) as caught:
        runner.main(["-x"])
    assert (caught.value.code, len(passes)) == (2, 1)
