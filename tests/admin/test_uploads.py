"""Pictures that editors send: whole JPEG, PNG or WebP, kept under the digest of what they hold."""

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalogue.models import Film
from tests.admin.conftest import form_data

ADD = "/admin/catalogue/film/add/"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def encoded(picture_format, size=(60, 40), **options):
    data = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(data, picture_format, **options)
    return data.getvalue()


def png_that_says_it_is_large(width, height):
    """A PNG of a few bytes whose header announces any size: decoding it would fill the memory."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


def send(client, name, content):
    data = form_data(client, ADD, title="Users", cover=SimpleUploadedFile(name, content), _save="1")
    return client.post(ADD, data)


def files_in(folder):
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "picture_format", "suffix"),
    [
        ("cover.jpg", "JPEG", ".jpg"),
        ("COVER.JPEG", "JPEG", ".jpg"),
        ("cover.png", "JPEG", ".jpg"),
        ("cover.jpg", "WEBP", ".webp"),
        ("../../cover.gif", "PNG", ".png"),
    ],
)
def test_a_picture_is_kept_by_its_digest_and_its_real_format(editor, media, name, picture_format, suffix):
    send(editor, name, encoded(picture_format))
    film = Film.objects.get()
    [kept] = files_in(media)
    folder, short, digest = kept.split("/")
    assert (folder, len(digest.removesuffix(suffix)), digest[:2]) == ("pictures", 32, short)
    assert (film.cover.name, film.cover_width, film.cover_height) == (kept, 60, 40)


def test_a_telephones_picture_of_two_images_is_a_jpeg(editor, media):
    second = Image.new("RGB", (60, 40))
    send(editor, "cover.jpg", encoded("MPO", save_all=True, append_images=[second]))
    assert Film.objects.get().cover.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cover.svg", SVG),
        ("cover.png", SVG),
        ("cover.gif", encoded("GIF")),
        ("cover.png", encoded("TIFF")),
        ("cover.jpg", encoded("JPEG")[:-400]),
        ("cover.png", encoded("PNG")[:-400]),
        ("cover.webp", encoded("WEBP")[:-400]),
        ("cover.jpg", b""),
        ("cover.html", encoded("JPEG")),
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
    assert "megapixels" in error or "corrupted" in error
    assert files_in(media) == []


def test_a_cover_is_not_looked_at_again_when_something_else_is_saved(editor, media, monkeypatch):
    def decode(picture):
        raise AssertionError("decoded")

    send(editor, "cover.jpg", encoded("JPEG"))
    film = Film.objects.get()
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decode)
    address = f"/admin/catalogue/film/{film.pk}/change/"
    editor.post(address, form_data(editor, address, year="2001", _save="1"))
    film.refresh_from_db()
    assert (film.year, files_in(media)) == (2001, [film.cover.name])
