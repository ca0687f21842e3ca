"""What versions are called: the short labels of French cinemas (VO, VOSTFR, VF AD), and the same in words."""

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
    """Return it as a sentence has it: "original version with French subtitles" of VOSTFR, "VF sous-titrée en anglais"
    of VFSTEN.

    A label that is the name of a language is given in the reader's. Any other label stays as it is.
    """
    if found := LABEL.fullmatch(label):
        return _in_words(locale, **found.groupdict()) or label
    code = "" if label.isupper() else language_code(label)
    return language_name(code, locale) if code else label


def _in_words(locale, heard, read, described):
    """Return the words of a label; None where it names what is no language."""
    spoken = "O" if heard == "O" else _language(heard, locale)
    written = [_language(code, locale) for code in read.split("/")] if read else []
    if None in (spoken, *written):
        return None
    return (_in_english if locale == "en" else _in_french)(spoken, written, described)


def _in_english(spoken, written, described):
    more = [f"{_joined(written, 'en_GB')} subtitles"] if written else []
    more += ["audio description"] if described else []
    name = "original version" if spoken == "O" else f"{spoken} version"
    return " with ".join([name, *([_joined(more, "en_GB")] if more else [])])


def _in_french(spoken, written, described):
    name = {"O": "VO", "français": "VF"}.get(spoken, f"version en {spoken}")
    if written == ["français"] and spoken == "O":
        name = "VOSTFR"
    elif written:
        name += f" sous-titrée en {_joined(written, 'fr')}"
    return f"{name} avec audiodescription" if described else name


def _language(short, locale):
    code = language_code(SHORT.get(short, short.lower()))
    return language_name(code, locale) if code else None


def _joined(words, locale):
    return format_list(words, locale=locale)
