"""What every public answer says to browsers and caches, and what it never says."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from catalogue import pages
from catalogue.lists.pages import PAGE_SIZE
from catalogue.models import Company, Film
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.pages.reading import read, titles
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

PUBLIC = [
    "",
    "films/",
    "films/?q=phare&country=SE",
    "films/values/country/",
    "films/une-lumiere-au-nord/",
    "films/une-lumiere-au-nord/shooting-secrets/",
    "films/une-lumiere-au-nord/texts/intention-note/",
    "people/",
    "people/ada-lindqvist-cineaste/",
    "people/ada-lindqvist-cineaste/texts/portrait-d-ada/",
    "companies/",
    "companies/lampe/",
    "companies/lampe/?as=distributor",
    "selections/",
    "selections/films-de-neige/",
    "distributors/",
]
FILM = "/fr/films/une-lumiere-au-nord/"
POLICY = {
    "default-src 'none'",
    *[
        f"{kind} 'self'"
        for kind in ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src")
    ],
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


@pytest.fixture(scope="module")
def showcase(shared_rows):
    with shared_rows(make_showcase) as film:
        yield film


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_reader_gets_no_cookie_and_every_cache_may_keep_the_page(client, showcase, lang, address):
    response = client.get(f"/{lang}/{address}")
    assert (response.status_code, response["Content-Language"]) == (200, lang)
    assert "Set-Cookie" not in response
    assert response.cookies == {}
    assert "cookie" not in response.get("Vary", "").lower()
    assert response["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_that_has_not_changed_is_not_sent_again(client, showcase, address):
    first = client.get(f"/fr/{address}")
    for held in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(f"/fr/{address}", headers=held)
        assert (again.status_code, again.content) == (304, b"")
        for name in ("ETag", "Cache-Control", "Last-Modified"):
            assert again[name] == first[name]


def test_a_publication_makes_new_what_shows_it(client, showcase):
    held = {address: client.get(f"/fr/{address}")["ETag"] for address in PUBLIC}
    Film.objects.filter(pk=showcase.pk).update(short_summary_fr="Plus court.", has_changes=True)
    publish(showcase)
    answers = {
        a: client.get(f"/fr/{a}", headers={"If-None-Match": etag}).status_code for a, etag in held.items()
    }
    assert answers == dict.fromkeys(PUBLIC, 200)


def test_a_new_day_and_new_templates_make_every_page_new(client, showcase, monkeypatch):
    etag = client.get(FILM)["ETag"]
    tomorrow = timezone.localdate() + timedelta(days=1)
    with monkeypatch.context() as patch:
        patch.setattr(pages.timezone, "localdate", lambda: tomorrow)
        assert client.get(FILM, headers={"If-None-Match": etag}).status_code == 200
    monkeypatch.setattr(pages, "release", lambda: "another")
    assert client.get(FILM, headers={"If-None-Match": etag}).status_code == 200


def test_while_debugging_an_edited_template_is_seen_at_once(client, showcase, settings):
    first = client.get(FILM)
    settings.DEBUG = True
    held = {"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]}
    again = client.get(FILM, headers=held)
    assert (again.status_code, "ETag" in again, "Last-Modified" in again) == (200, False, False)


def test_the_last_change_is_the_publications_or_this_days_midnight(client, showcase, monkeypatch):
    monkeypatch.setattr(pages.timezone, "localdate", lambda: date(2090, 1, 1))
    assert client.get(FILM)["Last-Modified"] == "Sat, 31 Dec 2089 23:00:00 GMT"


@pytest.mark.parametrize("address", PUBLIC)
def test_head_answers_as_get_without_a_body(client, showcase, address):
    head, whole = client.head(f"/fr/{address}"), client.get(f"/fr/{address}")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_only_answer_to_readers(showcase, address, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(f"/fr/{address}")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "address",
    [
        "/fr/",
        FILM,
        "/fr/nothing/",
        "/nothing",
        "/",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-pages.xml",
        "/healthz",
        "/admin/login/",
    ],
)
def test_every_answer_bears_the_safe_headers(client, showcase, address):
    response = client.get(address)
    policy = {part.strip() for part in response["Content-Security-Policy"].split(";")}
    assert policy == POLICY
    assert "unsafe" not in response["Content-Security-Policy"]
    assert {name: response[name] for name in response.headers if name in SAFE} == SAFE


SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/catalogue/film/", "/admin/nothing/"])
def test_nothing_behind_the_log_in_is_kept_by_any_cache(admin_client, client, address):
    assert [one.get(address)["Cache-Control"] for one in (client, admin_client)] == 2 * ["private, no-store"]


def test_a_picture_may_run_nothing_and_never_changes(client, showcase):
    showcase.refresh_from_db()
    response = client.get(showcase.cover.url)
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "camera" not in showcase.cover.name


LAMPE = "/fr/companies/lampe/"


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        (FILM, FILM),
        (f"{FILM}?page=2&utm_source=mail", FILM),
        ("/fr/films/?page=1", "/fr/films/"),
        ("/fr/films/?page=999&support=XX&nothing=1&country_all=1", "/fr/films/"),
        ("/fr/films/?page=999&country=XX", "/fr/films/?country=XX"),
        ("/fr/films/?country_all=1&country=SE", "/fr/films/?country=SE&country_all=1"),
        ("/fr/films/?sort=year&country=SE&utm_source=mail", "/fr/films/?country=SE&sort=year"),
        ("/fr/films/?page=1&q=nord", "/fr/films/?q=nord"),
        ("/fr/people/?letter=L&page=1", "/fr/people/?letter=L"),
        ("/fr/films/charts/?page=1&country=SE", "/fr/films/charts/?country=SE"),
        (
            "/fr/films/values/country/?sort=year&genre=essai",
            "/fr/films/values/country/?genre=essai&sort=year",
        ),
        (f"{LAMPE}?as=producer", LAMPE),
        (f"{LAMPE}?as=distributor", f"{LAMPE}?as=distributor"),
        (f"{LAMPE}?country=SE&as=nothing", f"{LAMPE}?country=SE"),
        (f"{LAMPE}portrait/?as=distributor", f"{LAMPE}portrait/?as=distributor"),
        (f"{LAMPE}portrait/?as=producer", f"{LAMPE}portrait/"),
    ],
)
def test_a_page_has_one_address_for_search_engines_the_same_in_both_languages(
    client, showcase, address, canonical
):
    for lang, other in (("fr", "en"), ("en", "fr")):
        head = read(client, address.replace("/fr/", f"/{lang}/")).head
        own, alternate = (
            f"http://testserver{canonical.replace('/fr/', f'/{one}/')}" for one in (lang, other)
        )
        assert [node.attributes["href"] for node in head.css("link[rel=canonical]")] == [own]
        found = {
            node.attributes["hreflang"]: node.attributes["href"]
            for node in head.css("link[rel=alternate][hreflang]")
        }
        any_language = f"http://testserver{canonical.removeprefix('/fr')}"
        assert found == {lang: own, other: alternate, "x-default": any_language}
        leads = client.get(any_language.removeprefix("http://testserver"), headers={"Accept-Language": other})
        assert (leads.status_code, f"http://testserver{leads['Location']}") == (302, alternate)
        assert head.css_first("meta[property='og:url']").attributes["content"] == own


def test_a_page_of_a_filtered_list_is_a_page_of_that_list(client):
    for number in range(PAGE_SIZE + 1):
        make_film(f"Film {number}", countries=["FR"] if number else ["SE"], producers=["Balise"])
        make_film(f"Autre {number}", countries=["FR"])
    publish(Company.objects.get(name="Balise"))
    for address, canonical in (
        ("/fr/films/?page=2&sort=year&country=FR", "/fr/films/?country=FR&sort=year&page=2"),
        ("/fr/films/?page=2", "/fr/films/?page=2"),
        ("/fr/companies/balise/?as=producer&page=2", "/fr/companies/balise/?page=2"),
    ):
        page = read(client, address)
        assert page.css_first("link[rel=canonical]").attributes["href"] == f"http://testserver{canonical}"
        assert titles(page) == titles(read(client, canonical))


def test_the_other_language_is_one_link_away_with_the_same_filters(client, showcase):
    page = client.get("/fr/films/?country=SE&sort=year").content.decode()
    assert (
        '<a class="language" href="/en/films/?country=SE&amp;sort=year" hreflang="en" lang="en">English</a>'
        in page
    )
