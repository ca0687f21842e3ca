"""Every list asks a fixed number of queries, and every form opens."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.admin.gaps import said_of
from catalogue.models import Company, DailyViews, Genre, Highlight, Job, Person, Theme
from tests.admin.conftest import form_data
from tests.makers import make_film, make_page, make_selection, make_text

LISTS = [
    *["film", "person", "company", "text", "selection", "genre", "theme", "country", "dailyviews"],
    *["ownpage", "distributor", "offer", "highlight", "job"],
]
MODELS = {
    model._meta.model_name: model
    for model in admin.site._registry
    if model._meta.app_label in ("catalogue", "distributors")
}


def address(name, page=""):
    return f"/admin/{MODELS[name]._meta.app_label}/{name}/{page}"


def make_one_of_each(number):
    film = make_film(
        f"Film {number}",
        year=1990 + number,
        countries=["FR", "BE"],
        directors=[f"Director {number}", f"Other {number}"],
        producers=[f"Company {number}"],
        genres=[f"Genre {number}"],
        spoken=["fr"],
        subtitles=["en"],
        supports=["dvd"],
        distributor=f"Company {number}",
    )
    make_text(film, "Text.", author=Person.objects.get(name=f"Director {number}"))
    make_selection(f"Selection {number}", [film])
    make_page(f"Page {number}")
    Theme.objects.create(name_fr=f"Thème {number}", name_en=f"Theme {number}")
    DailyViews.objects.create(film=film, day="2026-01-01", count=3)
    Highlight.objects.create(film=film)
    Job.objects.create(action="publish", total=3)
    Company.objects.filter(name=f"Company {number}").update(country="FR")


def queries_of(client, name):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(name)).status_code == 200
    return len(captured)


def test_every_entity_is_in_the_admin():
    assert sorted(MODELS) == sorted([*LISTS, "identity"])  # which has one row and no list


@pytest.mark.slow
def test_lists_ask_as_much_for_12_rows_as_for_one(administrator, editor):
    make_one_of_each(0)
    administrator.get("/admin/")
    for_one = {name: queries_of(administrator, name) for name in LISTS}
    for number in range(1, 12):
        make_one_of_each(number)
    administrator.get("/admin/")  # takes up the frame that the pages have changed
    assert {name: queries_of(administrator, name) for name in LISTS} == for_one
    assert max(*for_one.values(), queries_of(editor, "film")) <= 12


def test_the_list_of_films_asks_no_more_when_it_is_narrowed_or_sorted(administrator):
    make_one_of_each(0)
    administrator.get("/admin/")
    for query in (
        "q=film",
        "q=nothing",
        "decade=1990",
        "missing=year",
        "o=-7",
        "o=4",
        "countries__code__exact=FR",
    ):
        with CaptureQueriesContext(connection) as captured:
            assert administrator.get(f"{address('film')}?{query}").status_code == 200
        assert len(captured) <= 11


def test_a_list_says_what_is_missing_and_who_changed_it_and_sorts_by_state(administrator):
    make_film("Draft", directors=["A"], countries=["FR"], spoken=["fr"], published=False)
    make_film("On the site", year=2000)
    changed = make_film("Changed", year=2000)
    form = form_data(administrator, address("film", f"{changed.pk}/change/"), running_time="80")
    assert administrator.post(address("film", f"{changed.pk}/change/"), form).status_code == 302
    by_state = administrator.get(address("film"), {"o": "4"}).context["cl"].result_list
    assert [film.title for film in by_state] == ["Draft", "Changed", "On the site"]
    assert [film.changed_by_name for film in by_state] == ["", "administrator", ""]
    assert said_of(by_state[0]) == "year, short summary and 1 more"


@pytest.mark.parametrize("name", [name for name in LISTS if name != "job"])  # nobody writes one
def test_every_form_opens_for_administrators_editors_and_curators(administrator, editor, curator, name):
    make_one_of_each(0)
    row = MODELS[name].objects.first()
    for client in (administrator, editor, curator):
        assert client.get(address(name, f"{row.pk}/change/")).status_code == 200
    if name != "dailyviews":
        assert administrator.get(address(name, "add/")).status_code == 200


@pytest.mark.parametrize(
    ("name", "field", "typed", "found"),
    [
        ("credit", "person", "gonzalez", "González"),
        ("companycredit", "company", "etincelle", "Étincelle"),
        ("selectedfilm", "film", "oeuvre", "L'Œuvre"),
        ("filmcountry", "country", "ethiopie", "Ethiopia"),
        ("film", "genres", "fiction francaise", "French fiction"),
    ],
)
def test_autocomplete_is_blind_to_accents(editor, name, field, typed, found):
    Person.objects.create(name="González")
    Company.objects.create(name="Étincelle")
    Genre.objects.create(name_fr="Fiction française", name_en="French fiction")
    make_film("L'Œuvre", published=False)
    make_film("Another", published=False)
    asked = {"term": typed, "app_label": "catalogue", "model_name": name, "field_name": field}
    answer = editor.get("/admin/autocomplete/", asked).json()
    assert [result["text"] for result in answer["results"]] == [found]


def test_models_of_the_machinery_are_not_in_the_admin():
    names = [
        "Page",
        "Posting",
        "OrderingBlock",
        "Rebuild",
        "Task",
        "PopularFilms",
        "CatalogueState",
        "FormerSlug",
        "ImportedFact",
        "Viewing",
    ]
    assert [name for name in names if apps.get_model("catalogue", name) in admin.site._registry] == []


def test_a_text_is_found_by_heading_and_by_author(editor):
    film = make_film("Users")
    text = make_text(film, "Body.", heading="Où est la caméra")
    other = make_text(film, "Body.", heading="Other", author=Person.objects.create(name="José"))
    found = editor.get(address("text"), {"q": "caméra"}).context["cl"].result_list
    assert list(found) == [text]
    assert list(editor.get(address("text"), {"q": "jose"}).context["cl"].result_list) == [other]
