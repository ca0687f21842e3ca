"""manage.py import_pages: what it reports, what it refuses, and that it writes a page whole or not at all."""

import io
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.importing import report
from catalogue.models import Company, Film, Page, Person

from .snapshots import all_rows
from .source_pages import FIXTURES

pytestmark = pytest.mark.django_db

FILM = "Users\n\nRéalisateur\n\nNatalia Almada\n\nPartager sur\n\n  • Année 2021\n  • Durée 80\n"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def run(*arguments, stderr=None):
    """Return (lines on stdout, lines on stderr, whether the command failed)."""
    out, err = io.StringIO(), stderr or io.StringIO()
    failure = None
    try:
        call_command("import_pages", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        failure = error
    return out.getvalue().splitlines(), err.getvalue().splitlines(), failure is not None


def page(folder, name, text):
    path = folder / name
    path.write_text(text)
    return path


def test_each_page_is_told_with_its_warnings_and_the_last_line_counts():
    lines, errors, failed = run(FIXTURES / "film-users.txt")
    assert (errors, failed) == ([], False)
    assert lines[0] == f'created {FIXTURES}/film-users.txt: film "Users" (2021)'
    assert len(lines) == 5
    assert lines[1].startswith(f"{FIXTURES}/film-users.txt:20: warning: Acteurs: Philomène Prête-Plume signs")
    assert lines[-1] == "1 page: 1 created, 0 updated, 0 unchanged, 0 failed"


def test_the_three_pages_twice_change_nothing_and_say_so():
    lines, _errors, _failed = run(FIXTURES)
    assert lines[-1] == "3 pages: 3 created, 0 updated, 0 unchanged, 0 failed"
    before = all_rows()
    lines, _errors, failed = run(FIXTURES)
    assert lines[-1] == "3 pages: 0 created, 0 updated, 3 unchanged, 0 failed"
    assert not failed
    assert all_rows() == before


def test_a_dry_run_reports_the_same_and_writes_nothing():
    before = all_rows()
    dry, _errors, _failed = run("--dry-run", FIXTURES)
    assert all_rows() == before
    wet, _errors, _failed = run(FIXTURES)
    assert dry == wet


def test_a_draft_import_publishes_nothing():
    run("--draft", FIXTURES)
    assert Film.objects.count() == 29
    assert not Page.objects.exists()


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("Année 2021", "Année 19x9", "9: error: Année: found '19x9', expected a year"),
        ("Durée 80", "Durée cent sept", "10: error: Durée: found 'cent sept', expected"),
        ("Durée 80", "Pays Atlantide", "10: error: Pays: found 'Atlantide', expected"),
    ],
)
def test_an_impossible_value_is_told_with_file_and_line_and_the_others_go_on(tmp_path, right, wrong, place):
    bad = page(tmp_path, "a.txt", FILM.replace(right, wrong))
    page(tmp_path, "b.txt", FILM.replace("Users", "Conclave"))
    lines, errors, failed = run(tmp_path)
    assert len(errors) == 1
    assert errors[0].startswith(f"{bad}:{place}")
    assert lines[0] == f"failed {bad}"
    assert lines[-1] == "2 pages: 1 created, 0 updated, 0 unchanged, 1 failed"
    assert failed
    assert [film.title for film in Film.objects.all()] == ["Conclave"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", ": error: the page is empty"),
        (b"\x00\x01\x02PNG", ":1: error: a binary file"),
        ("Écran\nété".encode("latin-1"), ":1: error: byte 0 (0xc9) is not UTF-8 text"),
        (b"Nothing that we know\nof any layout\n", ":1: error: Layout: found 'Nothing that we know'"),
    ],
)
def test_a_file_that_is_no_page_is_refused(tmp_path, content, message):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    lines, errors, failed = run(path)
    assert failed
    assert len(errors) == 1
    assert errors[0].startswith(f"{path}{message}")
    assert lines[-1] == "1 page: 0 created, 0 updated, 0 unchanged, 1 failed"


