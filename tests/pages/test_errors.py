"""When there is no page, no database or a fault: an answer in the site's look, with the right status."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import RequestFactory
from selectolax.lexbor import LexborHTMLParser

from catalogue.views import errors, films
from tests.pages.reading import words


@pytest.mark.parametrize(("lang", "home"), [("fr", "/fr/"), ("en", "/en/")])
def test_an_address_without_page_answers_in_the_sites_look_and_the_readers_language(client, db, lang, home):
    response = client.get(f"/{lang}/films/nothing/")
    page = LexborHTMLParser(response.content.decode())
    assert response.status_code == 404
    assert page.css_first("html").attributes["lang"] == lang
    assert [a.attributes["href"] for a in page.css(".lost a, .wordmark")] == [home, home]
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"


@pytest.mark.parametrize(
    ("accepted", "lang"), [("en-GB,en;q=0.9", "en"), ("fr-CA", "fr"), ("de", "fr"), ("", "fr")]
)
def test_an_address_outside_the_languages_answers_404_in_the_visitors_own(client, db, accepted, lang):
    response = client.get("/nothing/at/all", headers={"Accept-Language": accepted})
    assert response.status_code == 404
    assert f'<html lang="{lang}">' in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "accepted", "said"),
    [
        ({"text": "é" * 3_000_000}, "fr", "2,5\u00a0Mo de texte et 5\u202f000 champs au plus"),
        ({str(number): "" for number in range(6_000)}, "en", "2.5 MB of text and 5,000 fields at most"),
    ],
)
def test_a_form_that_is_too_large_answers_413_and_says_how_much_is_taken(client, db, sent, accepted, said):
    response = client.post("/admin/login/", sent, headers={"Accept-Language": accepted})
    assert response.status_code == 413
    assert said in LexborHTMLParser(response.content.decode()).css_first("main").text()


def test_a_fault_answers_500_in_both_languages_and_asks_no_database():
    """This test has no database: asking it would fail."""
    response = errors.server_error(RequestFactory().get("/fr/films/"))
    page = LexborHTMLParser(response.content.decode())
    assert response.status_code == 500
    assert words(page.css_first("h1")) == "Panne de projection"
    assert page.css_first("p[lang=en]").text().startswith("Something broke on our side")
    assert page.css("link[rel=stylesheet]") != []


def test_a_fault_in_a_view_shows_that_page_and_no_detail(client, monkeypatch):
    def broken(request):
        raise ValueError("a detail")

    client.raise_request_exception = False
    monkeypatch.setattr(films, "read_postings", broken)
    response = client.get("/fr/films/")
    assert response.status_code == 500
    assert "a detail" not in response.content.decode()
    assert "Panne de projection" in response.content.decode()


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_answers_503_to_be_tried_again(client, monkeypatch, error, caplog):
    def away(*_arguments):
        raise error("no route to the server db.internal")

    monkeypatch.setattr("catalogue.pages.state_and", away)
    response = client.get("/fr/films/")
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (
        503,
        "30",
        "no-store",
    )
    assert "db.internal" not in response.content.decode()
    page = LexborHTMLParser(response.content.decode())
    assert words(page.css_first("h1")) == "Un instant…"
    assert "Please try again" in page.css_first("p[lang=en]").text()
    assert page.css("link[rel=stylesheet]") != []
    assert [record.levelname for record in caplog.records if "db.internal" in record.getMessage()] == [
        "ERROR"
    ]
