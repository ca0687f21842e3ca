"""What editors may send: a whole, still JPEG, PNG or WebP that fits the memory. The rest is refused in words."""

import re
import warnings
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import ExifTags, Image

MAX_PIXELS = 40_000_000
LONGEST = 200  # times the shorter side
LYING = 5  # from this orientation on, width and height change places
FORMATS = ["JPEG", "PNG", "WEBP"]  # a telephone's MPO is a JPEG with a preview behind it
SUFFIXES = {".jpg", ".jpeg", ".jfif", ".png", ".webp"}
# How files begin that are sent instead of pictures, or as pictures.
BEGINNINGS = {
    "JPEG": rb"\xff\xd8\xff",
    "PNG": rb"\x89PNG",
    "WebP": rb"RIFF....WEBP",
    "GIF": rb"GIF8",
    "TIFF": rb"II\*\0|MM\0\*",
    "BMP": rb"BM",
    "AVIF": rb"....ftypavi",
    "HEIC": rb"....ftyp(hei|hev|mif)",
    "PDF": rb"%PDF",
    "Photoshop": rb"8BPS",
    "SVG": rb"[^\0]*<svg",
    "HTML": rb"[^\0]*<(html|!doctype html)",
}

warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def opened(file):
    """Return the picture in this file with only its header read. Raises ValidationError: what was found, and expected.

    A JPEG under the name of a PNG is right all the same: what it holds decides. Any other name is a mistake.
    """
    file.seek(0)
    try:
        picture = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(int(re.search(r"\d+", str(error))[0])) from error
    except Exception as error:  # a broken file raises anything in Pillow: OSError, SyntaxError, struct.error…
        raise _no_picture(file) from error
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise _too_large(width * height)
    if max(width, height) > LONGEST * min(width, height):
        raise too_thin(width, height, LONGEST)
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise ValidationError(
            _("This picture moves: it has %(found)d frames; a still one is expected."),
            params={"found": picture.n_frames},
            code="animated",
        )
    return picture


def size_upright(picture):
    """Return (width, height) once the picture is turned as its EXIF says; a block that cannot be read says nothing."""
    try:
        turned = picture.getexif().get(ExifTags.Base.Orientation, 1) >= LYING
    except Exception:  # see `renditions._upright`
        turned = False
    return picture.size[::-1] if turned else picture.size


def check_name(name):
    """Refuse a file whose name is not a picture's."""
    suffix = Path(name).suffix
    if suffix.lower() not in SUFFIXES:
        raise ValidationError(
            _("The name of this file ends in “%(found)s”; a picture’s ends in .jpg, .png or .webp."),
            params={"found": suffix or name},
            code="name",
        )


def too_thin(width, height, times):
    return ValidationError(
        _(
            "This picture is %(width)d × %(height)d pixels; no side may be more than %(times)d times the other."
        ),
        params={"width": width, "height": height, "times": times},
        code="thin",
    )


def damaged():
    return ValidationError(
        _("This picture is damaged or breaks off before its end; a whole one is expected."), code="damaged"
    )


def _too_large(pixels):
    return ValidationError(
        _("This picture has %(found)d megapixels; at most %(limit)d are accepted."),
        params={"found": -(-pixels // 1_000_000), "limit": MAX_PIXELS // 1_000_000},
        code="large",
    )


def _no_picture(file):
    """The error of a file that Pillow does not open as one of our formats, by what it begins with."""
    file.seek(0)
    head = file.read(1000)
    found = next((name for name, start in BEGINNINGS.items() if re.match(start, head, re.I | re.S)), None)
    if found in {"JPEG", "PNG", "WebP"}:
        return damaged()
    if found is None:
        return ValidationError(
            _("This file is not a picture; a JPEG, PNG or WebP is expected."), code="format"
        )
    return ValidationError(
        _("This file is in the %(found)s format; a JPEG, PNG or WebP is expected."),
        params={"found": found},
        code="format",
    )
