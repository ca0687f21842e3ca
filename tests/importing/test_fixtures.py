"""The demonstration catalogue: built from its source pages, loaded once."""

import io

import pytest
from django.core.management import CommandError, call_command

from catalogue import fixtures
from catalogue.management.commands import build_fixtures
from catalogue.models import Film, Page
from catalogue.publication.publish import publish_all
from tests.makers import make_company, make_film

from .snapshots import all_rows

pytestmark = pytest.mark.slow


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


@pytest.mark.django_db
def test_the_fixtures_fill_an_empty_catalogue_and_publish_it():
    said_of_it = said("load_fixtures")
    assert said_of_it == f"Loaded {Film.objects.count()} films and published {Page.objects.count()} pages."
    assert Page.objects.filter(kind="film").count() == Film.objects.count() > 100
    assert not Film.objects.filter(has_changes=True).exists()


@pytest.mark.django_db
def test_loading_twice_changes_nothing():
    call_command("load_fixtures", stdout=io.StringIO())
    before = all_rows()
    films = Film.objects.count()
    assert said("load_fixtures") == f"The catalogue holds {films} films already: nothing loaded."
    assert all_rows() == before


@pytest.mark.django_db
def test_a_catalogue_that_holds_anything_is_left_alone():
    make_company("ISKRA")
    assert said("load_fixtures") == "The catalogue holds no film, but it is not empty: nothing loaded."
    make_film("Users")
    assert said("load_fixtures") == "The catalogue holds 1 film already: nothing loaded."


@pytest.mark.django_db
def test_the_pages_that_the_fixtures_were_built_from_change_nothing():
    call_command("load_fixtures", stdout=io.StringIO())
    pages = sum(len([*folder.glob("*.txt")]) for folder in (fixtures.SOURCES, fixtures.PROGRAMME))
    told = said("import_pages", str(fixtures.SOURCES), str(fixtures.PROGRAMME))
    assert told.splitlines()[-1] == f"{pages} pages: 0 created, 0 updated, {pages} unchanged, 0 failed"


@pytest.mark.django_db
def test_editing_goes_on_after_the_fixtures():
    call_command("load_fixtures", stdout=io.StringIO())
    films = Film.objects.count()
    make_film("A new one", 2024, directors=["Somebody New"])
    publish_all()
    assert Film.objects.count() == films + 1
