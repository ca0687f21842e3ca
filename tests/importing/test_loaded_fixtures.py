"""The demonstration once it is loaded: what its pages show, and what loading, importing or editing again changes."""

import csv

import pytest
from django.utils import timezone

from catalogue import fixtures
from catalogue.models import Film
from catalogue.publication.rebuild import publish_all
from catalogue.typography import unbroken
from tests.makers import make_film
from tests.pages.reading import read

from .snapshots import all_rows
from .test_fixtures import said, told_whole

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("loaded")]


def test_titles_of_the_demonstration_are_marked_on_pages_of_another_language(client):
    languages = dict(Film.objects.values_list("title", "title_language"))
    languages = {unbroken(title): language for title, language in languages.items()}
    for lang in ("fr", "en"):
        marked, address = {}, f"/{lang}/films/"
        while address:
            page = read(client, address)
            marked |= {unbroken(a.text()): a.attributes.get("lang", lang) for a in page.css(".card__title a")}
            address = page.css_matches("a[rel=next]") and page.css_first("a[rel=next]").attributes["href"]
        assert marked == languages
    film = read(client, "/en/films/les-sept-samourais/")
    assert film.css_first("h1").attributes["lang"] == "fr"
    original = film.css_first(".film__original i")
    assert (original.text(), original.attributes["lang"]) == ("Shichinin no samurai", "ja-Latn")


def test_what_editors_chose_is_in_the_fixtures():
    for line in csv.DictReader((fixtures.PROGRAMME / "posters.csv").open(newline="")):
        film = Film.objects.get(title=line["title"])
        assert (film.poster_style, film.poster_variant) == (line["poster_style"], int(line["poster_variant"]))
    sober = set(Film.objects.filter(poster_style="sober").values_list("title", flat=True))
    assert sober >= {"Shoah", "Nuit et Brouillard"}


def test_loading_twice_changes_nothing():
    before = all_rows()
    films = Film.objects.count()
    assert said("load_fixtures") == f"The catalogue holds {films} films already: nothing loaded."
    assert all_rows() == before


def test_the_pages_that_the_fixtures_were_built_from_change_nothing():
    pages = sum(len([*folder.glob("*.txt")]) for folder in (fixtures.SOURCES, fixtures.PROGRAMME))
    told = said("import_pages", str(fixtures.SOURCES), str(fixtures.PROGRAMME))
    assert told.splitlines()[-1] == f"{pages} pages: 0 created, 0 updated, {pages} unchanged, 0 failed"


def test_editing_goes_on_after_the_fixtures():
    films = Film.objects.count()
    make_film("A new one", 2024, directors=["Somebody New"])
    publish_all()
    assert Film.objects.count() == films + 1


def test_days_of_the_demonstration_are_near_the_day_on_which_it_is_loaded():
    for title, told in told_whole().items():
        offers = Film.objects.get(title=title).offers.all()
        for offer, said_of_it in zip(offers, told["offers"], strict=True):
            for day, distance in ((offer.first_day, "from"), (offer.last_day, "to")):
                expected = said_of_it.get(distance)
                assert (day and (day - timezone.localdate()).days) == expected, title
