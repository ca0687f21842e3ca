"""What was understood of a pasted page: each value in words of the form, with its line; what the page says twice."""

from dataclasses import dataclass, fields, is_dataclass

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalogue.importing.parsing import KINDS, marks_on
from catalogue.importing.parsing.lines import BULLET, lines_of
from catalogue.importing.records import CompanyCataloguePage, FilmPage, Found, ShootingSecretsPage
from catalogue.models import Company, Film, LanguageUse, OutsideWork, Person, Text, Version
from catalogue.publication.labels import label_in
from catalogue.reference import countries
from catalogue.reference.languages import language_name
from catalogue.reference.roles import CompanyRole, Role

LONGEST = 300  # letters of a line that are shown
KINDS_IN_WORDS = {
    FilmPage: gettext_lazy("The page of a film."),
    CompanyCataloguePage: gettext_lazy("The catalogue of a company."),
    ShootingSecretsPage: gettext_lazy("The shooting secrets of a film."),
}


def _of(model, name):
    return model._meta.get_field(name).verbose_name


DIRECTOR, SUBTITLES = Role.DIRECTOR.label, LanguageUse.Use.SUBTITLES.label
HEADING, FORMAT = _of(Text, "heading"), gettext_lazy("format")
SIGNED = {"author": _of(Text, "author"), "quality": _of(Text, "author_quality"), "heading": HEADING}
LABELS = {  # of the fields of each record
    "FilmPage": {
        "title": _of(Film, "title"),
        "cover_text": _of(Film, "cover_text_fr"),
        "presentation": Text.Kind.PRESENTATION.label,
        "supports": FORMAT,
        "directors": DIRECTOR,
        "cast": Role.CAST.label,
        "year": _of(Film, "year"),
        "countries": gettext_lazy("country of production"),
        "forms": gettext_lazy("forms"),
        "genres": _of(Film, "genres"),
        "running_time": _of(Film, "running_time"),
        "producers": CompanyRole.PRODUCER.label,
        "languages": gettext_lazy("original languages"),
        "subtitles": SUBTITLES,
        "short_summary": _of(Film, "short_summary_fr"),
    },
    "Availability": {"text": gettext_lazy("availability")},
    "GuestText": SIGNED | {"paragraphs": Text.Kind.PRESENTATION.label},
    "PageVersion": {
        "label": gettext_lazy("version"),
        "running_time": _of(Version, "running_time"),
        "spoken": LanguageUse.Use.SPOKEN.label,
        "subtitles": SUBTITLES,
    },
    "CompanyCataloguePage": {
        "name": _of(Company, "name"),
        "declared_films": _of(Company, "declared_films"),
        "about": _of(Company, "about_fr"),
    },
    "Acronym": {
        "name": _of(Company, "name"),
        "full_name": _of(Company, "full_name"),
        "meaning": _of(Company, "acronym_meaning_fr"),
        "language": gettext_lazy("language"),
    },
    "FilmList": {"heading": HEADING, "announced": gettext_lazy("films announced")},
    "CatalogueFilm": {
        "title": _of(Film, "title"),
        "supports": FORMAT,
        "synopsis": _of(Film, "synopsis_fr"),
    },
    "ShootingSecretsPage": {"film_title": _of(Film, "title")},
    "Biography": {"heading": HEADING, "names": DIRECTOR, "paragraphs": _of(Person, "biography_fr")},
    "OutsideWork": {"title": OutsideWork._meta.verbose_name},
    "TextSection": SIGNED | {"paragraphs": _of(Text, "body")},
    "PopularList": {"heading": HEADING},
    "PopularFilm": {"title": gettext_lazy("popular film"), "year": _of(Film, "year")},
}
FIRST_KEPT = gettext_lazy("The page says it twice, not in the same way: the first is kept.")
CONTRADICTIONS = {  # by the code of a warning: what was made of it
    "signatory-in-cast": gettext_lazy(
        "Cast on one line, the signatory of a text on another: kept as its author."
    ),
    "film-language": gettext_lazy(
        "Of the film the page says another language than of its versions: it is kept as the original language, and "
        "each version keeps its own."
    ),
    "film-subtitles": gettext_lazy(
        "Of the film the page says other subtitles than of its versions: those of each version are kept."
    ),
    "running-time": gettext_lazy(
        "Two running times: the film keeps its own and a version its own; of two for one, the first is kept."
    ),
    "doubled-block": gettext_lazy(
        "Printed twice, not in the same way: of two values the first is kept, and so is what one print alone says."
    ),
    "doubled-name": FIRST_KEPT,
    "film-count": gettext_lazy(
        "The page announces another number of films than follow: those that follow are kept."
    ),
}
NOT_UNDERSTOOD = {
    "unknown-field": gettext_lazy("What is in no known field is left out."),
    "no-director-name": gettext_lazy(
        "Fewer names than expected are in this text: it is kept with those it has."
    ),
}


