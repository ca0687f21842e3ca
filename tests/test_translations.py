"""The French of every message on screen is there, and is typeset as French is."""

import re

import pytest

from catalogue.management.commands.update_translations import current, extracted, is_translated

CODE = re.compile(r"%\(\w+\)[sd]|https?://\S+|\d+:\d+|</?\w[^>]*>")
WRONG = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "a straight quotation mark": re.compile(r'"'),
    "no no-break space before : ; ! ? »": re.compile(r"(?<![\u00a0\u202f\s:;!?/])[;!?»]|[^\u00a0\u202f\d(]:(?=\s|$)| [:;!?»]"),
    "no no-break space after «": re.compile(r"«(?![\u00a0\u202f])"),
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
        if WRONG[fault].search(CODE.sub("", string))
    ]
    assert faults == []
