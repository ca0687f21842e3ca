"""What production serves of the style sheets and how answers are compressed."""

import gzip
import re

import brotli
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from selectolax.lexbor import LexborHTMLParser

from tests.makers import make_film


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The static files as `collectstatic` leaves them for a production site."""
    folder = tmp_path_factory.mktemp("static")
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static_files.BundlingStorage"}}
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def test_the_style_sheet_is_one_file_with_all_its_parts(collected):
    sheet = (collected / "css/site.css").read_text()
    assert "@import" not in sheet
    parts = re.findall(r'@import "(.+?)"', (settings.BASE_DIR / "static/css/site.css").read_text())
    assert len(parts) > 10
    for part in parts:
        assert (settings.BASE_DIR / "static/css" / part).read_text() in sheet, part


def test_layers_keep_their_order(collected):
    sheet = (collected / "css/site.css").read_text()
    opened = re.findall(r"^@layer (\w+) {", sheet, re.MULTILINE)
    declared = re.search(r"^@layer ([\w, ]+);", sheet, re.MULTILINE)[1].split(", ")
    assert list(dict.fromkeys(opened)) == declared


def test_all_style_together_weighs_at_most_16_kilobytes(collected):
    assert len((collected / "css/site.css.gz").read_bytes()) <= 16_000


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "used", "unpack"),
    [
        ("gzip", "gzip", gzip.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip;q=0.8, br;q=1.0", "br", brotli.decompress),
    ],
)
def test_a_page_is_compressed_for_who_accepts_it(client, accepted, used, unpack):
    make_film("Neige")
    plain = client.get("/fr/films/neige/")
    assert "Content-Encoding" not in plain
    packed = client.get("/fr/films/neige/", headers={"Accept-Encoding": accepted})
    assert (packed["Content-Encoding"], packed["Vary"]) == (used, "Accept-Encoding")
    assert unpack(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content)
    kept = {"Accept-Encoding": accepted, "If-None-Match": packed["ETag"]}
    again = client.get("/fr/films/neige/", headers=kept)
    assert (again.status_code, again["Vary"]) == (304, "Accept-Encoding")


@pytest.mark.django_db
def test_what_is_not_for_everybody_is_compressed_so_that_its_length_tells_nothing(client):
    page = client.get("/admin/login/", headers={"Accept-Encoding": "gzip, br"})
    assert page["Content-Encoding"] == "gzip"


def test_a_picture_is_not_compressed_twice(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    response = client.get("/media/a.png", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in response


@pytest.mark.django_db
def test_a_poster_is_kept_once_whatever_language_its_reader_speaks(client):
    make_film("Neige")
    poster = LexborHTMLParser(client.get("/fr/films/neige/").content.decode()).css_first(".poster img")
    answer = client.get(poster.attributes["src"], headers={"Accept-Encoding": "br"})
    assert (answer.status_code, answer["Vary"]) == (200, "Accept-Encoding")
