"""What the site has outside its languages: the way in, robots, favicon, health."""

from datetime import UTC, datetime

import pytest
from django.db import OperationalError
from django.test import Client

from catalogue.models import Rebuild


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
def test_the_way_in_leads_to_the_visitors_own_language(client, db, accepted, address):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response["Location"], response["Vary"]) == (302, address, "Accept-Language")
    assert "Set-Cookie" not in response


def test_an_address_without_language_leads_to_the_visitors_own(client, db):
    response = client.get("/films/", headers={"Accept-Language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/films/")


def test_robots_may_read_all_but_the_admin_and_are_told_of_the_sitemap(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\nSitemap: http://testserver/sitemap.xml\n"
    )


def test_the_favicon_is_found_where_browsers_look(client, db):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/img/favicon.ico")


@pytest.mark.parametrize("address", ["/", "/robots.txt", "/favicon.ico"])
def test_readers_alone_are_answered(db, address):
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


def test_the_site_is_ready_while_a_rebuild_is_unfinished_and_says_so(client, db):
    began = datetime(2024, 5, 31, 22, 15, tzinfo=UTC)
    rebuild = Rebuild.objects.create(
        pk=1, generation=2, step="pages", kind="film", after=400, number=7, with_changes=0
    )
    Rebuild.objects.update(began_at=began)
    told = b"ready\na rebuild that began at 2024-05-31 22:15 UTC is not finished: pages film 400\n"
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, told)
    rebuild.delete()
    assert client.get("/readyz").content == b"ready\n"


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
