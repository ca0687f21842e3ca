"""Colours: from whatever a file holds to 8-bit sRGB, and the one that stands for a picture while it loads."""

import io

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")
SAMPLE = 48  # pixels a side: enough to tell which colour there is most of
CHOICES = 6


def unpacked(image):
    """Palettes become colours and 16 bits become 8, so that resizing mixes colours and not their numbers."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode not in {"RGB", "L", "CMYK"}:
        image = image.convert("RGB")
    image.info = {"icc_profile": profile}
    return image


def standard(image):
    """As sRGB, and nothing else: no profile, no comment, no place or date; transparent only where light passes."""
    image = in_srgb(image, image.info.get("icc_profile"))
    if image.mode == "RGBA" and image.getextrema()[3] == (255, 255):
        image = image.convert("RGB")
    image.info = {}
    return image


def in_srgb(image, profile):
    """Return the image as RGB or RGBA; a profile that says nothing of this image is left aside."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, SRGB, outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert(mode)


def dominant(image):
    """Return the colour that most of the visible image has, "#rrggbb"."""
    small = image.convert("RGBA").resize((SAMPLE, SAMPLE), Image.Resampling.BOX)
    few = small.quantize(CHOICES, Image.Quantize.FASTOCTREE)
    palette = few.getpalette("RGBA")
    found = [(count, palette[4 * index : 4 * index + 4]) for count, index in few.getcolors()]
    _count, (red, green, blue, _alpha) = max(found, key=lambda one: (one[1][3] > 127, one[0]))
    return f"#{red:02x}{green:02x}{blue:02x}"
