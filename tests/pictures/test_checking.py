"""Bad pictures are refused in words that name what was found and what is expected, and leave nothing behind."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from catalogue.models import Film
from tests.pictures.files import SVG, cover, encoded, files_in, moving, noise, png_that_says_it_is_large


def refusal(name, content):
    """What the editor of a film is told who sends this as its cover."""
    film = Film(title="Users", cover=SimpleUploadedFile(name, content))
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        film.clean_fields(exclude=["slug"])
    [message] = refused.value.message_dict["cover"]
    return message


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("drawing.svg", SVG, "SVG"),
        ("drawing.png", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- -->" + SVG, "SVG"),
        ("page.jpg", b"<!doctype html><p>not found", "HTML"),
        ("moving.gif", encoded("GIF"), "GIF"),
        ("still.jpg", encoded("GIF"), "GIF"),
        ("scan.png", encoded("TIFF"), "TIFF"),
        ("paint.jpg", encoded("BMP"), "BMP"),
        ("new.avif", encoded("AVIF"), "AVIF"),
        ("phone.jpg", b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        ("sheet.jpg", b"%PDF-1.7", "PDF"),
    ],
)
def test_another_format_is_named(name, content, found):
    assert refusal(name, content) == f"This file is in the {found} format; a JPEG, PNG or WebP is expected."


def test_what_is_no_picture_at_all_is_refused():
    assert (
        refusal("notes.jpg", b"Dear Ada,") == "This file is not a picture; a JPEG, PNG or WebP is expected."
    )


@pytest.mark.parametrize(
    ("name", "found"), [("cover.html", ".html"), ("cover.svg", ".svg"), ("cover", "cover")]
)
def test_a_picture_under_the_name_of_something_else_is_refused(name, found):
    assert refusal(name, encoded("JPEG")) == (
        f"The name of this file ends in “{found}”; a picture’s ends in .jpg, .png or .webp."
    )


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kept", [12, 600])
def test_a_picture_that_breaks_off_is_refused(media, picture_format, kept):
    content = cover(picture_format)
    assert len(content) > 1000
    message = refusal("cover.jpg", content[:kept])
    assert message == "This picture is damaged or breaks off before its end; a whole one is expected."
    assert files_in(media) == []


@pytest.mark.filterwarnings("error::PIL.Image.DecompressionBombWarning")  # as the site itself has it
@pytest.mark.parametrize(
    ("width", "height", "found"), [(8000, 5001, 41), (10_000, 10_000, 100), (30_000, 30_000, 900)]
)
def test_more_than_40_megapixels_are_refused_before_anything_is_decoded(monkeypatch, width, height, found):
    def decode(picture):
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decode)
    message = refusal("cover.png", png_that_says_it_is_large(width, height))
    assert message == f"This picture has {found} megapixels; at most 40 are accepted."


@pytest.mark.parametrize("picture_format", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(picture_format):
    message = refusal("cover.png", moving(picture_format))
    assert message == "This picture moves: it has 2 frames; a still one is expected."


@pytest.mark.parametrize(("width", "height"), [(3000, 1), (1, 6000), (3000, 14)])
def test_a_picture_too_thin_to_be_made_smaller_is_refused(media, width, height):
    message = refusal("cover.png", encoded("PNG", Image.new("RGB", (width, height))))
    assert message.startswith(
        f"This picture is {width} × {height} pixels; no side may be more than 200 times"
    )
    assert files_in(media) == []


@pytest.mark.parametrize(
    ("name", "picture_format"),
    [
        ("cover.jpg", "JPEG"),
        ("COVER.JPEG", "JPEG"),
        ("a.jfif", "JPEG"),
        ("cover.png", "JPEG"),
        ("a.jpg", "WEBP"),
    ],
)
def test_what_a_picture_holds_decides_not_which_of_the_formats_its_name_says(db, name, picture_format):
    film = Film(title="Users", cover=SimpleUploadedFile(name, cover(picture_format)))
    film.full_clean()
    film.save()
    assert (film.cover.name[-4:], film.cover_width, film.cover_height) == (".jpg", 400, 300)


def test_the_senders_name_for_it_may_be_long_and_is_forgotten(db):
    film = Film.objects.create(title="Users", cover=SimpleUploadedFile(f"{300 * 'a'}.jpg", encoded("JPEG")))
    assert "aaaa" not in film.cover.name


def test_a_telephones_jpeg_with_a_preview_behind_it_is_its_first_picture(db):
    upright = encoded("MPO", noise(300, 400), save_all=True, append_images=[noise(20, 30)])
    film = Film(title="Users", cover=SimpleUploadedFile("phone.jpg", upright))
    film.full_clean()
    film.save()
    assert (film.cover_width, film.cover_height) == (300, 400)
