"""The identity of the site, as visitors meet it: the same on every page and in all that leaves the site."""

import json

import pytest
from django.utils import timezone
from django.utils.translation import override

from catalogue.booklets.html import html
from catalogue.booklets.sources import source_at
from catalogue.models import Identity
from catalogue.publication.frame import site
from catalogue.publication.publish import publish_frame
from catalogue.publication.state import state
from catalogue.share_cards.subject import subject_of
from catalogue.views import errors
from tests.makers import make_film, make_identity
from tests.pages.reading import read, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NAME = "Festival des Trois Rivières"


def test_a_site_without_identity_has_a_name_that_says_what_it_is(client):
    for lang, name in (("fr", "Catalogue de films"), ("en", "Film catalogue")):
        page = read(client, f"/{lang}/films/")
        assert page.css_first("title").text().endswith(f" · {name}")
        assert words(page.css_first(".wordmark")) == name


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_name_is_on_pages_of_every_kind(client, lang):
    film = make_film("Users")
    make_identity(NAME)
    for address in ("", "films/", f"films/{film.slug}/", "search/", "people/", "embed/films/users/"):
        page = read(client, f"/{lang}/{address}")
        assert NAME in page.css_first("title").text()
        assert NAME in page.css_first("body").text()
        assert {tag.attributes["content"] for tag in page.css("meta[property='og:site_name']")} <= {NAME}


def test_the_name_leaves_the_site_with_what_is_taken_along(client):
    make_film("Users")
    make_identity(NAME)
    for address in (
        "/fr/films/list.atom",
        "/fr/films/list.ics",
        "/fr/opensearch.xml",
        "/fr/films/users/cite.ris",
        "/fr/films/users/cite.txt",
        "/fr/films/booklet/",
        "/oembed?format=xml&url=http://testserver/fr/films/users/",
    ):
        response = client.get(address)
        assert NAME in response.content.decode(), address
    assert client.get("/oembed?url=http://testserver/fr/films/users/").json()["provider_name"] == NAME
    [graph] = [json.loads(node.text()) for node in read(client, "/fr/").css("script[type*=ld]")]
    assert graph["@graph"][0]["name"] == NAME


def test_what_is_made_for_no_request_has_the_name(client):
    make_film("Users")
    make_identity(NAME)
    with override("fr"):
        booklet = html(source_at("films/"), "short", "http://testserver", timezone.localdate())
    assert NAME in booklet
    assert subject_of("site").heading == NAME
    assert subject_of("company", {"id": 1, "name": "Lampe", "full_name": ""}).name == NAME


def test_errors_have_the_last_name_known_even_without_a_database(client, rf, monkeypatch):
    make_identity(NAME)
    assert NAME in client.get("/fr/films/nothing/").content.decode()
    assert NAME in client.get("/nothing/").content.decode()
    assert NAME in errors.server_error(rf.get("/fr/")).content.decode()

    def away(*_arguments):
        from django.db import OperationalError

        raise OperationalError("away")

    monkeypatch.setattr("catalogue.pages.state_and", away)
    assert NAME in client.get("/fr/films/").content.decode()


def test_a_changed_identity_changes_every_page_at_once(client, settings):
    settings.DEBUG = False
    make_film("Users")
    make_identity("Avant")
    pages = ("/fr/", "/en/films/", "/fr/films/users/", "/fr/opensearch.xml", "/fr/search/?q=users")
    before = {address: client.get(address)["ETag"] for address in pages}
    for address, etag in before.items():
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    make_identity("Après")
    for address, etag in before.items():
        response = client.get(address, headers={"If-None-Match": etag})
        assert response.status_code == 200
        assert "Après" in response.content.decode()


def test_an_identity_that_is_removed_leaves_the_neutral_name(client):
    make_identity(NAME)
    Identity.objects.all().delete()
    publish_frame()
    assert "Catalogue de films" in client.get("/fr/").content.decode()


def test_the_identity_is_read_once_for_many_requests(client, django_assert_num_queries):
    make_identity(NAME)
    client.get("/fr/films/")
    with django_assert_num_queries(1):
        state()
    assert site().name == NAME


