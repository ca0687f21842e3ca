"""What is cited of a film or a text, whatever the form of the citation."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.metadata.things import said
from catalogue.publication.credits import companies
from catalogue.publication.labels import label
from catalogue.reference.roles import PRODUCING_COMPANY


@dataclass(frozen=True)
class Author:
    """`sort_name` is the name that it is sorted under, "Godard, Jean-Luc", or "" where that is not asked."""

    name: str
    sort_name: str = ""


@dataclass(frozen=True)
class Cited:
    """A film or a text. What is not known is empty."""

    kind: str  # "film" or "text"
    key: str
    title: str
    authors: list
    url: str
    original_title: str = ""
    companies: tuple = ()
    countries: tuple = ()
    year: str = ""
    day: str = ""  # as ISO 8601 has it
    running_time: int | None = None
    language: str = ""
    about: str = ""  # what a text is about
    source: str = ""  # where it was first printed


def one_line(text):
    """Return a text as one line without control characters, which no form of citation has a place for."""
    line = " ".join(text.split())
    return "".join(character for character in line if unicodedata.category(character) != "Cc")


def film(film, directors, url, sort_names=None):
    """Return what is cited of a film's document; `sort_names` are those of people, {reference: name}."""
    return Cited(
        kind="film",
        key=film["slug"],
        title=film["title"],
        authors=[_author(one, sort_names) for one in directors],
        url=url,
        original_title=film["original_title"] if film["original_title"] != film["title"] else "",
        companies=tuple(one["name"] for one in companies(film, PRODUCING_COMPANY)),
        countries=tuple(said(one["name"]) for one in film["countries"]),
        year=str(film["year"] or ""),
        running_time=film["running_time"],
        language=", ".join(one["code"] for one in film["languages"]),
    )


def text(text, subject, url, sort_names=None):
    """Return what is cited of a text; `subject` is the card or document of what it is about."""
    return _text(
        subject,
        url,
        [text["author"]] if text["author"] else [],
        sort_names,
        key=f"{subject['slug']}-{text['slug']}",
        title=text["heading"] or label("text", text["kind"]),
        year=(text["date"] or "")[:4],
        day=text["date"] or "",
        language=text["language"],
        source=text["source"],
    )


def secrets(texts, film, url, sort_names=None):
    """Return what is cited of a film's shooting secrets together."""
    authors = {one["author"]["name"]: one["author"] for one in texts if one["author"]}
    key = f"{film['slug']}-shooting-secrets"
    return _text(film, url, authors.values(), sort_names, key=key, title=_("Shooting secrets"))


def _text(subject, url, authors, sort_names, **more):
    return Cited(
        kind="text",
        authors=[_author(one, sort_names) for one in authors],
        url=url,
        about=subject.get("title") or subject["name"],
        **more,
    )


def _author(reference, sort_names):
    return Author(reference["name"], (sort_names or {}).get(reference["ref"], ""))
