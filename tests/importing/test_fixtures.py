"""The demonstration catalogue: built from its source pages, loaded once."""

import csv
import io
import json
import re

import pytest
from django.core.management import CommandError, call_command

from catalogue import fixtures, programme
from catalogue.folding import fold
from catalogue.importing.parsing.values import FORMS
from catalogue.management.commands import build_fixtures
from catalogue.models import Film, Page, Text
from catalogue.reference.languages import language_code
from tests.makers import make_company, make_film

pytestmark = pytest.mark.slow
# Who signs the prose of the demonstration: nobody of these names exists.
INVENTED = {
    *["Anselme Point-Virgule", "Aurèle Sansfaçon", "Céleste Invraisemblable", "Hesper Nonesuch"],
    *["Octave Contretemps", "Philomène Prête-Plume"],
    *["La Revue qui n’existe pas", "The Nonexistent Review"],
}
# Kinds of texts in which a catalogue speaks for itself.
OF_EDITORS = ("presentation", "teaching_note", "shooting_secret")


def said(command, *arguments):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue().strip()


def test_the_fixtures_are_up_to_date():
    assert said("build_fixtures", "--check") == f"{len(fixtures.fixture_files())} fixtures, all up to date."


def test_a_fixture_that_is_out_of_date_is_named(monkeypatch):
    texts = {path.name: path.read_text() for path in fixtures.fixture_files()}
    monkeypatch.setattr(build_fixtures, "built", lambda: {**texts, "films.json": "[]\n"})
    with pytest.raises(CommandError, match=r"Out of date: films\.json\. Run manage.py build_fixtures\."):
        call_command("build_fixtures", check=True)


def demonstrated(model):
    """{primary key: columns} of what the demonstration holds of a model."""
    rows = [row for path in fixtures.fixture_files() for row in json.loads(path.read_text())]
    return {row["pk"]: row["fields"] for row in rows if row["model"] == f"catalogue.{model}"}


def test_the_prose_of_the_demonstration_is_signed_with_invented_names_alone():
    people = demonstrated("person")
    texts = demonstrated("text").values()
    signed = {people[text["author"]]["name"] for text in texts if text["author"]}
    signed |= {text["author_name"] for text in texts} | {text["source"] for text in texts}
    signed |= {row["curator"] for row in demonstrated("selection").values()}
    signed |= {row["signed_by"] for row in demonstrated("highlight").values()}
    credited = {people[row["person"]]["name"] for row in demonstrated("credit").values()}
    assert signed - {""} == INVENTED
    assert not INVENTED & credited


def test_a_text_that_stands_for_somebodys_words_says_that_it_was_written_for_the_demonstration():
    texts = demonstrated("text").values()
    voiced = [text["body"] for text in texts if text["author"] or text["text_kind"] not in OF_EDITORS]
    assert voiced
    for body in voiced:
        assert re.search("pour (son catalogue de|la) démonstration|for the demonstration", body)


def test_texts_of_the_demonstration_are_of_every_kind_and_in_both_languages():
    texts = demonstrated("text").values()
    assert {text["text_kind"] for text in texts} == {*Text.Kind}
    assert {text["language"] for text in texts} == {"fr", "en"}
    about = {text["film"] for text in texts}
    titles = {row["title"]: pk for pk, row in demonstrated("film").items()}
    assert about >= {titles[title] for title in told_whole()}


def test_selections_of_the_demonstration_are_signed_and_say_why_each_film_is_there():
    selections = demonstrated("selection").values()
    assert len([row for row in selections if row["curator"]]) >= 6
    for row in selections:
        assert row["introduction_fr"], row["title_fr"]
        assert row["introduction_en"], row["title_fr"]
    for row in demonstrated("selectedfilm").values():
        assert row["note_fr"], row
        assert row["note_en"], row


def test_companies_of_the_demonstration_say_what_they_are_in_both_languages():
    for company in demonstrated("company").values():
        assert company["country"], company["name"]
        assert company["about_fr"], company["name"]
        assert company["about_en"], company["name"]