def test_the_motto_and_first_line_fall_back_visibly(client):
    make_identity(motto_fr="Le cinéma au fil de l’eau.", letterhead_fr="Trente ans de festival")
    page = read(client, "/en/")
    assert page.css_first("meta[name=description]").attributes["content"] == "Le cinéma au fil de l’eau."
    assert words(page.css_first(".footer [lang=fr]")) == "Le cinéma au fil de l’eau."


@pytest.mark.parametrize(("languages", "only", "other"), [("fr", "fr", "en"), ("en", "en", "fr")])
def test_a_site_in_one_language_has_no_switch_and_leads_there(client, languages, only, other):
    make_film("Users")
    make_identity(languages=languages)
    page = read(client, f"/{only}/films/?country=FR")
    assert page.css(".language, [hreflang]") == []
    response = client.get(f"/{other}/films/users/?in=g3AB")
    assert (response.status_code, response["Location"]) == (302, f"/{only}/films/users/?in=g3AB")
    for accepted in (only, other, "de"):
        assert client.get("/", headers={"Accept-Language": accepted})["Location"] == f"/{only}/"
        response = client.get("/films/", headers={"Accept-Language": accepted})
        assert response["Location"] == f"/{only}/films/"
    assert f'<html lang="{only}">' in client.get(f"/{other}/films/nothing/").content.decode()
    assert f"/{other}/" not in client.get("/sitemap-lists.xml").content.decode()
    assert f"/{other}/" not in client.get("/sitemap-pages.xml").content.decode()


def test_who_asks_for_no_language_of_the_site_has_the_first(client):
    make_identity(languages="en fr")
    for accepted, lang in (("de", "en"), ("fr-CA", "fr"), ("en-GB", "en"), ("", "en")):
        headers = {"Accept-Language": accepted}
        assert client.get("/", headers=headers)["Location"] == f"/{lang}/"
        assert client.get("/films/", headers=headers)["Location"] == f"/{lang}/films/"


def test_lists_have_as_many_films_a_page_as_the_identity_says(client):
    for number in range(13):
        make_film(f"Film {number:02}", producers=["Lampe"])
    make_identity(films_a_page=6)
    assert len(read(client, "/fr/films/").css(".card__title")) == 6
    assert len(read(client, "/fr/films/?page=3").css(".card__title")) == 1


def test_an_accent_is_a_style_sheet_of_its_own_that_is_kept_for_ever(client):
    assert read(client, "/fr/").css("link[href*=theme]") == []
    make_identity(accent="#8b1a1a")
    make_film("Users")
    for address in ("/fr/", "/fr/embed/films/users/"):
        [sheet] = read(client, address).css("link[href*=theme]")
    address = sheet.attributes["href"]
    response = client.get(address)
    assert (response["Content-Type"], response["Cache-Control"]) == (
        "text/css; charset=utf-8",
        "public, max-age=31536000, immutable",
    )
    assert "--lamp:light-dark(#8b1a1a," in response.content.decode()
    make_identity(accent="#0b1f4d")
    new = read(client, "/fr/").css_first("link[href*=theme]").attributes["href"]
    assert (new != address, client.get(address)["Location"]) == (True, new)
    make_identity(accent="")
    assert client.get(new).status_code == 404


def test_the_manifest_says_what_the_site_is(client):
    link = read(client, "/en/").css_first("link[rel=manifest]").attributes["href"]
    make_identity(NAME, motto_fr="Une devise")
    response = client.get(link)
    told = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert (told["name"], told["description"], told["lang"]) == (NAME, "Une devise", "fr")
    for one in told["icons"]:
        assert one["src"].startswith("/static/img/")
    assert client.get(link, headers={"If-None-Match": response["ETag"]}).status_code in (200, 304)


def test_machines_are_told_whose_site_it_is(client):
    def publisher():
        graph = json.loads(read(client, "/fr/").css_first("script[type*=ld]").text())["@graph"]
        return graph[0].get("publisher")

    assert publisher() is None
    make_identity(NAME, email="bonjour@example.org", social="https://vimeo.com/rivieres")
    assert publisher() == {
        "@type": "Organization",
        "name": NAME,
        "email": "bonjour@example.org",
        "sameAs": ["https://vimeo.com/rivieres"],
    }
