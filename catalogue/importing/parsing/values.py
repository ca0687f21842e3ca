"""The values of source pages: years, running times, supports, countries, languages, names. No Django.

Readers take `(text, line, field)`, return what the text means, and raise ParseError when it means nothing.
"""

import re
import unicodedata

from catalogue.folding import fold
from catalogue.importing.records import Found, ParseError
from catalogue.reference.countries import country_code
from catalogue.reference.languages import language_code
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

LONGEST_TITLE = 250
LONGEST_NAME = 150
LONGEST_GENRE = 100
LONGEST_RUNNING_TIME = 6000  # minutes

BLANK = frozenset(" \u115f\u1160\u2800\u3164\uffa0")  # printable by their class, with nothing to see

YEAR = re.compile(r"[0-9]{4}")
HOURS = re.compile(
    r"(?P<hours>[0-9]{1,2}) ?(?:h|heures?|:)"
    r"(?: ?(?:et )?(?P<minutes>[0-9]{1,2}) ?(?:m|mn|min|minutes?|['’′])?)?\.?",
    re.IGNORECASE,
)
MINUTES = re.compile(r"(?P<minutes>[0-9]{1,4}) ?(?:m|mn|min|minutes?|['’′])?\.?", re.IGNORECASE)

SUPPORT = re.compile(
    r"(?P<svod>S-?VOD)|(?P<vod>VOD)|(?P<dvd>DVD)|(?P<bluray>BLU[- ]?RAY)|(?P<dcp>DCP)"
    r"|(?P<multi>MULTI-?SUPPORTS?)",
    re.IGNORECASE,
)
BETWEEN_SUPPORTS = re.compile(r"[\s,;/+|•·&-]*")

SEPARATOR = re.compile(r"\s*[,;/|]\s*")
AND = re.compile(r"\s+(?:et|and|&)\s+", re.IGNORECASE)
BETWEEN_COMPANIES = re.compile(r"\s*[,;|]\s*|\s+/\s+")
# What follows a comma and still belongs to the company before it.
LEGAL_FORM = re.compile(
    r"(?:inc|llc|ltd|ltda|corp|co|s\.?a|s\.?a\.?r\.?l|s\.?a\.?s|gmbh|b\.?v|s\.?r\.?l)\.?", re.IGNORECASE
)
NONE = frozenset({"", "aucun", "aucune", "aucuns", "sans", "non", "none", "no", "sans sous titres"})
# What pages call forms; two of them at once in some words.
FORMS = {
    "fiction": "fiction",
    "film de fiction": "fiction",
    "documentaire": "documentary",
    "film documentaire": "documentary",
    "docufiction": "documentary fiction",
    "docu fiction": "documentary fiction",
    "vue": "actuality",
    "actualites": "actuality",
    "essai": "essay",
    "film essai": "essay",
    "essai documentaire": "essay documentary",
    "animation": "animation",
    "film d animation": "animation",
    "documentaire d animation": "animation documentary",
    "experimental": "experimental",
    "film experimental": "experimental",
    "cinema experimental": "experimental",
    "film de montage": "compilation",
    "montage d archives": "compilation",
    "captation": "performance",
    "spectacle filme": "performance",
    "film amateur": "amateur",
    "film de famille": "amateur",
}


def word_set(words):
    """Return the words of a list written as one string."""
    return frozenset(words.split())


def plain(text):
    """Return text with every run of white space (no-break spaces too) as one space, and none around it."""
    return " ".join(trimmed(text).split())


def trimmed(text):
    """Return text without what shows nothing at its ends: white space, zero-width spaces, marks of direction."""
    start, end = 0, len(text)
    while start < end and not _shows(text[start]):
        start += 1
    while start < end and not _shows(text[end - 1]):
        end -= 1
    return text[start:end]


def _shows(character):
    return character.isprintable() and character not in BLANK


def title(text, line, field="Title", longest=LONGEST_TITLE):
    """Return text if it can be a title: visible characters, and no more than the column holds."""
    if not any(_shows(letter) and not unicodedata.category(letter).startswith("M") for letter in text):
        raise ParseError(line, field, text, f"a {field.lower()} that can be seen")
    return short(text, line, field, longest)