def test_people_of_the_demonstration_have_years_a_country_and_a_life_in_both_languages():
    people = demonstrated("person")
    placed = {row["person"] for row in demonstrated("personcountry").values()}
    told = [
        pk for pk, row in people.items() if row["biography_fr"] and row["biography_en"] and row["birth_year"]
    ]
    assert len(placed & {*told}) >= 30


def test_whom_the_demonstration_says_to_write_to_is_nobody():
    rows = [
        row["fields"]
        for row in json.loads((fixtures.FOLDER / "distributors.json").read_text())
        if row["model"] == "distributors.distributor"
    ]
    for row in rows:
        assert row["contact_email"].endswith(".example"), row["contact_email"]
        assert row["contact_address"]
        for part in ("introduction", "terms"):
            assert row[f"{part}_fr"]
            assert row[f"{part}_en"]


def test_every_title_of_the_demonstration_has_its_language():
    for film in demonstrated("film").values():
        assert film["title_language"], film["title"]
        assert bool(film["original_title"]) == bool(film["original_title_language"]), film["title"]
        for column in ("title_language", "original_title_language"):
            assert not film[column] or language_code(film[column]) == film[column], film["title"]
        assert film["original_title"] != film["title"]


@pytest.mark.parametrize(("table", "model", "key"), fixtures.RECORDED)
def test_what_is_recorded_by_hand_is_recorded_once_of_what_the_pages_hold(table, model, key):
    recorded = [line[key] for line in csv.DictReader((fixtures.PROGRAMME / table).open(newline=""))]
    assert len(set(recorded)) == len(recorded)
    assert set(recorded) <= {row[key] for row in demonstrated(model.removeprefix("catalogue.")).values()}


def test_no_genre_of_the_demonstration_is_a_form():
    for genre in demonstrated("genre").values():
        assert fold(genre["name_fr"]) not in FORMS


@pytest.mark.django_db
def test_the_fixtures_fill_an_empty_catalogue_and_publish_it():
    said_of_it = said("load_fixtures")
    assert said_of_it == f"Loaded {Film.objects.count()} films and published {Page.objects.count()} pages."
    assert Page.objects.filter(kind="film").count() == Film.objects.count() > 100
    assert not Film.objects.filter(has_changes=True).exists()


@pytest.mark.django_db
def test_a_catalogue_that_holds_anything_is_left_alone():
    make_company("ISKRA")
    assert said("load_fixtures") == "The catalogue holds no film, but it is not empty: nothing loaded."
    make_film("Users")
    assert said("load_fixtures") == "The catalogue holds 1 film already: nothing loaded."


def test_every_film_is_summarized_in_both_languages():
    for film in demonstrated("film").values():
        assert bool(film["synopsis_fr"]) == bool(film["synopsis_en"]), film["title"]
        summaries = [film["short_summary_fr"], film["short_summary_en"]]
        assert all(summaries), film["title"]
        assert len({*summaries}) == 2, film["title"]


def told_whole():
    """{title: table} of the films of the demonstration that are told whole."""
    return {told["title"]: told for told in map(programme.table, programme.FILMS.glob("*.toml"))}


def test_films_told_whole_say_all_that_matters_in_both_languages():
    films = {row["title"]: row | {"pk": pk} for pk, row in demonstrated("film").items()}
    assert len(told_whole()) >= 24
    for title, told in told_whole().items():
        film = films[title]
        for name in ("short_summary", "synopsis"):
            assert film[f"{name}_fr"], title
            assert film[f"{name}_en"], title
        assert film["running_time"], title
        assert film["colour"], title
        assert film["sound"], title
        for part in ("countries", "languages", "forms", "versions", "offers"):
            assert told[part], (title, part)
        assert "director" in told["credits"], title
        assert told["credits"].keys() & {"cast", "participant", "narrator"}, title
