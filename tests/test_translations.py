"""The French of every message on screen is there, and is typeset as French is."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, pgettext

from catalogue.management.commands.update_translations import FRENCH, current, extracted, is_translated

CODE = re.compile(r"%\(\w+\)[sd]|https?://\S+|\d+:\d+|</?\w[^>]*>")
# Before : and inside « » a no-break space (U+00A0), before ; ! ? a narrow one (U+202F).
WRONG = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "a straight quotation mark": re.compile(r'"'),
    "no no-break space before : »": re.compile(r"(?<!\u00a0)[:»]"),
    "no no-break space after «": re.compile(r"«(?!\u00a0)"),
    "no narrow no-break space before ; ! ?": re.compile(r"(?<!\u202f)[;!?]"),
    "a number that may lose its unit": re.compile(r"\d (?:mm|min|h|€|mégapixels)\b"),
    "an o and an e for œ": re.compile(r"(?i)oeuvre|coeur|soeur|noeud|voeu"),
    "a capital without its accent": re.compile(
        r"\b(?:Annee|Editer|Etat|Etalonnage|Evenement|Etats)\b|^A (?!succédé\b)"
    ),
    "a space too many": re.compile(r"[ \u00a0\u202f]{2}|[ \u00a0\u202f]$(?<!: )"),
    "three dots for an ellipsis": re.compile(r"\.\.\."),
}


def strings(message):
    return message.string if isinstance(message.string, tuple | list) else [message.string]


def test_every_message_has_its_french():
    french = {(message.id, message.context): message for message in current()}
    said = {(message.id, message.context) for message in extracted() if message.id}
    missing = [key[0] for key in said if key not in french or not is_translated(french[key])]
    assert missing == []


def test_no_message_is_kept_that_nothing_says_any_more():
    said = {(message.id, message.context) for message in extracted()}
    assert [message.id for message in current() if (message.id, message.context) not in said] == []


def test_no_translation_is_a_guess():
    assert [message.id for message in current() if message.id and message.fuzzy] == []


def test_translations_keep_the_placeholders():
    for message in current():
        if not message.id:
            continue
        singular = message.id[0] if isinstance(message.id, tuple | list) else message.id
        plural = message.id[-1] if isinstance(message.id, tuple | list) else message.id
        for string in strings(message):
            found = set(re.findall(r"%\(\w+\)[sd]", string))
            assert found <= set(re.findall(r"%\(\w+\)[sd]", plural)), message.id
            assert found >= set(re.findall(r"%\(\w+\)[sd]", singular)) - {"%(num)s", "%(count)s"}, message.id


@pytest.mark.parametrize("fault", WRONG)
def test_the_french_is_typeset_as_french(fault):
    faults = [
        string
        for message in current()
        if message.id
        for string in strings(message)
        if WRONG[fault].search(CODE.sub("0", string))
    ]
    assert faults == []


WRONG_ENGLISH = {
    "a straight apostrophe": re.compile(r"\w'"),
    "a straight quotation mark": re.compile(r'"'),
    "three dots for an ellipsis": re.compile(r"\.\.\."),
    "a space before : ; ! ?": re.compile(r"\s[:;!?]"),
    "American spelling": re.compile(
        r"(?i)\b(?:colors?|catalogs?|theaters?|centers?|grays?)\b|iz(?:e|ed|ing|ation)\b"
    ),
}


@pytest.mark.parametrize("fault", WRONG_ENGLISH)
def test_the_english_is_typeset_and_spelt_as_british_english_is(fault):
    said = [m.id[-1] if isinstance(m.id, tuple | list) else m.id for m in extracted() if m.id]
    assert [text for text in said if WRONG_ENGLISH[fault].search(CODE.sub("0", text))] == []


def test_a_message_begins_and_ends_alike_in_both_languages():
    """Labels in lower case stay so (Django capitalises them where it must), and a sentence stays a sentence."""
    unlike = []
    for message in current():
        english = message.id[0] if isinstance(message.id, tuple | list) else message.id
        for french in strings(message):
            cases = [text[:1].isupper() for text in (english, french) if text[:1].isalpha()]
            ends = [text[-1:] if text[-1:] in (".", "…") else "" for text in (english, french)]
            if (len(cases) == 2 and cases[0] != cases[1]) or ends[0] != ends[1]:
                unlike.append((english, french))
    assert unlike == []


def test_the_french_written_here_is_the_french_shown():
    """Django and the packages it comes with say some of the same messages, and theirs would win."""
    with translation.override("fr"):
        assert [
            (message.id, message.string, shown)
            for message in current()
            if isinstance(message.id, str) and message.id
            for shown in [pgettext(message.context, message.id) if message.context else gettext(message.id)]
            if shown != message.string
        ] == []


def test_the_header_holds_nothing_that_changes_with_each_update():
    header = FRENCH.read_text().partition("\n\n")[0]
    assert re.findall(r"Date|Translator|EMAIL|Babel|\b20\d\d\b", header) == []


def test_every_template_that_speaks_is_read():
    """A folder of templates that is not read loses its French without a word."""
    read = {path for message in extracted() for path, _line in message.locations}
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    speaking = {
        path for path in templates if re.search(r"\b_\(|ngettext\(|{% (?:block)?trans", path.read_text())
    }
    assert {path.relative_to(settings.BASE_DIR).as_posix() for path in speaking} - read == set()