def year(text, line, field="Année"):
    if YEAR.fullmatch(text.strip()) and FIRST_FILM_YEAR <= int(text) <= LAST_FILM_YEAR:
        return int(text)
    expected = f"a year of four digits between {FIRST_FILM_YEAR} and {LAST_FILM_YEAR}"
    raise ParseError(line, field, text.strip(), expected)


def minutes(text, line, field="Durée"):
    """Return a running time in minutes: "80", "80 min", "1h20", "1 h 20" and "1:20" are the same."""
    words = plain(text)
    match = HOURS.fullmatch(words) or MINUTES.fullmatch(words)
    if match:
        parts = match.groupdict()
        hours, rest = int(parts.get("hours") or 0), int(parts["minutes"] or 0)
        total = hours * 60 + rest
        if 0 < total <= LONGEST_RUNNING_TIME and ("hours" not in parts or rest < 60):
            return total
    raise ParseError(line, field, words, "a running time such as 80, 52min or 1h20")


def looks_like_minutes(text):
    """Whether a line by itself is a running time: hours, or minutes with their unit."""
    words = plain(text)
    return bool(HOURS.fullmatch(words) or (MINUTES.fullmatch(words) and not words.isdigit()))


def supports(text):
    """Return the supports glued together in text, in order and once each; None if anything else is there.

    "SVODVODDVD" is ("svod", "vod", "dvd"), an empty text ().
    """
    codes, place = [], BETWEEN_SUPPORTS.match(text).end()
    while place < len(text):
        token = SUPPORT.match(text, place)
        if not token:
            return None
        codes.append(token.lastgroup)
        place = BETWEEN_SUPPORTS.match(text, token.end()).end()
    return tuple(dict.fromkeys(codes))


def countries(text, line, field="Pays", in_year=None):
    """Return the codes of a list of countries; `in_year` distinguishes former states from their successors."""
    return _codes(text, line, field, "the name of a country", lambda name: country_code(name, in_year))


def languages(text, line, field="Langue"):
    """Return the codes of a list of languages; () for "aucune"."""
    return _codes(text, line, field, "the name of a language", language_code)


def _codes(text, line, field, expected, code_of):
    words = plain(text)
    if fold(words) in NONE:
        return ()
    whole = code_of(words)
    names = [words] if whole else map(plain, SEPARATOR.split(words))
    parts = [part for name in names for part in ([name] if code_of(name) else AND.split(name)) if part]
    unknown = [part for part in parts if not code_of(part)]
    if unknown:
        raise ParseError(line, field, ", ".join(unknown), expected)
    return tuple(Found(code, line) for code in dict.fromkeys(map(code_of, parts)))


def forms(text, line, field="Forme"):
    """Return the codes of a list of forms: “Documentaire, essai”."""
    found, others = forms_among(genres(text, line, field))
    if others:
        unknown = ", ".join(word.value for word in others)
        raise ParseError(line, field, unknown, "a form such as documentaire, fiction, animation")
    return found


def genres(text, line, field="Genre"):
    """Return the words of a list of genres: “Documentaire, western”. Pages also name forms there."""
    words = {fold(word): word for word in map(plain, SEPARATOR.split(plain(text))) if fold(word) not in NONE}
    return tuple(Found(short(word, line, field, LONGEST_GENRE), line) for word in words.values())


def forms_among(words):
    """Return (codes of the forms that some words of a page name, the other words)."""
    named = [(word, FORMS.get(fold(word.value), "").split()) for word in words]
    codes = {code: Found(code, word.line) for word, codes in named for code in codes}
    return tuple(codes.values()), tuple(word for word, codes in named if not codes)


def companies(text, line, field="Producteur"):
    """Return the companies of a comma string: "A, B Inc., C" is three, and "B, Inc." is one."""
    names = []
    for part in map(plain, BETWEEN_COMPANIES.split(text)):
        if names and LEGAL_FORM.fullmatch(part):
            names[-1] += f", {part}"
        elif part:
            names.append(part)
    return tuple(Found(short(name, line, field, LONGEST_NAME), line) for name in dict.fromkeys(names))


def short(text, line, field, longest):
    """Return text if it is not longer than the column."""
    if len(text) > longest:
        raise ParseError(line, field, text, f"{longest} letters at most, not {len(text)}")
    return text
