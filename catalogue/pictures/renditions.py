"""From what was sent to a master and its renditions."""

import hashlib
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageFile, ImageOps

from . import addresses, checking, colour

LONG_SIDE = 2560  # pixels, of the master
DIGEST = 16  # hexadecimal digits: a page names thirty pictures
MASTER = {"quality": 90, "subsampling": 0, "optimize": True}
ENCODERS = {
    ".avif": ("AVIF", {"quality": 50, "speed": 8}),
    ".webp": ("WEBP", {"quality": 76, "method": 4}),
    ".jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
    ".png": ("PNG", {"optimize": True}),
}

# An encoder that optimizes holds back the whole picture; Pillow's own block is too small for one that is all grain.
ImageFile.MAXBLOCK = 3 * LONG_SIDE**2


@dataclass(frozen=True)
class Made:
    """A picture that is ready to be kept: the name of its master, and {name: content} of it and its renditions."""

    name: str
    width: int
    height: int
    colour: str
    files: dict


def make(file, sent_as="picture.jpg", use=None):
    """Make the master and the renditions of an upload, all in memory. Raises ValidationError in the editor's words.

    What is sent is judged by its `use`.
    """
    picture = checking.opened(file)
    checking.check_name(sent_as)
    if use:
        use.check(*checking.size_upright(picture))
    try:
        image = colour.standard(_fitted(colour.unpacked(_upright(picture)), LONG_SIDE, LONG_SIDE))
        master = _encoded(image, "PNG" if image.mode == "RGBA" else "JPEG", MASTER)
    except Exception as error:  # see `opened`; here it is the body that is broken
        raise checking.damaged() from error
    with Image.open(io.BytesIO(master)) as image:
        width, height = image.size
        digest = hashlib.sha256(master).hexdigest()[:DIGEST]
        name = f"{digest[:2]}/{digest[2:]}{'.png' if image.format == 'PNG' else '.jpg'}"
        try:
            files = make_renditions(name, master, width)
        except Exception as error:
            raise ValidationError(
                _("This picture could not be made into smaller ones; save it anew as a JPEG and send that."),
                code="conversion",
            ) from error
        return Made(name, width, height, colour.dominant(image), files | {name: master})


def make_renditions(name, master, width):
    """Return {name: content} of all renditions of a master so wide."""
    with Image.open(io.BytesIO(master)) as image:
        return {
            wanted: _encoded(_fitted(image.copy(), step, image.height), *ENCODERS[suffix])
            for wanted, (step, suffix) in rendition_names(name, width).items()
        }


def rendition_names(name, width):
    """Return {name: (width, suffix)} of all renditions of a master so wide."""
    wanted = [(step, suffix) for suffix in (".avif", ".webp") for step in addresses.widths(width)]
    wanted.append((addresses.fallback_width(width), addresses.fallback_suffix(name)))
    return {addresses.rendition(name, step, suffix): (step, suffix) for step, suffix in wanted}


def _upright(image):
    """Turned as its EXIF says; a block that cannot be read says nothing."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # a broken block raises anything in Pillow: SyntaxError, struct.error…
        return image


def _fitted(image, width, height):
    """The image itself, made at most so large."""
    image.thumbnail((width, height), Image.Resampling.LANCZOS, reducing_gap=None)
    return image


def _encoded(image, picture_format, options):
    file = io.BytesIO()
    image.save(file, picture_format, **options)
    return file.getvalue()
