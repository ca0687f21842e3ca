import ast
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.importing import parsing
from catalogue.importing.records import (
    CompanyCataloguePage,
    FaultyPageError,
    FilmPage,
    ShootingSecretsPage,
)
from tests.importing.source_pages import FIXTURES, parse_file, parse_text, printings

KINDS = {
    "shooting-secrets-norilsk.txt": ShootingSecretsPage,
    "distributor-iskra.txt": CompanyCataloguePage,
    "film-users.txt": FilmPage,
}
LINES = sorted({line for name in KINDS for line in (FIXTURES / name).read_text().split("\n")})


@pytest.mark.parametrize("name", KINDS)
def test_the_content_tells_the_kind_of_a_page(name):
    assert {type(parse_file(path)) for path in printings(name)} == {KINDS[name]}


def test_an_unknown_layout_says_what_was_looked_for():
    with pytest.raises(FaultyPageError) as error:
        parse_text("\nRecette de la tarte aux pommes\n\nPréparer la pâte.")
    message = str(error.value)
    assert message.startswith(
        "line 2: Layout: found 'Recette de la tarte aux pommes', expected one of these kinds"
    )
    for looked_for in (
        "shooting secrets of a film: “Anecdotes…",
        "a film: “Image de",
        "a company's catalogue: “Films",
    ):
        assert looked_for in message


@pytest.mark.parametrize("text", ["", "\n\n", "Mon compte\n\nBack to Top"])
def test_a_page_that_says_nothing_is_told(text):
    with pytest.raises(FaultyPageError, match=r"^line 1: Page: found nothing"):
        parse_text(text)


def parses_or_says_why(text):
    """Parse; errors are an answer, if each names a line of the page."""
    try:
        parse_text(text)
    except FaultyPageError as refusal:
        for error in refusal.errors:
            assert 1 <= error.line <= text.count("\n") + 1
            assert str(error).startswith(f"line {error.line}: {error.field}: found ")


@given(st.text())
def test_no_text_makes_parse_raise_anything_but_what_is_wrong_with_it(text):
    parses_or_says_why(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=12), max_size=30))
def test_no_shuffle_of_real_lines_does_either(lines):
    parses_or_says_why("\n".join(lines))


@pytest.mark.parametrize("name", KINDS)
def test_a_page_cut_at_any_line_parses_or_says_why(name):
    lines = (FIXTURES / name).read_text().split("\n")
    for length in range(len(lines)):
        parses_or_says_why("\n".join(lines[:length]))


def parsing_against_walking(text):
    """Return how many times longer it takes to parse a text than to look at each of its letters, on any machine."""
    began = time.process_time()
    parses_or_says_why(text)
    parsed = time.process_time()
    sum(letter.isascii() for letter in text)
    return (parsed - began) / (time.process_time() - parsed)


@pytest.mark.parametrize(
    "line",
    [
        "A" * 60_000,
        "Anna Roy" * 8_000,
        "Anna Roy, " * 6_000,
        "Anna et Paul Roux, frères, " * 2_500,
        "« " * 30_000,
        "(" * 60_000,
        "a (b " * 12_000,
        "• " * 30_000,
        "VOD" * 20_000,
        "A, " * 20_000,
        "a\u200b " * 20_000,
    ],
    ids=[
        "letters",
        "names",
        "listed names",
        "relatives",
        "quotes",
        "brackets",
        "half brackets",
        "bullets",
        "supports",
        "commas",
        "invisible",
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        "Le Film\nAnecdotes autour du film et de son tournage\n\nLes réalisateurs\n\n{}",
        "ISKRA\n\n{}\n\nFilms produits par ISKRA\n\n{}\n\n{}",
        "ISKRA\n\nFilms produits par ISKRA\n\nA\n\nA VOD\n\n{}\n\n{} SVOD",
        "Users\n\n{}\n\nActeurs\n\n{}\n\n• Année 2021",
        "Users\n\n{}\n\nPartager sur\n\n{}\n\n• Année 2021\n• Pays {}",
        "Users\n\n• VO\n  {}\n  Langue : {}\n• Année 2021\n• Producteur {}",
        "Users\n\n• Année 2021\n• Résumé court {}",
    ],
    ids=["secrets", "company", "titles", "cast", "texts", "versions", "summary"],
)
def test_the_work_for_a_line_grows_as_its_length(page, line):
    """Linear work is some thirty walks over the letters at most; each letter against each other is thousands."""
    parses_or_says_why(
        page.replace("{}", line[:20])
    )  # what is loaded once, the names of languages, does not count
    assert parsing_against_walking(page.replace("{}", line)) < 500


def steps_to_parse(text):
    """Return how many instructions Python runs to parse a text: the same number on every machine."""
    steps = 0

    def count(frame, event, _argument):
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        parse_text(text)
    except FaultyPageError:
        pass
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize(
    "lines",
    [
        "A",
        "A\n\nA VOD",
        "A {}\n\nA {} VOD\n\nUn {}.\n",
        "A\n\nA VOD\n\nUn {}.\n",
        "• A\n\nB",
        "    • A\n  B",
        "Films produits par A\nB\nB",
        "1h20",
        "\nAnna Roy\n",
        "\u200b",
        "• Pays Syldavie",
    ],
)
@pytest.mark.parametrize(
    "top",
    [
        "A\nAnecdotes autour du film et de son tournage\n\nLes réalisateurs\n",
        "A\nFilms produits par A\n",
        "A\nActeurs",
    ],
)
def test_the_work_for_a_page_grows_as_its_number_of_lines(top, lines):
    def page(length):
        return f"{top}\n" + "".join(f"{lines}\n".replace("{}", str(number)) for number in range(length))

    steps_to_parse(page(10))  # what is made once and kept does not count
    assert steps_to_parse(page(200)) < 4.4 * steps_to_parse(page(50))


def test_reading_and_parsing_import_no_django():
    folder = Path(parsing.__file__).parents[1]
    outside = {
        "catalogue.reference.countries",
        "catalogue.reference.languages",
        "catalogue.folding",
        "catalogue.reference.years",
        "catalogue.typography",
    }
    files = [folder / "read.py", folder / "records.py", *(folder / "parsing").glob("*.py")]
    files += [folder.parents[1] / f"{module.replace('.', '/')}.py" for module in outside]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert not name.startswith("django"), file
                if name.startswith("catalogue"):
                    assert name in outside or name.startswith("catalogue.importing"), file
