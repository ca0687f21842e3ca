"""From what was sent to a master and its renditions, by the specs and processors of django-imagekit."""

import hashlib
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from imagekit import ImageSpec
from PIL import Image, ImageOps
from pilkit.processors import ResizeToFit

from . import addresses, checking, colour

LONG_SIDE = 2560  # pixels, of the master
DIGEST = 16  # hexadecimal digits: a page names thirty pictures
ENCODERS = {
    ".avif": ("AVIF", {"quality": 50, "speed": 8}),
    ".webp": ("WEBP", {"quality": 76, "method": 4}),
    ".jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
    ".png": ("PNG", {"optimize": True}),
}


class Upright:
    """Processor: turned as its EXIF says; a block that cannot be read says nothing."""

    def process(self, image):
        try:
            return ImageOps.exif_transpose(image)
        except Exception:  # a broken block raises anything in Pillow: SyntaxError, struct.error…
            return image


class Master(ImageSpec):
    processors = [
        Upright(),
        colour.Unpacked(),
        ResizeToFit(LONG_SIDE, LONG_SIDE, upscale=False),
        colour.Standard(),
    ]
    options = {"quality": 90, "subsampling": 0, "optimize": True}
    autoconvert = False  # Standard has done it


class Rendition(ImageSpec):
    autoconvert = False  # it would make transparent AVIF opaque

    def __init__(self, source, width, suffix):
        self.processors = [ResizeToFit(width=width, upscale=False)]
        self.format, self.options = ENCODERS[suffix]
        super().__init__(source)


@dataclass(frozen=True)
class Made:
    """A picture that is ready to be kept: the name of its master, and {name: content} of it and its renditions."""

    name: str
    width: int
    height: int
    colour: str
    files: dict


def make(file, sent_as="picture.jpg"):
    """Make the master and the renditions of an upload, all in memory. Raises ValidationError in the editor's words."""
    checking.opened(file)
    checking.check_name(sent_as)
    try:
        master = Master(file).generate().read()
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
    return {
        wanted: Rendition(ContentFile(master, name), step, suffix).generate().read()
        for wanted, (step, suffix) in rendition_names(name, width).items()
    }


def rendition_names(name, width):
    """Return {name: (width, suffix)} of all renditions of a master so wide."""
    wanted = [(step, suffix) for suffix in (".avif", ".webp") for step in addresses.widths(width)]
    wanted.append((addresses.fallback_width(width), addresses.fallback_suffix(name)))
    return {addresses.rendition(name, step, suffix): (step, suffix) for step, suffix in wanted}
