"""The facts of the demonstration: what is told of each of its films, and of which films something is not known."""

import csv
import re

from catalogue.fixtures import PROGRAMME
from catalogue.folding import fold
from catalogue.models import Film
from catalogue.reference.genres import genre_names

from .test_fixtures import demonstrated

# What nobody has established of a film, and why. Most are of ISKRA's catalogue, whose page names films alone.
UNKNOWN = {
    "Jamais sans mon psy": {
        "running time"
    },  # the list it comes from has titles and years, and no source agrees
    "Les Boules de Noël": {"running time"},  # likewise
    "Norilsk, l’étreinte de glace": {"year", "running time"},  # its page tells of the shooting alone
    "Pas de quartier": {"year", "running time", "director", "language"},
    "Payer sa vie": {"year", "running time", "director", "language"},
    "Pays rêvé": {"running time", "language"},
    "Paysan et rebelle": {"running time"},
    "Plutôt la vie !": {"year", "running time", "director", "language", "form"},
    "Poumons noirs, ventres d’or": {"year", "running time", "director", "language"},
    "Pour une poignée de gros sel": {"year", "running time", "director", "language"},
}
# Directors of whom no year of birth is established.
WITHOUT_YEARS = {
    *["Alexandra Leclère", "Alice Rohrwacher", "Arnaud Lemort", "Dana Ledoux Miller", "David G. Derrick Jr."],
    *["François-Xavier Destors", "Jason Hand", "Jihane Chouaib"],
}
COLUMNS = {"year": "year", "running time": "running_time"}
SILENT = (Film.Sound.SILENT, Film.Sound.MUSIC)
NO_DIALOGUE = "zxx"


def grouped(model, column):
    """{film: values of a column} of the rows of a model."""
    found = {}
    for row in demonstrated(model).values():
        found.setdefault(row["film"], []).append(row[column])
    return found


def directed():
    """{film: ids of its directors}."""
    found = {}
    for row in demonstrated("credit").values():
        if row["role"] == "director":
            found.setdefault(row["film"], []).append(row["person"])
    return found


def test_every_film_has_its_facts_but_for_what_is_named_here():
    facts = {
        "country": grouped("filmcountry", "country"),
        "language": grouped("originallanguage", "language"),
        "form": grouped("formoffilm", "form"),
        "director": directed(),
    }
    unknown = {}
    for pk, film in demonstrated("film").items():
        missing = {name for name, found in facts.items() if pk not in found}
        missing |= {name for name, column in COLUMNS.items() if not film[column]}
        if missing:
            unknown[film["title"]] = missing
    assert unknown == UNKNOWN


def test_nobody_speaks_in_a_silent_film():
    languages, versions = grouped("originallanguage", "language"), demonstrated("version")
    uses = list(demonstrated("languageuse").values())
    for pk, film in demonstrated("film").items():
        assert (languages.get(pk) == [NO_DIALOGUE]) == (film["sound"] in SILENT), film["title"]
        assert film["sound"] or "language" in UNKNOWN.get(film["title"], ()), film["title"]
        heard = {
            row["language"]
            for row in uses
            if versions[row["version"]]["film"] == pk and row["use"] in ("spoken", "dubbed")
        }
        assert film["sound"] not in SILENT or heard <= {NO_DIALOGUE}, film["title"]


def test_directors_have_their_years_but_for_those_named_here():
    people = demonstrated("person")
    directors = {pk for pks in directed().values() for pk in pks}
    without = {people[pk]["name"] for pk in directors if not people[pk]["birth_year"]}
    assert without == WITHOUT_YEARS
    dates = [people[pk] for pk in directors if people[pk]["birth_year"] and people[pk]["death_year"]]
    assert all(20 < person["death_year"] - person["birth_year"] < 110 for person in dates)


def test_directors_are_of_age_when_they_make_a_film_and_alive():
    people, films = demonstrated("person"), demonstrated("film")
    for film, directors in directed().items():
        for person in map(people.get, directors):
            year = films[film]["year"]
            if year and person["birth_year"]:
                assert year - person["birth_year"] >= 18, (films[film]["title"], person["name"])
                assert year <= (person["death_year"] or year) + 1, (films[film]["title"], person["name"])


def test_the_facts_name_each_film_once_and_genres_that_exist():
    lines = list(csv.DictReader((PROGRAMME / "facts.csv").open(newline="")))
    titles = [line["title"] for line in lines]
    assert len({*map(fold, titles)}) == len(titles)
    assert {*titles} <= {film["title"] for film in demonstrated("film").values()}
    assert all(genre_names(genre) for line in lines for genre in line["genres"].split())


def test_apostrophes_of_the_demonstration_are_typographic():
    for model in ("film", "othertitle", "person", "company", "text", "selection", "selectedfilm", "version"):
        for row in demonstrated(model).values():
            for name, value in row.items():
                if isinstance(value, str) and not name.startswith("folded_"):
                    assert not re.search(r"\w'\w", value), (model, name, value)


def test_no_other_title_of_a_film_repeats_its_title_or_its_original_title():
    films = demonstrated("film")
    for row in demonstrated("othertitle").values():
        film = films[row["film"]]
        assert row["title"] not in (film["title"], film["original_title"]), film["title"]
