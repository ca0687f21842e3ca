"""What editors would add to the programme of the demonstration: films told whole, lives of people, themes.

Pages that were imported say little of a film; the tables in `fixtures/programme/` say all of some, and the facts that
are missing of the others (`facts.csv`). Each app has a `complete` that reads what concerns it.
"""

import csv
import tomllib
from itertools import count
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from catalogue.folding import fold
from catalogue.models import (
    Company,
    CompanyCredit,
    Credit,
    Film,
    Genre,
    OwnPage,
    Person,
    Selection,
    Text,
    Theme,
)
from catalogue.reference.genres import genre_names

FOLDER = Path(settings.BASE_DIR, "fixtures", "programme")
FILMS = FOLDER / "films"
USES = ("spoken", "dubbed", "intertitles", "subtitles", "sdh", "audio_description")


def _versions_in(cell):
    """Return the versions that a cell tells: "intertitles:de subtitles:fr,en | spoken:fr" is two."""
    versions = [[use.split(":") for use in version.split()] for version in cell.split("|")]
    return [{use: languages.split(",") for use, languages in version} for version in versions]


def _titles_in(cell):
    """Return the titles that a cell tells, each with its language: "Beauty and the Beast [en]; …"."""
    return [title.rstrip("]").split(" [") for title in cell.split("; ")]


CELLS = {
    "other_titles": _titles_in,
    "year": int,
    "running_time": int,
    "directors": lambda cell: [name.strip() for name in cell.split(";")],
    **dict.fromkeys(("countries", "languages", "forms", "genres"), str.split),
    "versions": _versions_in,
}


def films():
    """Yield (film, what its table says) of all that are told whole."""
    for path in sorted(FILMS.glob("*.toml")):
        told = table(path)
        yield Film.objects.get(title=told["title"]), told


def facts():
    """Yield (film, what `facts.csv` says of it, as a table of a film told whole would) of the films it names.

    An empty cell leaves what the pages say. A title is the right one: its letters alone tell which film it is of.
    """
    with open(FOLDER / "facts.csv", newline="") as file:
        for line in csv.DictReader(file):
            cells = {column: CELLS.get(column, str)(cell) for column, cell in line.items() if cell}
            yield Film.objects.get(folded_title=fold(line["title"])), cells


def table(path):
    return tomllib.loads(path.read_text())


def complete():
    """Write what the tables say in the place of what the pages said, and put it on the site."""
    for slug, (name_fr, name_en) in table(FOLDER / "themes.toml").items():
        Theme.objects.create(slug=slug, name_fr=name_fr, name_en=name_en)
    for film, told in facts():
        _write_facts(film, told)
    _summarize()
    for film, told in films():
        _complete(film, told)
    for name, told in table(FOLDER / "companies.toml").items():
        company = Company.objects.get(name=name)
        for former in told.pop("former_names", ()):
            company.former_names.create(name=former)
        _fill_in(company, told)
    _annotate_popular_films()
    for name, told in table(FOLDER / "people.toml").items():
        person = Person.objects.get(name=name)
        person.birth_year, person.death_year = told.get("born"), told.get("died")
        for language in {"fr", "en"} & told.keys():
            setattr(person, f"biography_{language}", told[language].strip())
        person.save()
        _rows(person.person_countries, "country_id", told["country"].split())
    for page in table(FOLDER / "pages.toml")["page"]:
        OwnPage.objects.create(**page)
    for model in (Person, Company, Film, Selection, Text, OwnPage):
        put_on_site(model)


def put_on_site(model):
    model.objects.filter(published_at=None).update(published_at=timezone.now())
    model.objects.update(has_changes=False)


def _summarize():
    """Write the short summaries that pages do not have. Films are found by the letters of their titles alone."""
    there = {_letters(film.title): film for film in Film.objects.all()}
    for title, told in table(FOLDER / "summaries.toml").items():
        film = there[_letters(title)]
        names = {"fr": "short_summary_fr", "en": "short_summary_en"}
        _fill_in(film, {names.get(name, name): words for name, words in told.items()})


def _annotate_popular_films():
    """Write a word on each film of the list that was imported without any."""
    told = table(FOLDER / "popular.toml")
    [popular] = Selection.objects.all()
    popular.curator = told["curator"]
    popular.save()
    notes = {_letters(title): note for title, note in told["notes"].items()}
    for row in popular.selected_films.select_related("film"):
        row.note_fr, row.note_en = notes[_letters(row.film.title)]
        row.save()


def _fill_in(row, told):
    """Write what a table says into the columns that it names."""
    for name, value in told.items():
        setattr(row, "country_id" if name == "country" else name, value.strip())
    row.save()


def _letters(title):
    return fold(title).replace(" ", "")


def _complete(film, told):
    for language in ("fr", "en"):
        for name, text in told[language].items():
            setattr(film, f"{name}_{language}", text.strip())
    _write_facts(film, {"genres": (), "other_titles": ()} | told)
    film.themes.set(Theme.objects.filter(slug__in=told["themes"]))
    _credits(film, told)
    for position, text in enumerate(told.get("texts", ())):
        words = text | {"body": text["body"].strip(), "text_kind": text["kind"], "position": position}
        Text.objects.create(film=film, **{name: value for name, value in words.items() if name != "kind"})


def _write_facts(film, told):
    """Write the facts that are told of a film, in the place of what is there."""
    for column in ("title", "year", "running_time", "colour", "sound"):
        if column in told:
            setattr(film, column, told[column])
    film.save()
    if "directors" in told:
        film.credits.filter(role="director").delete()
        for position, name in enumerate(told["directors"]):
            person, _is_new = Person.objects.get_or_create(name=name)
            Credit.objects.create(film=film, person=person, role="director", position=position)
    if "genres" in told:
        film.genres.set(map(_genre, told["genres"]))
    if "countries" in told:
        _rows(film.film_countries, "country_id", told["countries"])
    if "languages" in told:
        _rows(film.original_languages, "language", told["languages"])
    if "forms" in told:
        film.forms.all().delete()
        for form in told["forms"]:
            film.forms.create(form=form)
    if "other_titles" in told:
        _other_titles(film, told["other_titles"])
    if "versions" in told:
        _versions(film, told["versions"])


def _other_titles(film, titles):
    film.other_titles.all().delete()
    for position, (title, language) in enumerate(titles):
        kind = "transliterated" if language.endswith("-Latn") else "translated"
        film.other_titles.create(title=title, language=language, kind=kind, position=position)


def _genre(slug):
    name_fr, name_en = genre_names(slug)
    return Genre.objects.get_or_create(slug=slug, defaults={"name_fr": name_fr, "name_en": name_en})[0]


def _rows(rows, column, values):
    rows.all().delete()
    for position, value in enumerate(values):
        rows.create(**{column: value, "position": position})


def _credits(film, told):
    film.credits.all().delete()
    positions = count()
    for role, people in told["credits"].items():
        for name in people:
            name, _bar, character = (part.strip() for part in name.partition("|"))
            person, _is_new = Person.objects.get_or_create(name=name)
            columns = {"character": character, "position": next(positions)}
            Credit.objects.create(film=film, person=person, role=role, **columns)
    for role, companies in told.get("companies", {}).items():
        for name in companies:
            company, _is_new = Company.objects.get_or_create(name=name)
            CompanyCredit.objects.create(film=film, company=company, role=role, position=next(positions))


def _versions(film, versions):
    film.versions.all().delete()
    for position, uses in enumerate(versions):
        version = film.versions.create(position=position)
        places = count()
        for use in USES:
            for language in uses.get(use, ()):
                version.language_uses.create(language=language, use=use, position=next(places))