def test_the_command_fails_with_the_counts(tmp_path):
    with pytest.raises(CommandError, match=r"^1 page: 0 created, .* 1 failed; the errors are above\.$"):
        call_command("import_pages", str(tmp_path / "none"), stdout=io.StringIO(), stderr=io.StringIO())


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    _lines, errors, failed = run(tmp_path)
    assert failed
    assert errors == [
        f"{tmp_path}/a.txt: error: 50,000,000 bytes, and a page has 5,000,000 at most: not read"
    ]


def test_a_path_that_is_not_there_fails_and_the_others_go_on(tmp_path):
    page(tmp_path, "a.txt", FILM)
    (tmp_path / "empty").mkdir()
    _lines, errors, failed = run(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "a.txt")
    assert errors == [
        f"{tmp_path}/none.txt: error: no such file or folder",
        f"{tmp_path}/empty: error: no page (*.txt) in this folder",
    ]
    assert failed
    assert Film.objects.count() == 1


def test_a_page_that_cannot_be_stored_leaves_nothing_behind(tmp_path):
    path = page(tmp_path, "a.txt", FILM.replace("Users", "Щ" * 249).replace("Natalia Almada", "Ana Roy"))
    _lines, errors, failed = run(path)
    assert errors == [f"{path}:1: error: title: Too long once it is written in plain letters."]
    assert failed
    assert not Person.objects.exists()


def test_a_fault_of_ours_is_a_message_and_not_a_traceback(tmp_path, monkeypatch):
    def broken(_source):
        raise IndexError("list index out of range")

    monkeypatch.setattr(report, "parse", broken)
    path = page(tmp_path, "a.txt", FILM)
    assert run(path)[1:] == ([f"{path}: error: unexpected IndexError: list index out of range"], True)


def test_line_ends_and_byte_order_marks_of_other_systems_are_the_same_page(tmp_path):
    path = page(tmp_path, "a.txt", FILM)
    run(path)
    path.write_bytes(b"\xef\xbb\xbf" + FILM.replace("\n", "\r\n").encode())
    assert run(path)[0][-1] == "1 page: 0 created, 0 updated, 1 unchanged, 0 failed"


def test_a_page_waits_for_its_turn_before_it_reads_what_is_there(tmp_path):
    """Of two imports of a page at once, the second sees what the first brought, whatever the database."""
    path = page(tmp_path, "a.txt", FILM)
    with CaptureQueriesContext(connection) as queries:
        run(path)
    read = [query["sql"] for query in queries if '"catalogue_' in query["sql"]]
    assert "catalogue_cataloguestate" in read[0]
    assert ("FOR UPDATE" in read[0]) == connection.features.has_select_for_update


def test_no_path_is_an_error():
    with pytest.raises(CommandError, match="PATH"):
        call_command("import_pages")


def test_many_pages_on_a_terminal_have_a_progress_bar_and_elsewhere_plain_lines(tmp_path):
    for number in range(10):
        page(tmp_path, f"{number}.txt", FILM.replace("Users", f"Users {number}"))
    lines, errors, _failed = run(tmp_path)
    assert (len(lines), errors) == (11, [])
    terminal = Terminal()
    run(tmp_path, stderr=terminal)
    assert "10/10" in terminal.getvalue()


def test_few_pages_need_no_progress_bar(tmp_path):
    terminal = Terminal()
    run(page(tmp_path, "a.txt", FILM), stderr=terminal)
    assert terminal.getvalue() == ""


def test_pages_are_the_same_whatever_their_files_are_called(tmp_path):
    run(FIXTURES)
    shutil.copy(FIXTURES / "distributor-iskra.txt", tmp_path / "other.txt")
    assert run(tmp_path)[0][0] == f'unchanged {tmp_path}/other.txt: company "ISKRA"'
    assert Company.objects.filter(name="ISKRA").count() == 1
