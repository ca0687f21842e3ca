"""Pictures that rows and pages refer to: their renditions made where they are missing, files of nobody removed."""

import re
import time
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile

from .field import PictureField
from .keeping import FOLDER, keep
from .renditions import make_renditions, rendition_names

REST = 3600  # seconds: a younger file may belong to an upload that is not saved yet


def pictures():
    """Return (row, its picture) for every picture of every table."""
    found = []
    for model in apps.get_models():
        for field in (field for field in model._meta.fields if isinstance(field, PictureField)):
            rows = model.objects.exclude(**{field.attname: ""}).only(*field.columns()).order_by("pk")
            found += [(row, getattr(row, field.attname)) for row in rows]
    return found


def mend(row, picture):
    """Make what this picture misses; return whether its row has changed, so that its page is behind.

    A picture without a colour was kept before there were renditions: it is made anew, as if it were sent today.
    One that an editor has replaced meanwhile is left alone.
    Raises OSError where the file is not there, ValidationError where it cannot be shown.
    """
    if not picture.colour:
        field, former = picture.field, picture.name
        with picture.storage.open(picture.name) as file:
            picture.save(picture.name, ContentFile(file.read(), picture.name), save=False)
        changes = {column: getattr(row, column) for column in field.columns()}
        return bool(type(row).objects.filter(pk=row.pk, **{field.attname: former}).update(**changes))
    name = picture.name.removeprefix(f"{FOLDER}/")
    if not all(
        picture.storage.exists(f"{FOLDER}/{one}") for one in [name, *rendition_names(name, picture.width)]
    ):
        with picture.storage.open(picture.name) as file:
            keep(picture.storage, make_renditions(name, file.read(), picture.width))
    return False


def prune(documents, kept=()):
    """Delete the files of pictures that no row and none of these documents shows any more; return how many.

    `kept` are names of pictures that stay besides.
    """
    shown = {_stem(name) for name in [*(picture.name for _row, picture in pictures()), *kept]}
    for document in documents:
        shown |= {_stem(address) for address in _addresses(document)}
    before, removed = time.time() - REST, 0
    for path in sorted(Path(settings.MEDIA_ROOT, FOLDER).rglob("*")):
        if path.is_file() and _stem(path.as_posix()) not in shown and path.stat().st_mtime < before:
            path.unlink()
            removed += 1
    return removed


def _addresses(part):
    """Yield the addresses of the pictures in a part of a document."""
    if isinstance(part, dict):
        if "src" in part:
            yield part["src"]
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _addresses(one)


def _stem(path):
    """What a master and its renditions have in common, wherever the path begins: ab/cdef of …/ab/cdef-640.avif."""
    folder, name = path.split("/")[-2:]
    return f"{folder}/{re.split('[-.]', name)[0]}"
