"""A list downloaded and opened by another program is the list that the screen shows, in all three formats."""

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from catalogue.exports.columns import column_names
from catalogue.exports.films import BATCH
from catalogue.publication.day import postings_of
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.rebuild import publish_all
from catalogue.publication.state import state
from tests.makers import make_film, make_selection
from tests.pages.reading import read, titles

from .films import AWKWARD, make_films, taken

pytestmark = pytest.mark.django_db
FRENCH = "country=FR&sort=-title"
FORMATS = ("csv", "xlsx", "json")


@pytest.fixture(scope="module")
def films(shared_rows):
    with shared_rows(make_films):
        yield


def opened(format, body):
    """Return [{column: value}] of a table, as another program reads it."""
    if format == "json":
        return json.loads(body)["films"]
    if format == "csv":
        return list(csv.DictReader(StringIO(body.decode("utf-8-sig"), newline="")))
    rows = openpyxl.load_workbook(BytesIO(body)).active.iter_rows(values_only=True)
    names = next(rows)
    return [dict(zip(names, row, strict=True)) for row in rows]


def on_screen(client, address):
    """The titles of all pages of a list."""
    found, page = [], read(client, address)
    while True:
        found += titles(page)
        following = page.css_first(".pages a[rel=next]")
        if not following:
            return found
        page = read(client, following.attributes["href"].partition("#")[0])


def on_one_line(title):
    return " ".join(title.replace("\u00a0", "~").split()).replace("~", "\u00a0")


@pytest.mark.usefixtures("films")
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("query", [FRENCH, "q=film&year_to=1930"])
def test_a_download_is_what_all_pages_of_the_list_show(client, format, language, query):
    shown = on_screen(client, f"/{language}/films/?{query}")
    rows = opened(format, taken(client, f"/{language}/films/list.{format}?{query}"))
    names = [on_one_line(row["title"].removeprefix("'") if format == "csv" else row["title"]) for row in rows]
    assert names == [on_one_line(title) for title in shown]
    assert len(names) > 30 or query != FRENCH


@pytest.mark.usefixtures("films")
@pytest.mark.parametrize("format", FORMATS)
def test_a_row_says_what_the_page_of_a_film_does(client, format):
    body = taken(client, f"/en/films/list.{format}?director=chris-marker")
    (row,) = opened(format, body)
    several = {name: value for name, value in row.items() if name not in ("id", "address", "published")}
    joined = {name: "; ".join(value) if isinstance(value, list) else value for name, value in several.items()}
    assert {name: str(value) for name, value in joined.items() if value not in (None, "")} == {
        "title": "Le Joli Mai",
        "original_title": "Le Joli Mai (VO)",
        "other_titles": "The Lovely Month of May",
        "directors": "Chris Marker; Pierre Lhomme",
        "country_codes": "FR; BE",
        "countries": "France; Belgium",
        "year": "1963",
        "running_time": "165",
        "forms": "Documentary",
        "genres": "Essai (en)",
        "colour": "Black and white",
        "language_codes": "fr",
        "languages": "French",
        "subtitle_codes": "en; de",
        "subtitles": "English; German",
        "producers": "Sofracima",
        "summary": "Paris en mai 1962.",
        "summary_language": "fr",
        "distributors": "ISKRA",
        "available_on": "DVD; VOD",
    }
    assert row["address"] == "http://testserver/en/films/le-joli-mai/"
    assert list(row) == column_names()


@pytest.mark.usefixtures("films")
def test_numbers_are_numbers(client):
    (row,) = opened("xlsx", taken(client, "/fr/films/list.xlsx?director=chris-marker"))
    (other,) = opened("json", taken(client, "/fr/films/list.json?director=chris-marker"))
    assert [row["year"], row["running_time"]] == [other["year"], other["running_time"]] == [1963, 165]


