"""The columns of tables of films, the same in all formats; docs/exports.md lists them. Names never change."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import get_language

from catalogue.publication.credits import companies, directors
from catalogue.publication.facts import fact
from catalogue.publication.labels import label
from catalogue.publication.version_fields import languages_heard, languages_written
from catalogue.reference.roles import PRODUCING_COMPANY


@dataclass(frozen=True)
class Column:
    """A column. `value` is given a film's document and the Reader, in whose language words are looked up.

    It returns a text, a number, None where nothing is known, or a list of texts.
    """

    name: str
    value: Callable


_more = []


def register(*columns):
    """Add columns at the end. An app does so once, when it is ready."""
    _more.extend(columns)


def columns():
    return (*COLUMNS, *_more)


def codes(entries):
    return [entry["code"] for entry in entries]


def names(entries):
    """Return the names of what a document names in two languages."""
    language = get_language()
    return [entry["name"][language] for entry in entries]


def people_named(references):
    return list(dict.fromkeys(reference["name"] for reference in references))


def labels(choices, entries):
    return [label(choices, entry["code"]) for entry in entries]


def summary(film):
    """Return (code of its language, text): the reader's, or the only one there is."""
    texts = film["short_summary"]
    for language in (get_language(), *texts):
        if texts[language]:
            return language, texts[language]
    return None, None


def _said(column, film):
    return fact(column).said(film[column]["code"]) if film[column] else None


COLUMNS = (
    Column("id", lambda film, reader: film["id"]),
    Column("address", lambda film, reader: reader.address(film)),
    Column("title", lambda film, reader: film["title"]),
    Column("title_language", lambda film, reader: film["title_language"] or None),
    Column("original_title", lambda film, reader: film["original_title"] or None),
    Column("other_titles", lambda film, reader: [other["title"] for other in film["other_titles"]]),
    Column("directors", lambda film, reader: people_named(directors(film))),
    Column("country_codes", lambda film, reader: codes(film["countries"])),
    Column("countries", lambda film, reader: names(film["countries"])),
    Column("year", lambda film, reader: film["year"]),
    Column("running_time", lambda film, reader: film["running_time"]),
    Column("forms", lambda film, reader: labels("form", film["forms"])),
    Column("genres", lambda film, reader: names(film["genres"])),
    Column("themes", lambda film, reader: names(film["themes"])),
    Column("colour", lambda film, reader: _said("colour", film)),
    Column("sound", lambda film, reader: _said("sound", film)),
    Column("language_codes", lambda film, reader: codes(languages_heard(film))),
    Column("languages", lambda film, reader: names(languages_heard(film))),
    Column("subtitle_codes", lambda film, reader: codes(languages_written(film))),
    Column("subtitles", lambda film, reader: names(languages_written(film))),
    Column("producers", lambda film, reader: people_named(companies(film, PRODUCING_COMPANY))),
    Column("summary", lambda film, reader: summary(film)[1]),
    Column("summary_language", lambda film, reader: summary(film)[0]),
    Column("published", lambda film, reader: film["published_at"][:10] if film["published_at"] else None),
)
