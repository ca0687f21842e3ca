"""The runner of all tests: which passes it makes, and what it says of those it cannot make."""

import contextlib
import os
import subprocess
from pathlib import Path

import pytest

from tests import __main__ as runner
from tests import chromium, node, postgresql
from tests.checks import Check


@pytest.fixture
def passes(monkeypatch):
    """The passes of pytest that the runner makes, as (DATABASE_URL, marks, arguments); this machine has everything."""
    made = []

    def call(command, env):
        made.append((env["DATABASE_URL"], command[5], command[6:]))
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(runner, "REQUIRE_ALL", False)
    monkeypatch.setattr(chromium, "program", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(node, "missing", list)
    monkeypatch.setattr(postgresql, "server_programs", lambda: Path("/usr/lib/postgresql/15/bin"))
    monkeypatch.setattr(postgresql, "throw_away_cluster", lambda _: contextlib.nullcontext("postgres://new"))
    monkeypatch.setattr(os, "environ", os.environ.copy())
    os.environ.pop("DATABASE_URL", None)
    return made


def test_the_suite_runs_on_sqlite_and_on_a_throw_away_server(passes):
    runner.main(["-x"])
    assert passes == [("", "", ["-x"]), ("postgres://new", "not quality", ["-x"])]


def test_a_given_server_is_used_rather_than_a_new_one(passes):
    os.environ["DATABASE_URL"] = "postgres://given"
    runner.main(["-x"])
    assert passes == [("", "", ["-x"]), ("postgres://given", "not quality", ["-x"])]


def test_without_postgresql_there_is_one_pass_and_one_line(passes, monkeypatch, capsys):
    monkeypatch.setattr(postgresql, "server_programs", lambda: None)
    runner.main(["-x"])
    assert passes == [("", "", ["-x"])]
    assert capsys.readouterr().out.splitlines() == [
        "Skipped: the second pass, for want of PostgreSQL (apt install postgresql, or a DATABASE_URL).",
        "",
        "== Tests on SQLite",
    ]


def test_without_chromium_the_browser_tests_are_left_out_with_one_line(passes, monkeypatch, capsys):
    monkeypatch.setattr(chromium, "program", lambda: None)
    runner.main(["-x"])
    assert [marks for _url, marks, _arguments in passes] == ["not browser", "not browser and not quality"]
    assert capsys.readouterr().out.startswith("Skipped: the browser tests, for want of Chromium")


def test_without_node_or_java_their_tests_and_checks_are_left_out_with_one_line(passes, monkeypatch, capsys):
    monkeypatch.setattr(node, "missing", lambda: ["nodejs", "npm"])
    monkeypatch.setattr(node, "install", lambda: pytest.fail("There is no npm to install with."))
    monkeypatch.setattr(runner, "CHECKS", [Check("one of Node", ["false"], needs_node=True)])
    runner.main([])
    assert [marks for _url, marks, _arguments in passes] == ["not node", "not node and not quality"]
    line = "Skipped: Lighthouse, stylelint and the Nu checker (apt install nodejs npm).\n"
    assert capsys.readouterr().out.startswith(line)


@pytest.mark.parametrize("given", [["-m", "browser or node"], ["-mbrowser or node"]])
def test_marks_that_are_asked_for_leave_out_the_same_tests(passes, given):
    runner.main(["-k", "map", *given, "-x", "tests"])
    others = ["-k", "map", "-x", "tests"]
    assert passes == [
        ("", "(browser or node)", others),
        ("postgres://new", "(browser or node) and not quality", others),
    ]


def test_a_second_pass_that_selects_nothing_is_well(passes, monkeypatch):
    """The quality tests alone were asked for, and they have been run."""
    answers = {"": 0, "not quality": 5}
    monkeypatch.setattr(subprocess, "call", lambda command, env: answers[command[5]])
    runner.main(["tests/quality"])


def test_a_first_pass_that_selects_nothing_is_not_well(passes, monkeypatch):
    monkeypatch.setattr(subprocess, "call", lambda command, env: 5)
    with pytest.raises(SystemExit) as caught:
        runner.main(["-k", "no-such-test"])
    assert caught.value.code == 5


LACKING = [(postgresql, "server_programs", None), (chromium, "program", None), (node, "missing", ["npm"])]


@pytest.mark.parametrize(("module", "finder", "found"), LACKING)
def test_where_all_is_required_nothing_runs_without_it(passes, monkeypatch, module, finder, found):
    monkeypatch.setattr(runner, "REQUIRE_ALL", True)
    monkeypatch.setattr(module, finder, lambda: found)
    with pytest.raises(SystemExit, match="REQUIRE_ALL=1 does not allow to skip"):
        runner.main(["-x"])
    assert passes == []


def test_a_failed_pass_is_the_last_one_and_its_status_ours(passes, monkeypatch):
    monkeypatch.setattr(subprocess, "call", lambda command, env: passes.append(command) or 2)
    with pytest.raises(SystemExit) as caught:
        runner.main(["-x"])
    assert (caught.value.code, len(passes)) == (2, 1)
