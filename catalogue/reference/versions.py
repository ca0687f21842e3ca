"""What versions are called: the short labels of French cinemas (VO, VOSTFR, VF AD), and the same in English words."""

import re

from babel.lists import format_list

from .languages import language_code, language_name

LABEL = re.compile(
    r"V(?P<heard>[A-Z]{1,3}?) ?(?:ST(?P<read>[A-Z]{1,3}(?:[/-][A-Z]{2,3})*))?(?P<described> AD)?"
)
SHORT = {"F": "fr", "A": "en"}  # VF, VOSTF, VOSTA


def version_name(label, locale):
    """Return what a reader calls a version of this label, as a heading has it: "Original version"."""
    name = version_said(label, locale)
    return name[:1].upper() + name[1:]


def version_said(label, locale):
    """Return it as a sentence has it: in English "original version with French subtitles" of VOSTFR.

    A label that is the name of a language is given in the reader's. Any other label stays as it is.
    """
    if locale == "en" and (found := LABEL.fullmatch(label)):
        return _in_english(**found.groupdict()) or label
    code = "" if label.isupper() else language_code(label)
    return language_name(code, locale) if code else label


def _in_english(heard, read, described):
    """Return the words of a label; None where it names what is no language."""
    spoken = "original" if heard == "O" else _language(heard)
    written = [_language(code) for code in read.split("/")] if read else []
    if None in (spoken, *written):
        return None
    more = [f"{_joined(written)} subtitles"] if written else []
    more += ["audio description"] if described else []
    return " with ".join([f"{spoken} version", *([_joined(more)] if more else [])])


def _language(short):
    code = language_code(SHORT.get(short, short.lower()))
    return language_name(code, "en") if code else None


def _joined(words):
    return format_list(words, locale="en_GB")
