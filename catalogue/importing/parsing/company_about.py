"""What a company says of itself: what its name stands for, what was there before it, how many films. No Django."""

import re

from catalogue.folding import fold
from catalogue.importing.parsing import values
from catalogue.importing.parsing.lines import same
from catalogue.importing.records import Acronym, Found
from catalogue.reference.languages import language_code

NAMED = re.compile(
    r"(?P<name>[^\W\d_][\w.’'&-]{0,40}(?: [^\W\d_a-z][\w.’'&-]{0,40}){0,5})\s*\((?P<inside>[^()]{2,300})\)"
)
MEANING = re.compile(
    r",?\s*[\"“«]\s*(?P<word>[^\"“”«»]+?)\s*[\"”»]\s+en\s+(?P<language>[^\W\d][\w’' -]*)$", re.IGNORECASE
)
SMALL_WORDS = values.word_set("a and au aux d de des du en et for l la le les of pour the un une")
DECLARED = re.compile(r"\b([0-9]{1,3}(?:\s[0-9]{3})*|[0-9]{1,6})\s+(?:films|titres)\b", re.IGNORECASE)
CATALOGUE = re.compile(r"\bcatalogue\b", re.IGNORECASE)
# Words that say that what they name was there before the company.
BEFORE = re.compile(
    r"\b(?:avant|origine|ancien|ancetre|anciennement|succe|herit|nee? d|issue? d|suite d|sous le nom|devien|d abord"
    r"|naissance|fonde|cree|histoire)"
)


def company_acronym(about, name):
    """Return what the company's own name stands for, as its text says in brackets after it, or None."""
    for paragraph in about:
        for match in NAMED.finditer(paragraph.value):
            if same(match["name"], name.value) or fold(match["name"]).endswith(" " + fold(name.value)):
                return _acronym(name, match["inside"], paragraph.line)
    return None


def predecessor(about, name):
    """Return the company that this one comes from: another acronym in the text, introduced as what was before."""
    for paragraph in about:
        for match in NAMED.finditer(paragraph.value):
            printed = match["name"].split()[-1]
            if same(match["name"], name.value) or same(printed, name.value):
                continue
            acronym = _acronym(Found(printed, paragraph.line), match["inside"], paragraph.line)
            if acronym and BEFORE.search(fold(paragraph.value[: match.start()])):
                return acronym
    return None


def _acronym(name, inside, line):
    """Return what brackets say of the name before them, None when they hold something else (a year, a place)."""
    meaning = MEANING.search(inside)
    in_full = values.plain(inside[: meaning.start()] if meaning else inside).strip(" ,;")
    letters = "".join(word[0] for word in fold(in_full).split() if word not in SMALL_WORDS)
    spells = letters and fold(name.value).replace(" ", "").startswith(letters[:2]) and len(letters) > 1
    is_too_long = len(in_full) > values.LONGEST_TITLE or (
        meaning and len(meaning["word"]) > values.LONGEST_NAME
    )
    if is_too_long or not (meaning or spells):
        return None
    language = meaning and language_code(meaning["language"])
    return Acronym(
        name=name,
        full_name=Found(in_full, line) if in_full else None,
        meaning=Found(meaning["word"], line) if meaning else None,
        language=Found(language, line) if language else None,
    )


def declared_films(about):
    """Return how many films the company says it has: a number of films said of its catalogue, or the first one."""
    numbers = [
        (
            not CATALOGUE.search(paragraph.value[: match.start()]),
            Found(int("".join(match[1].split())), paragraph.line),
        )
        for paragraph in about
        for match in DECLARED.finditer(paragraph.value)
    ]
    return min(numbers, key=lambda number: number[0])[1] if numbers else None
