"""First stage of an import: files become numbered lines of text, or a clear refusal. No Django."""

import codecs
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from catalogue.importing.records import ReadError
from catalogue.typography import with_apostrophes

PAGE = ".txt"  # how the name of a page in a folder ends
LIMIT = 5_000_000  # bytes; the longest real page has some 10,000

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LINE_END = re.compile(r"\r\n|\r|\n")
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class SourceText:
    """A page as it was saved: line number n is `lines[n - 1]`. Composed Unicode (NFC), typographic apostrophes,
    without line ends.
    """

    path: Path
    lines: tuple[str, ...]


def pages(paths):
    """Return the files to import, once each: the files named, and the *.txt of the folders named, in order.

    Raises ReadError for a path that is not there and for a folder without pages.
    """
    found = {}
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(
                file for file in path.rglob("*") if file.is_file() and file.suffix.lower() == PAGE
            )
            if not inside:
                raise ReadError(f"{path}: no page (*.txt) in this folder")
            found |= {page.resolve(): page for page in inside}
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise ReadError(f"{path}: no such file or folder")
    return list(found.values())


def left_out(paths):
    """Return the files in the folders named that are not taken for pages, in order: not *.txt, and not named."""
    named = {path.resolve() for path in map(Path, paths) if path.is_file()}
    inside = {
        file for folder in map(Path, paths) if folder.is_dir() for file in folder.rglob("*") if file.is_file()
    }
    return sorted(file for file in inside if file.suffix.lower() != PAGE and file.resolve() not in named)


def read(path):
    """Return the text of a page. Raises ReadError for what is not a text of at most LIMIT bytes."""
    raw = _bytes(path)
    encoding, start = _encoding(raw)
    try:
        text = raw[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = _line_of(raw[start : start + error.start].decode(encoding, errors="ignore"))
        place = start + error.start
        raise ReadError(f"byte {place} ({raw[place]:#04x}) is not {encoding.upper()} text", line) from error
    return pasted(text, path)


def pasted(text, path=PAGE):
    """Return a text as a page; `path` is the file that it was read from. Raises ReadError for what is no text."""
    if not text.strip():
        raise ReadError("the page is empty")
    odd = NOT_TEXT.search(text)
    if odd:
        raise ReadError(
            f"a binary file, not a page of text: character {ord(odd[0]):#04x}", _line_of(text[: odd.start()])
        )
    lines = LINE_END.split(with_apostrophes(unicodedata.normalize("NFC", text)))
    return SourceText(Path(path), tuple(lines))


def _bytes(path):
    """Return the bytes of a file whose size was asked before it was opened."""
    try:
        about = Path(path).stat()
        if not stat.S_ISREG(about.st_mode):
            raise ReadError("not a file")
        if about.st_size > LIMIT:
            raise ReadError(f"{about.st_size:,} bytes, and a page has {LIMIT:,} at most: not read")
        with open(path, "rb") as file:
            return file.read(LIMIT)
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _encoding(raw):
    """Return the encoding that a byte order mark names and the mark's length; UTF-8 without one."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def _line_of(before):
    """Return the number of the line on which the text before a place ends."""
    return len(LINE_END.split(before))
