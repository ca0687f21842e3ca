"""The catalogue's fields of a version: what is heard in it, what is written, and who can follow it."""

from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy

from catalogue.reference.languages import NO_DIALOGUE, NO_DIALOGUE_NAMES, language_code, language_name

from .fields import NO_LABELS, UNKNOWN, Field, named
from .labels import label
from .saying import Saying

HEARD = ("spoken", "sung", "signed", "dubbed", "voice_over")
WRITTEN = ("subtitles", "sdh")
ACCESSIBLE = ("sdh", "audio_description", "signed")  # for whom does not hear, or does not see
SILENT = ("silent", "music")
NOBODY_SPEAKS = {"code": NO_DIALOGUE, "name": NO_DIALOGUE_NAMES}


def _used(version, uses):
    """The languages that a version uses in one of these ways."""
    found = [use["languages"] for use in version["uses"] if use["use"] in uses] if version else []
    return [language for languages in found for language in languages]


def _heard(film, version):
    """What is heard in a version. Where no version says: nothing in a silent film, else the film's own languages."""
    if found := _used(version, HEARD):
        return found
    if any(_used(other, HEARD) for other in film["versions"]):
        return []
    return [NOBODY_SPEAKS] if _is_silent(film) else film["languages"]


def _is_silent(film):
    return bool(film["sound"]) and film["sound"]["code"] in SILENT


def _read(film, version):
    """The languages of which reading one is enough to follow a version.

    Those of its subtitles; those of its intertitles where nobody speaks. Where nobody speaks and nothing is written
    there is nothing to read, but for a silent film, which may have intertitles that nobody has recorded.
    """
    written = _used(version, WRITTEN)
    if {language["code"] for language in _heard(film, version)} != {NO_DIALOGUE}:
        return written
    written += _used(version, ["intertitles"])
    return written if written or _is_silent(film) else [NOBODY_SPEAKS]


def languages_heard(film):
    """Return the languages that are heard in one version of a film or another, as its document names them."""
    return _each_once(
        language for version in film["versions"] or [None] for language in _heard(film, version)
    )


def languages_written(film):
    """Return the languages of the subtitles of one version of a film or another."""
    return _each_once(language for version in film["versions"] for language in _used(version, WRITTEN))


def _each_once(languages):
    return list({language["code"]: language for language in languages}.values())


def _accessible(version):
    return [
        (f"{use}-{language['code']}", NO_LABELS) for use in ACCESSIBLE for language in _used(version, [use])
    ]


def _accessible_said(value):
    use, _dash, code = value.partition("-")
    name = language_name(code, get_language())
    if use == "sdh":
        return pgettext("accessibility", "SDH, %(language)s") % {"language": name}
    return f"{label('language_use', use)}, {name}"


def _accessible_in_title(value):
    """Return how the title of a list says it: "with audio description in French"."""
    use, _dash, code = value.partition("-")
    phrase = {
        "sdh": pgettext("title of a list", "with SDH subtitles in %(language)s"),
        "audio_description": pgettext("title of a list", "with audio description in %(language)s"),
        "signed": pgettext("title of a list", "signed in %(language)s"),
    }[use]
    return phrase % {"language": language_name(code, get_language())}


def _takes(value):
    use, _dash, code = value.partition("-")
    return use in ACCESSIBLE and language_code(code) == code


def _language_called(code, language):
    return language_name(code, language) if language_code(code) == code else code


LANGUAGE = Field(
    "language",
    gettext_lazy("Spoken language"),
    way=lambda film, version, offer, today: named(*_heard(film, version)),
    all_of=pgettext_lazy("spoken languages", "all of them in one version"),
    name_of=_language_called,
    in_portrait=10,
    heading=gettext_lazy("Spoken languages"),
    in_title=Saying(
        each=pgettext_lazy("title of a list", "in %(value)s"),
        whole={NO_DIALOGUE: pgettext_lazy("title of a list", "without dialogue")},
        together=pgettext_lazy("title of a list", "%(values)s in one version"),
    ),
    akin=gettext_lazy("Same language: %(value)s"),
)
SUBTITLES = Field(
    "subtitles",
    gettext_lazy("Subtitles"),
    way=lambda film, version, offer, today: named(*_used(version, WRITTEN)),
    unknown=pgettext_lazy("subtitles", "None stated"),
    name_of=_language_called,
    in_portrait=10,
    in_title=Saying(
        pgettext_lazy("title of a list", "with %(values)s subtitles"),
        each=pgettext_lazy("title of a list, subtitles", "%(value)s"),
        whole={UNKNOWN: pgettext_lazy("title of a list", "with no subtitles stated")},
    ),
)
READS = Field(
    "reads",
    gettext_lazy("Readable in"),
    way=lambda film, version, offer, today: named(*_read(film, version)),
    unknown=pgettext_lazy("languages to read", "Not stated"),
    name_of=_language_called,
    in_portrait=0,
    in_title=Saying(
        pgettext_lazy("title of a list", "with subtitles or intertitles in %(values)s"),
        each=pgettext_lazy("title of a list, reading", "%(value)s"),
        whole={
            NO_DIALOGUE: pgettext_lazy("title of a list", "with nothing to read"),
            UNKNOWN: pgettext_lazy("title of a list", "with no subtitles or intertitles stated"),
        },
    ),
)
ACCESSIBILITY = Field(
    "accessibility",
    gettext_lazy("Accessibility"),
    way=lambda film, version, offer, today: _accessible(version),
    says=_accessible_said,
    takes=_takes,
    unknown=pgettext_lazy("accessibility", "None stated"),
    in_portrait=0,
    in_title=Saying(
        says=_accessible_in_title,
        whole={UNKNOWN: pgettext_lazy("title of a list", "with no accessibility stated")},
    ),
)
