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
            if not path.exists():
                _write(path, content)
                written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            os.chmod(file.name, settings.FILE_UPLOAD_PERMISSIONS)
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
