"""Share cards as files: made once, kept until what they show changes."""

import base64
import os
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import unquote

import resvg_py
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from .drawing import draw

LARGEST = (1120, 1260)  # pixels of a picture in a card: more than its place has


def png_of(subject):
    """Return the card as PNG: the one that is kept, or made now and kept."""
    path = Path(default_storage.path(f"share/{subject.kind}/{subject.id}-{subject.digest}.png"))
    if not path.exists():
        _keep(path, _made(subject))
        for older in path.parent.glob(f"{subject.id}-*.png"):
            if older != path:
                older.unlink(missing_ok=True)
    return path.read_bytes()


def _made(subject):
    svg = draw(subject, _picture(subject.picture))
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def _keep(path, data):
    """Write a file under another name, then give it its own: nobody reads half of it, and none is left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(data)
            file.close()
            os.chmod(file.name, settings.FILE_UPLOAD_PERMISSIONS)
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


def _picture(address):
    """Return (data address, width, height) of a picture of ours; None where there is none that can be read."""
    if not address:
        return None
    try:
        with default_storage.open(unquote(address.removeprefix(settings.MEDIA_URL))) as file:
            image = Image.open(file).convert("RGB")
    except OSError:
        return None
    image.thumbnail(LARGEST)
    data = BytesIO()
    image.save(data, "JPEG", quality=88)
    encoded = base64.b64encode(data.getvalue()).decode()
    return f"data:image/jpeg;base64,{encoded}", image.width, image.height
