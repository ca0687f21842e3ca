"""Pictures that editors send: whole JPEG, PNG or WebP, kept under the digest of what they hold."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalogue.models import Film
from catalogue.pictures.addresses import fallback
from tests.admin.conftest import form_data
from tests.pictures.files import SVG, cover, files_in, png_that_says_it_is_large

pytestmark = pytest.mark.once

ADD = "/admin/catalogue/film/add/"
RENDITIONS = [(320, "avif"), (320, "webp"), (400, "avif"), (400, "jpg"), (400, "webp")]


def send(client, name, content):
    data = form_data(client, ADD, title="Users", cover=SimpleUploadedFile(name, content), _save="1")
    return client.post(ADD, data)


@pytest.mark.parametrize(
    ("name", "picture_format"),
    [("cover.jpg", "JPEG"), ("COVER.JPEG", "JPEG"), ("cover.png", "JPEG"), ("../../cover.png", "WEBP")],
)
def test_a_picture_is_kept_by_its_digest_with_its_renditions(editor, media, name, picture_format):
    send(editor, name, cover(picture_format))
    film = Film.objects.get()
    folder, short, kept = film.cover.name.split("/")
    digest = kept.removesuffix(".jpg")
    assert (folder, len(short), len(digest)) == ("pictures", 2, 14)
    assert (film.cover_width, film.cover_height) == (400, 300)
    renditions = [f"{digest}-{width}.{suffix}" for width, suffix in RENDITIONS]
    assert files_in(media) == [f"pictures/{short}/{one}" for one in [*renditions, kept]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cover.svg", SVG),
        ("cover.png", SVG),
        ("cover.gif", cover("GIF")),
        ("cover.png", cover("TIFF")),
        ("cover.jpg", cover("JPEG")[:-400]),
        ("cover.png", cover("PNG")[:-400]),
        ("cover.webp", cover("WEBP")[:-400]),
        ("cover.jpg", b""),
        ("cover.html", cover("JPEG")),
    ],
)
def test_what_is_no_whole_picture_is_refused_and_leaves_nothing_behind(editor, media, name, content):
    response = send(editor, name, content)
    assert list(response.context["adminform"].form.errors) == ["cover"]
    assert not Film.objects.exists()
    assert files_in(media) == []


@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (30_000, 30_000)])
def test_a_picture_too_large_is_refused_before_it_is_decoded(editor, media, monkeypatch, width, height):
    def decode(picture):
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decode)
    response = send(editor, "cover.png", png_that_says_it_is_large(width, height))
    [error] = response.context["adminform"].form.errors["cover"]
    assert "megapixels; at most 40" in error
    assert files_in(media) == []


def test_a_cover_is_not_looked_at_again_when_something_else_is_saved(editor, media, monkeypatch):
    def decode(picture):
        raise AssertionError("decoded")

    send(editor, "cover.jpg", cover("JPEG"))
    film = Film.objects.get()
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decode)
    address = f"/admin/catalogue/film/{film.pk}/change/"
    editor.post(address, form_data(editor, address, year="2001", _save="1"))
    film.refresh_from_db()
    assert (film.year, len(files_in(media))) == (2001, 6)


def test_a_form_refused_for_something_else_keeps_nothing(editor, media):
    data = form_data(editor, ADD, title="", cover=SimpleUploadedFile("cover.jpg", cover("JPEG")), _save="1")
    assert list(editor.post(ADD, data).context["adminform"].form.errors) == ["title"]
    assert files_in(media) == []


def test_the_form_shows_a_small_picture_and_its_size_and_asks_for_what_is_accepted(editor, media):
    send(editor, "cover.jpg", cover("JPEG"))
    film = Film.objects.get()
    page = editor.get(f"/admin/catalogue/film/{film.pk}/change/").content.decode()
    assert f'src="{fallback({"src": film.cover.url, "width": 400, "colour": "x"})}"' in page
    assert "400 × 300\u00a0px" in page
    assert 'accept="image/jpeg,image/png,image/webp"' in page


def test_the_form_still_shows_the_former_picture_where_it_refused_another(editor, media):
    send(editor, "cover.jpg", cover("JPEG"))
    film = Film.objects.get()
    address = f"/admin/catalogue/film/{film.pk}/change/"
    bad = SimpleUploadedFile("bad.jpg", cover("GIF"))
    page = editor.post(address, form_data(editor, address, cover=bad, _save="1")).content.decode()
    assert "GIF format" in page
    assert f'src="{film.cover.url.removesuffix(".jpg")}-400.jpg"' in page
    assert "bad.jpg" not in page
