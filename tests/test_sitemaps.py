"""The sitemap names every published page in both languages, in parts, and leaves none out however many there are."""

from xml.etree import ElementTree

import pytest
from django.utils import timezone

from catalogue.models import Film, Page, Text
from catalogue.publication.publish import publish
from config import sitemaps
from tests.makers import make_film, make_text
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def read(client, address):
    """The entries of an index or of a part, as XML."""
    response = client.get(address.removeprefix(SITE))
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return list(ElementTree.fromstring(response.content))


def loc(entry):
    return entry.find(f"{SITEMAP}loc").text


def parts(client):
    return [loc(part) for part in read(client, "/sitemap.xml")]


def entries(client):
    """All entries of all parts, in their order."""
    return [entry for part in parts(client) for entry in read(client, part)]


def test_every_page_is_named_in_both_languages(client):
    make_showcase()
    found = {
        loc(entry): {link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")}
        for entry in entries(client)
    }
    for path in (
        "",
        "distributors/",
        "people/ada-lindqvist-cineaste/",
        "people/ada-lindqvist-cineaste/texts/portrait-d-ada/",
        "films/une-lumiere-au-nord/",
        "films/une-lumiere-au-nord/texts/intention-note/",
        "companies/lampe/",
        "selections/films-de-neige/",
        "pages/mode-d-emploi/",
    ):
        both = {lang: f"{SITE}/{lang}/{path}" for lang in ("fr", "en")}
        alternates = both | {"x-default": f"{SITE}/{path}"}  # which leads to the reader's own language
        assert [found[address] for address in both.values()] == [alternates, alternates]
    assert len(found) == 2 * (Page.objects.count() + len(sitemaps.LISTS))
    for address in found:
        assert client.get(address.removeprefix(SITE)).status_code == 200


def test_more_pages_than_a_part_holds_make_more_parts_and_none_is_left_out(client, monkeypatch):
    monkeypatch.setattr(sitemaps.Published, "limit", 3)
    films = [make_film(f"Film {number}") for number in range(7)]
    make_text(films[0], "Une note.")  # in another part than its film
    assert parts(client) == [
        f"{SITE}/sitemap-{part}.xml{query}"
        for part, query in (("lists", ""), ("pages", ""), ("pages", "?p=2"), ("pages", "?p=3"))
    ]
    assert [len(read(client, part)) for part in parts(client)[1:]] == [6, 6, 4]
    addresses = [loc(entry) for entry in entries(client)][2 * len(sitemaps.LISTS) :]
    paths = [f"films/film-{number}/" for number in range(7)] + ["films/film-0/texts/intention-note/"]
    assert addresses == [f"{SITE}/{lang}/{path}" for path in paths for lang in ("fr", "en")]
    assert client.get("/sitemap-pages.xml?p=4").status_code == 404
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_no_part_is_larger_than_the_format_allows():
    assert 2 * sitemaps.Published.limit <= 50_000


def test_an_entry_tells_the_day_of_the_pages_last_change_and_the_index_that_of_the_latest(client):
    make_film("Users")
    today = timezone.localdate().isoformat()
    assert {entry.findtext(f"{SITEMAP}lastmod") for entry in read(client, "/sitemap-pages.xml")} == {today}
    _lists, pages = read(client, "/sitemap.xml")
    assert pages.findtext(f"{SITEMAP}lastmod").startswith(timezone.localdate().isoformat())


def test_an_address_follows_the_film_that_is_renamed(client):
    film = make_film("Users")
    make_text(film, "Une note.")
    Film.objects.filter(pk=film.pk).update(slug="usagers")
    publish(Film.objects.get(), Text.objects.get())
    addresses = {loc(entry) for entry in read(client, "/sitemap-pages.xml")}
    assert f"{SITE}/en/films/usagers/texts/intention-note/" in addresses
    assert not any("/users/" in address for address in addresses)


def test_before_anything_is_published_there_is_a_sitemap_all_the_same(client):
    assert [len(read(client, part)) for part in parts(client)] == [2 * len(sitemaps.LISTS), 0]


@pytest.mark.parametrize("films", [1, 10])
@pytest.mark.parametrize(("address", "queries"), [("/sitemap.xml", 3), ("/sitemap-pages.xml", 4)])
def test_a_fixed_number_of_queries(client, films, address, queries, django_assert_num_queries):
    for number in range(films):
        make_text(make_film(f"Film {number}", directors=[f"Ada {number}"]), "Une note.")
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-lists.xml", "/sitemap-pages.xml"])
def test_what_has_not_changed_is_not_sent_again(client, address):
    make_film("Users")
    first = client.get(address)
    assert first["Cache-Control"] == "public, no-cache"
    assert "Set-Cookie" not in first
    for held in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        assert client.get(address, headers=held).status_code == 304
    make_film("Norilsk")
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
