"""Pages that the import tests read: the demonstration's, the real ones where they are, and small ones made here."""

from pathlib import Path

import pytest

from catalogue.importing.parsing import parse
from catalogue.importing.read import SourceText, read
from catalogue.importing.records import FaultyPageError

HERE = Path(__file__).resolve()
FIXTURES = HERE.parents[2] / "fixtures" / "sources"
REAL = HERE.parents[3] / "shared" / "sources"  # not in the repository: their prose belongs to its authors

FOLDERS = [folder for folder in (FIXTURES, REAL) if folder.is_dir()]


def printings(name):
    """Return the page of this name in every folder that has it."""
    return [folder / name for folder in FOLDERS if (folder / name).is_file()]


def parse_file(path):
    return parse(read(path))


def parse_text(text):
    return parse(SourceText(Path("page.txt"), tuple(text.split("\n"))))


def faults(text):
    """Return all that is wrong with a page, a line for each fault."""
    with pytest.raises(FaultyPageError) as refusal:
        parse_text(text)
    return [str(error) for error in refusal.value.errors]


def values(facts):
    """Return the values of facts, without their lines."""
    return [fact.value for fact in facts]


def codes(page):
    return [(warning.line, warning.code) for warning in page.warnings]
