"""The columns of tables of films, the same in all formats; docs/exports.md lists them. Names never change."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import override

from catalogue.publication.credits import companies, directors
from catalogue.publication.facts import FACTS, fact
from catalogue.publication.labels import label_in
from catalogue.publication.version_fields import languages_heard, languages_written
from catalogue.reference.roles import PRODUCING_COMPANY


class Columns(NamedTuple):
    """Some columns side by side. `values` is given a film's document and the Reader it is written for.

    It returns a tuple: for each a text, a number, None where nothing is known, or a list of texts.
    """

    names: tuple
    values: Callable


_more = []


def register(*columns):
    """Add Columns at the end. An app does so once, when it is ready."""
    _more.extend(columns)


def columns():
    """Return all Columns, in order."""
    return (*COLUMNS, *_more)


def column_names():
    return [name for some in columns() for name in some.names]


def codes(entries):
    return [entry["code"] for entry in entries]


def names(entries, reader):
    """Return the names of what a document names in two languages."""
    language = reader.language
    return [entry["name"][language] for entry in entries]


def people_named(references):
    return list(dict.fromkeys([reference["name"] for reference in references]))


def codes_and_names(entries, reader):
    return codes(entries), names(entries, reader)


def summary(film, reader):
    """Return (text, code of its language): the reader's, or the only one there is."""
    texts = film["short_summary"]
    for language in (reader.language, *texts):
        if texts[language]:
            return texts[language], language
    return None, None


@lru_cache(maxsize=256)
def _said(column, code, language):
    with override(language):
        return fact(column).said(code)


def _facts(film, reader):
    return tuple(
        _said(each.column, film[each.column]["code"], reader.language) if film[each.column] else None
        for each in FACTS
    )


def _titles(film, reader):
    others = [other["title"] for other in film["other_titles"]]
    return film["title"], film["title_language"] or None, film["original_title"] or None, others


def _kinds(film, reader):
    forms = [label_in(reader.language, "form", form["code"]) for form in film["forms"]]
    return forms, names(film["genres"], reader), names(film["themes"], reader)


COLUMNS = (
    Columns(("id", "address"), lambda film, reader: (film["id"], reader.address(film))),
    Columns(("title", "title_language", "original_title", "other_titles"), _titles),
    Columns(("directors",), lambda film, reader: (people_named(directors(film)),)),
    Columns(("country_codes", "countries"), lambda film, reader: codes_and_names(film["countries"], reader)),
    Columns(("year", "running_time"), lambda film, reader: (film["year"], film["running_time"])),
    Columns(("forms", "genres", "themes"), _kinds),
    Columns(tuple(each.column for each in FACTS), _facts),
    Columns(
        ("language_codes", "languages"), lambda film, reader: codes_and_names(languages_heard(film), reader)
    ),
    Columns(
        ("subtitle_codes", "subtitles"), lambda film, reader: codes_and_names(languages_written(film), reader)
    ),
    Columns(("producers",), lambda film, reader: (people_named(companies(film, PRODUCING_COMPANY)),)),
    Columns(("summary", "summary_language"), summary),
    Columns(("published",), lambda film, reader: ((film["published_at"] or "")[:10] or None,)),
)
