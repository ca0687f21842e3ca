"""Forms that were not saved are kept: whose a form is stands in a signed field of it, and the rest is as it was sent.

The signature lets what a form holds be kept for its author when nobody is signed in any more, and for nobody else.
"""

import hashlib
import shutil
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from catalogue.models import SavedForm, UnfinishedEntry
from catalogue.pictures.keeping import write_whole
from catalogue.pictures.uses import MOST_BYTES

SIGNED = "_unfinished"  # the signed field
FILE = "-_kept"  # after the name of a field: the file that was kept of it is used
KEPT, YOUNG = timedelta(days=30), timedelta(days=1)
MOST = 50  # of one author; the oldest go
MOST_FILES = 30  # of one form
NAMES = ("title", "name", "heading", "title_fr", "title_en")  # fields that name what is typed
LEFT_OUT = {
    *("csrfmiddlewaretoken", SIGNED),
    *("_save", "_publish", "_continue", "_addanother", "_saveasnew", "_restore"),
}


@dataclass(frozen=True)
class Opened:
    """A form that somebody has opened."""

    user_id: int
    path: str
    query: str
    key: uuid.UUID

    @property
    def token(self):
        return signing.dumps([self.user_id, self.path, self.query, self.key.hex], salt=SIGNED)

    @property
    def entries(self):
        """What is kept of it: one entry, or none."""
        return UnfinishedEntry.objects.filter(key=self.key, user=self.user_id, path=self.path)


def opened(sent):
    """Return the form that says so in what was sent; None where none does, or one that was opened too long ago."""
    try:
        user_id, path, query, key = signing.loads(sent.get(SIGNED, ""), salt=SIGNED, max_age=KEPT)
    except signing.BadSignature:
        return None
    return Opened(user_id, path, query, uuid.UUID(key))


def keep(form, sent, files):
    """Keep what a form has sent; return its entry, None where its author has no account any more.

    Of the files that were kept before, those stay that it still asks for.
    """
    if not get_user_model().objects.filter(pk=form.user_id, is_active=True).exists():
        return None
    sent = _storable(sent)
    before = form.entries.values_list("files", flat=True).first() or {}
    asked = {name: kept for name, kept in before.items() if f"{name}{FILE}" in sent}
    values = {
        "user_id": form.user_id,
        "path": form.path,
        "query": form.query,
        "name": next((text.strip() for text in map(sent.get, NAMES) if text and text.strip()), "")[:200],
        "sent": [[name, value] for name in sent if name not in LEFT_OUT for value in sent.getlist(name)],
        "files": _keep_files(form.key, asked, files),
        "kept_at": timezone.now(),
    }
    entry, is_new = UnfinishedEntry.objects.update_or_create(key=form.key, defaults=values)
    if is_new:
        mine = UnfinishedEntry.objects.of(form.user_id)
        discard(UnfinishedEntry.objects.filter(pk__in=mine.values_list("pk", flat=True)[MOST : MOST + 50]))
    return entry


def digest(form, sent, files):
    """Return what tells whether a form sends the same again, whichever button is pressed."""
    values = sorted((name, sent.getlist(name)) for name in sent if name not in LEFT_OUT)
    chosen = sorted((name, file.name, file.size) for name, file in files.items())
    return hashlib.sha256(repr((form.key, values, chosen)).encode()).hexdigest()


def into(entry, request):
    """Make a request send what was kept, files included."""
    request.POST = QueryDict(mutable=True)
    for name, value in entry.sent:
        request.POST.appendlist(name, value)
    request._files = MultiValueDict()
    files_into(entry, request, entry.files)
    request.method = "POST"


def files_into(entry, request, names):
    """Make a request send the files that were kept of these fields, but for those that another was chosen for."""
    for name in {*names} & {*entry.files} - {*request.FILES}:
        sent_name, kept_name = entry.files[name]
        path = _folder(entry.key) / kept_name
        if path.is_file():
            request.FILES[name] = UploadedFile(path.open("rb"), sent_name, size=path.stat().st_size)


def discard(entries):
    """Delete entries, and the files that were kept with them."""
    keys = list(entries.values_list("pk", flat=True))
    entries.delete()
    transaction.on_commit(lambda: [shutil.rmtree(_folder(key), ignore_errors=True) for key in keys])


def prune():
    """Delete what is old, and the files that no entry holds; a folder that is young may be of one being written."""
    now = timezone.now()
    discard(UnfinishedEntry.objects.filter(kept_at__lt=now - KEPT))
    SavedForm.objects.filter(saved_at__lt=now - KEPT).delete()
    keys = {key.hex for key in UnfinishedEntry.objects.values_list("pk", flat=True)}
    for folder in _folder().glob("*"):
        if folder.name not in keys and folder.stat().st_mtime < (now - YOUNG).timestamp():
            shutil.rmtree(folder, ignore_errors=True)


def _storable(sent):
    """Without NUL, which nobody types and PostgreSQL does not store."""
    storable = QueryDict(mutable=True)
    for name, values in sent.lists():
        storable.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    return storable


def _folder(key=None):
    """Not under MEDIA_ROOT: nothing of it is served."""
    folder = settings.DATA_DIR / "unfinished"
    return folder / key.hex if key else folder


def _keep_files(key, kept, files):
    """Add files to those that are kept of an entry already; return all of them."""
    kept, folder = dict(kept), _folder(key)
    for name, file in files.items():
        if file.size <= MOST_BYTES and len(kept) < MOST_FILES:
            file.seek(0)
            content = file.read()
            kept[name] = [file.name, hashlib.sha256(content).hexdigest()]
            write_whole(folder / kept[name][1], content)
    names = {kept_name for _sent_name, kept_name in kept.values()}
    for path in folder.glob("*"):
        if path.name not in names:
            path.unlink(missing_ok=True)
    return kept
