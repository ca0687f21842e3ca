"""Icons of the site: its mark in the sizes that browsers and telephones ask for."""

from functools import lru_cache
from io import BytesIO

from django.core.files.storage import default_storage
from PIL import Image, ImageOps

SIZES = (48, 180, 192, 512)  # pixels
OPAQUE = 180  # the size that telephones put on their own ground, which is black
GROUND = "#ffffff"


@lru_cache(maxsize=2 * len(SIZES))
def icon(name, size):
    """Return a stored picture as a square PNG, as bytes. Raises OSError where it cannot be read."""
    with default_storage.open(name) as file:
        image = ImageOps.pad(Image.open(file).convert("RGBA"), (size, size), color="#00000000")
    if size == OPAQUE:
        ground = Image.new("RGB", image.size, GROUND)
        ground.paste(image, mask=image)
        image = ground
    data = BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()