@pytest.mark.usefixtures("films")
def test_no_text_is_taken_for_a_formula(client):
    body = taken(client, "/fr/films/list.csv?year_to=1957")
    cells = [cell for row in csv.reader(StringIO(body.decode("utf-8-sig"), newline="")) for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell] == []
    assert "'=1+1" in cells
    book = openpyxl.load_workbook(BytesIO(taken(client, "/fr/films/list.xlsx?year_to=1957"))).active
    assert {cell.data_type for row in book.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert {*AWKWARD[:4]} <= {cell.value for row in book.iter_rows() for cell in row}


@pytest.mark.usefixtures("films")
def test_a_file_bears_the_title_of_its_list(client):
    header = client.get("/fr/films/list.csv?country=FR&year_to=1957")["Content-Disposition"]
    assert header == "attachment; filename*=utf-8''Films%20fran%C3%A7ais%2C%20jusqu%E2%80%99en%201957.csv"
    header = client.get("/en/films/list.json")["Content-Disposition"]
    assert header == 'attachment; filename="Films.json"'
    assert client.get("/en/films/list.csv").streaming


@pytest.mark.usefixtures("films")
def test_json_tells_of_the_list(client):
    told = json.loads(taken(client, "/en/films/list.json?country=SN&sort=title&nonsense=1"))
    films = told.pop("films")
    assert len(films) == told["total"] == 3
    assert told["title"] == "Senegalese films"
    assert told["address"] == "http://testserver/en/films/?country=SN"
    assert json.loads(taken(client, "/en/films/list.json?country=JP"))["films"] == []


@pytest.mark.usefixtures("films")
def test_what_has_not_changed_is_not_sent_again(client):
    response = client.get("/fr/films/list.csv?country=SN")
    assert response["Cache-Control"] == "public, no-cache"
    address, condition = "/fr/films/list.csv?country=SN", {"If-None-Match": response["ETag"]}
    assert client.get(address, headers=condition).status_code == 304
    publish(make_film("Nouveau", countries=["SN"], published=False))
    assert client.get(address, headers=condition).status_code == 200


@pytest.mark.usefixtures("films")
def test_other_formats_and_methods_are_refused(client):
    assert client.get("/fr/films/list.doc").status_code == 404
    assert client.post("/fr/films/list.csv").status_code == 405
    assert taken_nothing(client.head("/fr/films/list.xlsx"))


def taken_nothing(response):
    return response.status_code == 200 and not response.content


def test_a_selection_is_taken_along_in_its_order(client):
    films = [make_film(title) for title in ("Zazie", "Ascenseur", "Milou")]
    make_selection("Malle", films)
    for format in FORMATS:
        rows = opened(format, taken(client, f"/fr/selections/malle/list.{format}"))
        assert [row["title"] for row in rows] == ["Zazie", "Ascenseur", "Milou"]
    assert json.loads(taken(client, "/fr/selections/malle/list.json"))["title"] == "Malle"
    assert client.get("/fr/selections/none/list.csv").status_code == 404


def test_a_file_is_whole_though_films_are_published_and_withdrawn_meanwhile(client, monkeypatch):
    films = [make_film(f"Film {number}", countries=["CL"]) for number in range(9)]
    monkeypatch.setattr("catalogue.exports.films.BATCH", 3)
    for change, left in ((publish_all, films), (lambda: unpublish(films[5]), films[:5] + films[6:])):
        pieces = iter(client.get("/fr/films/list.json?country=CL"))
        body = [next(pieces), next(pieces)]
        change()
        told = json.loads(b"".join([*body, *pieces]))
        assert [row["title"] for row in told["films"]] == [film.title for film in left]


def test_a_long_list_is_read_in_batches(client, django_assert_num_queries, films):
    postings_of(state(), timezone.localdate())
    with django_assert_num_queries(2):  # the state; one batch
        taken(client, "/fr/films/list.csv")
    assert BATCH > 70


def test_all_columns_are_documented():
    text = Path(settings.BASE_DIR, "docs/exports.md").read_text()
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == column_names()


def test_their_addresses_are_those_of_the_list():
    assert reverse("catalogue:film-export", args=["csv"]).endswith("/films/list.csv")
