"""The runner of all tests: which passes it makes, what it says of those it cannot make, and what it makes of them."""

import contextlib
import json
import os
import signal
import sys
import textwrap
from pathlib import Path

import pytest

from tests import __main__ as runner
from tests import chromium, node, postgresql
from tests import passes as making
from tests.checks import Check

# Stands for pytest: writes down what it is asked, and ends as it is told to for the marks that it is given.
PROGRAM = """
    import json, os, pathlib, sys
    folder, (dash_m, marks, dash_o, cache, *arguments) = pathlib.Path(sys.argv[1]), sys.argv[2:]
    asked = folder / f"{len([*folder.iterdir()])}-{os.getpid()}.json"
    asked.write_text(json.dumps([os.environ["DATABASE_URL"], marks, arguments]))
    answers = json.loads(folder.with_suffix(".json").read_text())
    print(f"This is {marks}.")
    sys.exit(answers.get(marks, 0))
"""
EVERYTHING = {
    "": [
        "database and (slow or browser)",
        "database and not slow and not browser",
        "not database and not quality",
        "quality",
    ],
    "postgres://new/all": ["database and not slow and not browser and not pdf and not once"],
    "postgres://new/all_slow": ["database and slow and not browser and not pdf and not once"],
}


class Asked:
    """What the runner asks of pytest."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.answer({})

    def answer(self, statuses):
        """With which status pytest ends, for some marks."""
        self.folder.with_suffix(".json").write_text(json.dumps(statuses))

    @property
    def passes(self):
        return [json.loads(path.read_text()) for path in self.folder.iterdir()]

    @property
    def marks(self):
        """The marks of all passes, by database."""
        return {url: sorted(marks for of, marks, _ in self.passes if of == url) for url, _, _ in self.passes}


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """What the runner asks of pytest, which here runs nothing; this machine has everything."""
    asked = Asked(tmp_path / "asked")
    program = [sys.executable, "-c", textwrap.dedent(PROGRAM), str(asked.folder)]
    monkeypatch.setattr(making, "PYTEST", program)
    monkeypatch.setattr(runner, "REQUIRE_ALL", False)
    monkeypatch.setattr(runner, "CHECKS", [])
    monkeypatch.setattr(chromium, "program", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(node, "missing", list)
    monkeypatch.setattr(runner, "makes_pdf", lambda: True)
    monkeypatch.setattr(node, "install", lambda: None)
    monkeypatch.setattr(postgresql, "server_programs", lambda: Path("/usr/lib/postgresql/15/bin"))
    monkeypatch.setattr(
        postgresql, "throw_away_cluster", lambda _: contextlib.nullcontext("postgres://new/all")
    )
    monkeypatch.setattr(os, "environ", os.environ.copy())
    os.environ.pop("DATABASE_URL", None)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield asked
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_what_meets_the_database_runs_on_both_and_all_else_once(asked):
    assert runner.main(["-x"]) == 0
    assert asked.marks == EVERYTHING
    assert [arguments for _url, _marks, arguments in asked.passes] == [["-x"]] * 6


def test_what_is_compiled_is_kept_for_the_processes_that_follow(asked):
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    runner.main(["-x"])
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_a_given_server_is_used_rather_than_a_new_one(asked):
    os.environ["DATABASE_URL"] = "postgres://given/all?sslmode=require"
    assert runner.main(["-x"]) == 0
    assert {*asked.marks} == {
        "",
        "postgres://given/all?sslmode=require",
        "postgres://given/all_slow?sslmode=require",
    }


def test_a_quick_run_is_without_a_second_database_browsers_and_what_is_slow(asked):
    assert runner.main(["--quick", "-x"]) == 0
    no_more = "not browser and not slow"
    assert asked.marks == {"": [f"database and {no_more}", f"not database and not quality and {no_more}"]}
    assert [arguments for _, _, arguments in asked.passes] == [["-x", "--hypothesis-profile=quick"]] * 2


def test_without_postgresql_there_is_a_pass_less_and_one_line(asked, monkeypatch, capfd):
    monkeypatch.setattr(postgresql, "server_programs", lambda: None)
    assert runner.main(["-x"]) == 0
    assert asked.marks == {"": EVERYTHING[""]}
    said = "Skipped: the pass on PostgreSQL, for want of it (apt install postgresql, or a DATABASE_URL).\n"
    assert capfd.readouterr().out.startswith(said)


def test_without_chromium_the_browser_tests_are_left_out_with_one_line(asked, monkeypatch, capfd):
    monkeypatch.setattr(chromium, "program", lambda: None)
    assert runner.main(["-x"]) == 0
    assert {"not browser" in marks for _url, marks, _ in asked.passes} == {True}
    assert capfd.readouterr().out.startswith("Skipped: the browser tests, for want of Chromium")


def test_without_weasyprint_the_tests_of_pdfs_are_left_out_with_one_line(asked, monkeypatch, capfd):
    monkeypatch.setattr(runner, "makes_pdf", lambda: False)
    assert runner.main(["-x"]) == 0
    assert {"not pdf" in marks for _url, marks, _ in asked.passes} == {True}
    assert capfd.readouterr().out.startswith(
        "Skipped: the booklets as PDF, for want of WeasyPrint's libraries"
    )


def test_without_node_or_java_their_tests_and_checks_are_left_out_with_one_line(asked, monkeypatch, capfd):
    monkeypatch.setattr(node, "missing", lambda: ["nodejs", "npm"])
    monkeypatch.setattr(node, "install", lambda: pytest.fail("There is no npm to install with."))
    monkeypatch.setattr(runner, "CHECKS", [Check("one of Node", ["false"], needs_node=True)])
    assert runner.main([]) == 0
    assert {marks.endswith(" and not node") for _url, marks, _ in asked.passes} == {True}
    line = "Skipped: Lighthouse, stylelint and the Nu checker (apt install nodejs npm).\n"
    assert capfd.readouterr().out.startswith(line)


@pytest.mark.parametrize("given", [["-m", "browser or node"], ["-mbrowser or node"]])
def test_marks_that_are_asked_for_are_added_to_those_of_each_pass(asked, given):
    runner.main(["-k", "map", *given, "tests"])
    assert asked.marks == {
        url: [f"(browser or node) and {mark}" for mark in marks] for url, marks in EVERYTHING.items()
    }
    assert [arguments for _, _, arguments in asked.passes] == [["-k", "map", "tests"]] * 6


def test_each_pass_is_shown_whole_whatever_the_others_do(asked, capfd):
    asked.answer({"not database and not quality": 1})
    assert runner.main(["-x"]) == 1
    *parts, failed = capfd.readouterr().out.strip().split("\n\n")
    assert parts == [
        "== Tests: SQLite, browsers and what is slow\nThis is database and (slow or browser).",
        "== Tests: PostgreSQL\nThis is database and not slow and not browser and not pdf and not once.",
        "== Tests: served site\nThis is quality.",
        "== Tests: SQLite\nThis is database and not slow and not browser.",
        "== Tests: PostgreSQL, what is slow\nThis is database and slow and not browser and not pdf and not once.",
        "== Tests: no database\nThis is not database and not quality.",
    ]
    assert failed == "Failed: no database."


def test_a_failed_check_stops_no_pass(asked, monkeypatch, capfd):
    monkeypatch.setattr(runner, "CHECKS", [Check("code: lint", ["false"]), Check("code: format", ["true"])])
    assert runner.main([]) == 1
    assert asked.marks == EVERYTHING
    assert capfd.readouterr().out.endswith("\nFailed: code: lint.\n")


@pytest.mark.parametrize(("status", "of_all"), [(0, 0), (1, 1), (5, 5)])
def test_passes_may_select_nothing_unless_all_do(asked, status, of_all):
    every = [marks for of_url in EVERYTHING.values() for marks in of_url]
    asked.answer(dict.fromkeys(every, 5) | {"quality": status})
    assert runner.main(["tests/quality"]) == of_all


LACKING = [
    (postgresql, "server_programs", None),
    (chromium, "program", None),
    (node, "missing", ["npm"]),
    (runner, "makes_pdf", False),
]


@pytest.mark.parametrize(("module", "finder", "found"), LACKING)
def test_where_all_is_required_nothing_runs_without_it(asked, monkeypatch, module, finder, found):
    monkeypatch.setattr(runner, "REQUIRE_ALL", True)
    monkeypatch.setattr(module, finder, lambda: found)
    with pytest.raises(SystemExit, match="REQUIRE_ALL=1 does not allow to skip"):
        runner.main(["-x"])
    assert asked.passes == []


@pytest.mark.parametrize("before", [signal.SIG_IGN, signal.SIG_DFL])
def test_what_is_stopped_leaves_no_pass_behind(asked, monkeypatch, before):
    """Also where a shell, which started all of it behind itself, has SIGINT ignored."""
    signal.signal(signal.SIGINT, before)
    monkeypatch.setattr(making, "PYTEST", [sys.executable, "-c", "import time; time.sleep(60)"])
    started = []

    def stop(_running, everyone):
        started.extend(each.process for each in everyone if each.process)
        raise KeyboardInterrupt

    monkeypatch.setattr(making.Running, "show", stop)
    with pytest.raises(KeyboardInterrupt):
        runner.main(["-x"])
    assert len(started) == min(making.AT_ONCE, 6)
    assert {process.returncode for process in started} <= {-signal.SIGINT, 1}  # 1 while Python itself starts
