"""What editors would add to the programme of the demonstration: films told whole, lives of people, themes.

Pages that were imported say little of a film; the tables in `fixtures/programme/` say all of some. Each app has a
`complete` that reads what concerns it.
"""

import tomllib
from itertools import count
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from catalogue.models import Company, CompanyCredit, Credit, Film, Genre, Person, Text, Theme

FOLDER = Path(settings.BASE_DIR, "fixtures", "programme")
FILMS = FOLDER / "films"
USES = ("spoken", "dubbed", "intertitles", "subtitles", "sdh", "audio_description")


def films():
    """Yield (film, what its table says) of all that are told whole."""
    for path in sorted(FILMS.glob("*.toml")):
        told = table(path)
        yield Film.objects.get(title=told["title"]), told


def table(path):
    return tomllib.loads(path.read_text())


def complete():
    """Write what the tables say in the place of what the pages said, and put it on the site."""
    for slug, (name_fr, name_en) in table(FOLDER / "themes.toml").items():
        Theme.objects.create(slug=slug, name_fr=name_fr, name_en=name_en)
    for film, told in films():
        _complete(film, told)
    for name, told in table(FOLDER / "people.toml").items():
        person = Person.objects.get(name=name)
        person.birth_year, person.death_year = told["born"], told.get("died")
        person.biography_fr, person.biography_en = told["fr"].strip(), told["en"].strip()
        person.save()
        _rows(person.person_countries, "country_id", told["country"].split())
    for model in (Person, Company, Film, Text):
        put_on_site(model)


def put_on_site(model):
    model.objects.filter(published_at=None).update(published_at=timezone.now())
    model.objects.update(has_changes=False)


def _complete(film, told):
    for language in ("fr", "en"):
        for name, text in told[language].items():
            setattr(film, f"{name}_{language}", text.strip())
    film.sound = told["sound"]
    film.colour = told.get("colour", film.colour)
    film.save()
    film.genres.set(Genre.objects.filter(slug__in=told.get("genres", ())))
    film.themes.set(Theme.objects.filter(slug__in=told["themes"]))
    _rows(film.film_countries, "country_id", told["countries"])
    _rows(film.original_languages, "language", told["languages"])
    film.forms.all().delete()
    for form in told["forms"]:
        film.forms.create(form=form)
    film.other_titles.all().delete()
    for position, (title, language) in enumerate(told.get("other_titles", ())):
        kind = "transliterated" if language.endswith("-Latn") else "translated"
        film.other_titles.create(title=title, language=language, kind=kind, position=position)
    _credits(film, told)
    _versions(film, told["versions"])
    for position, text in enumerate(told.get("texts", ())):
        words = text | {"body": text["body"].strip(), "text_kind": text["kind"], "position": position}
        Text.objects.create(film=film, **{name: value for name, value in words.items() if name != "kind"})


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
