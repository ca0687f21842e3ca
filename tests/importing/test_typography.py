"""A page says the same however its spaces, quotes, margins, bullets and empty lines are typed."""

import re
from dataclasses import fields, is_dataclass

import pytest

from catalogue.importing.records import Found, PageWarning
from tests.importing.source_pages import FIXTURES, parse_text

PAGES = sorted(path.name for path in FIXTURES.glob("*.txt"))
TYPED = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "tabs as margins": lambda text: re.sub("(?m)^ +", lambda margin: "\t" * (len(margin[0]) // 2), text),
    "a wider margin": lambda text: re.sub("(?m)^(?=.)", "      ", text),
    "more empty lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "empty lines of nothing to see": lambda text: text.replace("\n\n", "\n\u200b\n"),
    "spaces at the ends of lines": lambda text: text.replace("\n", " \u200b\n"),
    "marks of direction": lambda text: re.sub(r"(?m)^(?=.*\S)", "\u200e", text),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "straight apostrophes": lambda text: text.replace("’", "'"),
    "stars as bullets": lambda text: text.replace("•", "*"),
    "other bullets": lambda text: text.replace("• ", "●\t"),
}


def said(fact):
    """Return what a record says, without lines, kinds of spaces and kinds of apostrophes."""
    if isinstance(fact, Found):
        return said(fact.value)
    if isinstance(fact, PageWarning):
        return fact.code
    if isinstance(fact, tuple):
        return [said(part) for part in fact]
    if is_dataclass(fact):
        return {field.name: said(getattr(fact, field.name)) for field in fields(fact)}
    return " ".join(fact.replace("’", "'").split()) if isinstance(fact, str) else fact


@pytest.mark.parametrize("way", TYPED)
@pytest.mark.parametrize("name", PAGES)
def test_typing_changes_nothing_of_what_a_page_says(name, way):
    text = (FIXTURES / name).read_text()
    assert said(parse_text(TYPED[way](text))) == said(parse_text(text))
