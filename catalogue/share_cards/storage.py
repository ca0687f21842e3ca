"""Share cards as files, kept until what they show changes; not among the media: only the view serves them."""

import base64
from io import BytesIO
from urllib.parse import unquote

import resvg_py
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from catalogue.models import Page
from catalogue.pictures.keeping import write_whole

from .drawing import draw

LARGEST = (1120, 1260)  # pixels of a picture in a card: more than its place has


def png_of(subject):
    """Return (the card as PNG, whether it shows all it should): the one that is kept, or made now and kept.

    One whose picture cannot be read is not kept: the file may only be missing for a moment.
    """
    folder = settings.DATA_DIR / "share" / subject.kind
    path = folder / f"{subject.id}-{subject.digest}.png"
    try:
        return path.read_bytes(), True
    except FileNotFoundError:
        pass
    pictures = {address: _picture(address) for address in subject.pictures}
    data = bytes(resvg_py.svg_to_bytes(svg_string=draw(subject, pictures), skip_system_fonts=True))
    is_whole = all(pictures.values())
    if is_whole:
        write_whole(path, data)
        for older in folder.glob(f"{subject.id}-*.png"):
            if older != path:
                older.unlink(missing_ok=True)
    return data, is_whole


def prune():
    """Delete the cards of what has no page any more; return how many."""
    shown = {
        ("site", "0"),
        *((kind, str(pk)) for kind, pk in Page.objects.current().values_list("kind", "object_id")),
    }
    found = (settings.DATA_DIR / "share").glob("*/*-*.png")
    gone = [path for path in found if (path.parent.name, path.name.split("-")[0]) not in shown]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _picture(address):
    """Return (data address, width, height) of a picture of ours; None where it cannot be read."""
    try:
        with default_storage.open(unquote(address.removeprefix(settings.MEDIA_URL))) as file:
            image = Image.open(file).convert("RGBA")
    except OSError:
        return None
    image.thumbnail(LARGEST)
    opaque = Image.new("RGB", image.size, "white")
    opaque.paste(image, mask=image)
    data = BytesIO()
    opaque.save(data, "JPEG", quality=88)
    encoded = base64.b64encode(data.getvalue()).decode()
    return f"data:image/jpeg;base64,{encoded}", image.width, image.height