@dataclass(frozen=True)
class Row:
    """A value of the page: the field in words of the form, the line that says it, whether it is contradicted."""

    label: str
    value: str
    line: int | None
    text: str
    is_contradicted: bool = False


@dataclass(frozen=True)
class Contradiction:
    """What is said in two ways: `sides` are rows; `told` says which of them is kept."""

    label: str
    told: str
    sides: list[Row]


@dataclass(frozen=True)
class Understood:
    kind: str
    rows: list[Row]
    contradictions: list[Contradiction]
    left_out: list[Row]  # the lines that were not understood, each with a reason
    unused: list[Row]  # headings, prints of what was read above, and the like


def understood(record, source, kept=()):
    """Return what a page says. `kept` are the messages of `store` about what the catalogue says otherwise."""
    facts = [*_facts(record)]
    of_line = {}
    for name, found in facts:
        of_line.setdefault(found.line, name)
    contradictions = [
        _contradiction(warning, of_line, source)
        for warning in record.warnings
        if warning.code in CONTRADICTIONS
    ]
    contradictions += [_against_catalogue(message, source) for message in kept]
    contradicted = {side.line for contradiction in contradictions for side in contradiction.sides}
    joined = {}
    for name, found in facts:
        joined.setdefault((found.line, name), []).append(found)
    rows = [
        _row(
            name,
            line,
            ", ".join(said(found.value, name.field) for found in there),
            source,
            line in contradicted,
        )
        for (line, name), there in sorted(joined.items(), key=lambda item: item[0][0])
    ]
    odd = [warning for warning in record.warnings if warning.code in NOT_UNDERSTOOD]
    left_out = [_row("", odd_one.line, NOT_UNDERSTOOD[odd_one.code], source) for odd_one in odd]
    told = {*of_line, *contradicted, *(warning.line for warning in record.warnings)}
    return Understood(KINDS_IN_WORDS[type(record)], rows, contradictions, left_out, [*_unused(source, told)])


def _facts(record):
    """Yield (what the form calls it, Found) for each value of a record."""
    labels = LABELS.get(type(record).__name__, {})
    for field in fields(record):
        value = getattr(record, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Found):
                yield _Name(labels[field.name], field.name), part
            elif is_dataclass(part) and field.name != "warnings":
                yield from _facts(part)


@dataclass(frozen=True)
class _Name:
    label: str
    field: str


def said(value, field):
    """Return a value as its reader says it: codes by their names. Of a contradiction it may be in the page's words."""
    names = {
        **dict.fromkeys(["languages", "language", "spoken", "subtitles"], language_name),
        "countries": _country,
        "supports": lambda code, language: label_in(language, "support", code),
        "forms": lambda code, language: label_in(language, "form", code),
    }
    if field in names:
        return names[field](value, get_language())
    if isinstance(value, int) and field == "running_time":
        return _("{minutes} min").format(minutes=value)
    return shortened(str(value))


def _country(code, language):
    known = {one for one, *_rest in countries.names()}
    return countries.name(code, language) if code in known else code


def _row(name, line, value, source, is_contradicted=False):
    name = capfirst(str(name.label if isinstance(name, _Name) else name))
    return Row(name, value, line, line_text(source.lines, line), is_contradicted)


def _contradiction(warning, of_line, source):
    lines = [*(side.line for side in warning.sides), warning.line]
    name = next((of_line[line] for line in lines if line in of_line), _Name("", ""))
    sides = [_row(name, side.line, said(side.value, name.field), source) for side in warning.sides]
    sides = sides or [_row(name, warning.line, "", source)]
    return Contradiction(capfirst(str(name.label)), CONTRADICTIONS[warning.code], sides)


def _against_catalogue(message, source):
    kept = message.kept
    here = Row(_("The catalogue"), shortened(kept.here) or _("empty, since an editor left it so"), None, "")
    sides = [here, _row("", message.line, shortened(kept.page), source)]
    told = _("The catalogue says otherwise: what it says is kept.")
    return Contradiction(capfirst(kept.field), told, sides)


def _unused(source, told):
    lines = lines_of(source)
    texts = {line.text for line in lines if line.number in told}
    for line in lines:
        is_mark = any(marks_on([line], kind) for kind in KINDS)
        if line.number not in told and line.text not in texts and not is_mark:
            yield _row("", line.number, "", source)


def line_text(lines, number):
    """Return what a line says, without the bullet before it."""
    return shortened(BULLET.sub("", lines[number - 1].strip(), count=1)) if number else ""


def shortened(text):
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
