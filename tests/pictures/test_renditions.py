"""What is kept of a picture: a master in sRGB with nothing of the camera's, and renditions of it."""

import io

import pytest
from PIL import Image, ImageCms

from catalogue.pictures.renditions import LONG_SIDE, make
from tests.pictures.files import noise, sent, with_place


def made(image, picture_format="JPEG", **options):
    return make(sent(image, picture_format, **options))


def opened(content):
    return Image.open(io.BytesIO(content))


def master(picture):
    return opened(picture.files[picture.name])


def nearly(colour, expected):
    return all(abs(one - other) < 12 for one, other in zip(colour, expected, strict=True))


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "left top"), (3, "right bottom"), (6, "right top"), (8, "left bottom")],
)
@pytest.mark.parametrize("picture_format", ["JPEG", "WEBP", "PNG"])
def test_a_picture_is_turned_upright_as_it_was_held(picture_format, orientation, corner):
    held = Image.new("RGB", (60, 40), "white")
    held.paste("red", (0, 0, 20, 20))
    picture = made(held, picture_format, exif=with_place(orientation))
    turned = master(picture)
    size = (40, 60) if orientation in {6, 8} else (60, 40)
    assert (turned.size, (picture.width, picture.height)) == (size, size)
    across, down = corner.split()
    place = (5 if across == "left" else size[0] - 5, 5 if down == "top" else size[1] - 5)
    assert nearly(turned.getpixel(place), (255, 0, 0))


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_a_block_of_exif_that_cannot_be_read_says_nothing(picture_format):
    picture = made(noise(), picture_format, exif=b"Exif\0\0no TIFF at all")
    assert master(picture).size == (60, 40)


def test_nothing_tells_who_took_a_picture_nor_where_nor_with_what():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = made(
        noise(700),
        exif=with_place(6),
        comment=b"at Ada's",
        icc_profile=profile,
        xmp=b"<x:xmpmeta>Ada</x:xmpmeta>",
    )
    told = {
        name: [dict(opened(content).getexif()), b"Ada" in content] for name, content in picture.files.items()
    }
    assert told == {name: [{}, False] for name in picture.files}
    assert [name for name, content in picture.files.items() if "icc_profile" in opened(content).info] == []


@pytest.mark.parametrize(
    ("image", "picture_format", "colour"),
    [
        (Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("I;16", (40, 30), 0x8000), "PNG", (128, 128, 128)),
        (Image.new("L", (40, 30), 90), "PNG", (90, 90, 90)),
        (Image.new("1", (40, 30), 1), "PNG", (255, 255, 255)),
        (Image.new("RGB", (40, 30), "teal").quantize(4), "PNG", (0, 128, 128)),
        (Image.new("RGBA", (40, 30), (0, 128, 128, 255)), "PNG", (0, 128, 128)),
    ],
    ids=["CMYK", "16 bits", "grey", "black and white", "palette", "opaque with an alpha channel"],
)
def test_every_kind_of_colour_becomes_srgb_of_8_bits(image, picture_format, colour):
    kept = master(made(image, picture_format))
    assert (kept.format, kept.mode) == ("JPEG", "RGB")
    assert nearly(kept.getpixel((20, 15)), colour)


def test_a_profile_is_taken_into_account():
    """In this one red and green have changed places."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"last").replace(b"gXYZ", b"rXYZ").replace(b"last", b"gXYZ")
    picture = made(Image.new("RGB", (40, 30), (230, 20, 40)), "PNG", icc_profile=swapped)
    assert nearly(master(picture).getpixel((20, 15)), (20, 230, 40))


def test_a_profile_of_something_else_is_left_aside():
    grey = made(Image.new("RGB", (40, 30), "teal"), "PNG", icc_profile=b"not a profile")
    assert nearly(master(grey).getpixel((20, 15)), (0, 128, 128))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_logo_keeps_what_lets_light_through_in_every_format(mode):
    logo = Image.new("RGBA", (400, 300))
    logo.paste("black", (100, 100, 300, 200))
    logo = logo.quantize(4) if mode == "P" else logo.convert(mode)
    picture = made(logo, "PNG")
    assert picture.name.endswith(".png")
    corners = {
        name: opened(content).convert("RGBA").getpixel((2, 2))[3] for name, content in picture.files.items()
    }
    centres = {opened(content).convert("RGBA").getpixel((160, 120))[3] for content in picture.files.values()}
    assert corners == dict.fromkeys(picture.files, 0)
    assert centres == {255}
    assert picture.colour == "#000000"


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (60, [60]),
        (320, [320]),
        (400, [320, 400]),
        (1000, [320, 640, 960, 1000]),
        (1700, [320, 640, 960, 1600]),
    ],
)
def test_renditions_are_never_larger_than_their_master(width, widths):
    picture = made(Image.new("RGB", (width, 40), "teal"))
    stem = picture.name.removesuffix(".jpg")
    fallback = min(width, 960)
    expected = {f"{stem}-{one}.{suffix}": one for one in widths for suffix in ("avif", "webp")}
    expected |= {f"{stem}-{fallback}.jpg": fallback, picture.name: width}
    assert {name: opened(content).width for name, content in picture.files.items()} == expected
    formats = {name.rpartition(".")[2]: opened(content).format for name, content in picture.files.items()}
    assert formats == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}


def test_a_picture_that_hardly_compresses_is_made_all_the_same():
    """A grainy scan: as a JPEG it takes more bytes than it has pixels."""
    grain = Image.merge("RGB", [Image.effect_noise((1000, 300), 200) for _channel in "RGB"])
    picture = made(grain, "PNG")
    assert len(picture.files[picture.name]) > 1000 * 300


def test_a_master_is_at_most_so_long():
    picture = made(Image.new("RGB", (40, LONG_SIDE * 2), "teal"))
    assert (picture.width, picture.height) == (20, LONG_SIDE)


def test_the_dominant_colour_is_the_one_there_is_most_of():
    image = Image.new("RGB", (90, 90), "#204060")
    image.paste("#f0e0d0", (0, 0, 90, 30))
    kept = made(image).colour
    assert nearly(bytes.fromhex(kept.removeprefix("#")), (0x20, 0x40, 0x60))


def test_the_same_picture_has_the_same_name_each_time():
    image = noise()
    assert made(image).name == made(image, exif=with_place(1)).name
    assert made(image).name != made(noise()).name
