import codecs
import os

import pytest

from catalogue.importing import read as reading
from catalogue.importing.read import LIMIT, left_out, pages, read
from catalogue.importing.records import ReadError

TEXT = "Été\nLe réalisateur\n"


@pytest.fixture
def page(tmp_path):
    def write(content):
        path = tmp_path / "page.txt"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        "E\u0301te\u0301\nLe re\u0301alisateur\n".encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16-le", "utf-16-be", "CRLF", "CR", "decomposed"],
)
def test_a_page_is_the_same_lines_however_it_was_saved(page, content):
    assert read(page(content)).lines == ("Été", "Le réalisateur", "")


def test_apostrophes_of_a_page_are_typographic_and_other_straight_signs_stay(page):
    assert read(page("L'Amour ouf, l'\"étincelle\"\n52' 'quoted' 5'3\n".encode())).lines == (
        'L’Amour ouf, l’"étincelle"',
        "52' 'quoted' 5'3",
        "",
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the page is empty"),
        (codecs.BOM_UTF8, "the page is empty"),
        (b" \r\n\t\n\xc2\xa0", "the page is empty"),
        (b"Users\n\x00\x01", "line 2: a binary file, not a page of text: character 0x00"),
        (b"Users\n\x1b[31m", "line 2: a binary file, not a page of text: character 0x1b"),
        ("Users\nAnnée 2021".encode("latin-1"), "line 2: byte 9 (0xe9) is not UTF-8 text"),
        (codecs.BOM_UTF8 + b"Users\n\xff", "line 2: byte 9 (0xff) is not UTF-8 text"),
        (
            codecs.BOM_UTF16_LE + "Us\n".encode("utf-16-le") + b"\x00",
            "line 2: byte 8 (0x00) is not UTF-16-LE text",
        ),
        (
            codecs.BOM_UTF32_LE + "Users".encode("utf-32-le"),
            "line 1: a binary file, not a page of text: character 0x00",
        ),
    ],
)
def test_what_is_not_a_page_of_text_is_refused_with_its_place(page, content, message):
    with pytest.raises(ReadError) as error:
        read(page(content))
    assert str(error.value) == message


def test_a_large_file_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, 50_000_000)
    monkeypatch.setattr(reading, "open", lambda *_: pytest.fail("it was opened"), raising=False)
    with pytest.raises(ReadError) as error:
        read(path)
    assert str(error.value) == "50,000,000 bytes, and a page has 5,000,000 at most: not read"


def test_a_file_of_just_the_limit_is_read(page):
    assert len(read(page(b"x" * LIMIT)).lines[0]) == LIMIT


def test_a_path_that_cannot_be_read_is_a_read_error(tmp_path):
    for path in (tmp_path / "missing.txt", tmp_path, "with\0null"):
        with pytest.raises(ReadError):
            read(path)


def test_pages_are_the_files_named_and_the_txt_files_of_folders_in_order_and_once(tmp_path):
    for name in ("b.txt", "a.TXT", "deep/c.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.txt").mkdir()
    found = pages([tmp_path / "notes.md", tmp_path, tmp_path / "b.txt"])
    assert [path.name for path in found] == ["notes.md", "a.TXT", "b.txt", "c.txt"]


def test_what_a_folder_has_beside_its_pages_is_known(tmp_path):
    for name in ("a.txt", "deep/b.TXT", "deep/c.html", "page", "notes.md", ".txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in left_out([tmp_path, tmp_path / "notes.md"])] == [".txt", "c.html", "page"]
    assert [path.name for path in pages([tmp_path])] == ["a.txt", "b.TXT"]
    assert left_out([tmp_path / "notes.md", tmp_path / "none"]) == []


def test_a_missing_path_and_a_folder_without_pages_are_told(tmp_path):
    with pytest.raises(ReadError, match=r"nowhere: no such file or folder$"):
        pages([tmp_path / "nowhere"])
    with pytest.raises(ReadError, match=r"no page \(\*\.txt\) in this folder$"):
        pages([tmp_path])
