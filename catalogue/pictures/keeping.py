"""Picture files on the disk: each is there whole or not at all, and never changes."""

import os
import tempfile
from pathlib import Path

from django.conf import settings

FOLDER = "pictures"


def keep(storage, files):
    """Write {name in the folder: content} into the storage; all of them, or none. What is there already stays."""
    written = []
    try:
        for name, content in files.items():
            path = Path(storage.path(f"{FOLDER}/{name}"))
            try:
                os.utime(path)  # somebody wants it again: files that are young are not pruned
            except FileNotFoundError:
                write_whole(path, content)
                written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def write_whole(path, content):
    """Write a file under another name, then give it its own: nobody reads half of it, and none is left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.close()  # what is still in the buffer may be what no longer fits on the disk
            os.chmod(file.name, settings.FILE_UPLOAD_PERMISSIONS)
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
