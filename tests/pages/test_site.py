"""What the site has outside its languages: the way in, robots, sitemap, favicon, health."""

from xml.etree import ElementTree

import pytest
from django.db import OperationalError
from django.test import Client

from catalogue.models import Page
from catalogue.views import site
from tests.makers import make_film
from tests.showcase import make_showcase

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.mark.parametrize(
    ("accepted", "address"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", "/fr/"),
        ("en-US,en;q=0.5", "/en/"),
        ("de,en;q=0.7,fr;q=0.3", "/en/"),
        ("de-DE,de", "/fr/"),
        ("", "/fr/"),
        ("*", "/fr/"),
        ("zzzz;;q=x", "/fr/"),
    ],
)
def test_the_way_in_leads_to_the_visitors_own_language(client, accepted, address):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response["Location"], response["Vary"]) == (302, address, "Accept-Language")
    assert "Set-Cookie" not in response


def test_an_address_without_language_leads_to_the_visitors_own(client):
    response = client.get("/films/", headers={"Accept-Language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/films/")


def test_robots_may_read_all_but_the_admin_and_are_told_of_the_sitemap(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\nSitemap: http://testserver/sitemap.xml\n"
    )


def entries(client):
    """{address: {language: address}} of the sitemap."""
    response = client.get("/sitemap.xml")
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return {
        url.find(f"{SITEMAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in ElementTree.fromstring(response.content)
    }


def test_the_sitemap_names_every_page_in_both_languages(client, db):
    make_showcase()
    found = entries(client)
    for path in (
        "",
        "films/",
        "people/ada-lindqvist-cineaste/",
        "films/une-lumiere-au-nord/",
        "companies/lampe/",
    ):
        both = {lang: f"http://testserver/{lang}/{path}" for lang in ("fr", "en")}
        assert [found[address] for address in both.values()] == [both, both]
    assert len(found) == 2 * (Page.objects.count() + len(site.LISTS))
    for address in found:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_the_sitemap_holds_no_more_addresses_than_the_format_allows(client, db, monkeypatch):
    monkeypatch.setattr(site, "MOST", 8)
    for number in range(4):
        make_film(f"Film {number}")
    assert len(entries(client)) == 16
    assert site.MOST * 2 <= 50_000


def test_the_favicon_is_found_where_browsers_look(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/img/favicon.ico")


@pytest.mark.parametrize("address", ["/", "/robots.txt", "/favicon.ico"])
def test_readers_alone_are_answered(address):
    """Without a database, for these pages need none."""
    client = Client(enforce_csrf_checks=True)
    assert client.head(address).status_code in (200, 302)
    assert client.head(address).content == b""
    assert client.post(address).status_code == 405


def test_the_site_lives_without_any_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content, response["Cache-Control"]) == (200, b"ok\n", "no-store")


def test_the_site_is_ready_when_the_database_answers_with_every_migration(client, db):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


def test_the_site_is_not_ready_when_the_database_is_away(client, monkeypatch):
    def away(_connection):
        raise OperationalError("the server db.internal is away")

    monkeypatch.setattr("config.health.MigrationExecutor", away)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"the database does not answer\n")


def test_the_site_is_not_ready_when_a_migration_is_missing(client, db, monkeypatch):
    plan = [("catalogue", "0099_later")]
    monkeypatch.setattr("config.health.MigrationExecutor.migration_plan", lambda *_arguments: plan)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"1 migrations are not applied\n")
