"""Which pictures states name: their files stay, so that a state can be restored whole."""

from catalogue.models import Snapshot
from catalogue.pictures.field import PictureField

from .parts import columns, relations


def kept_pictures():
    """Yield the name of every picture of every state."""
    for snapshot in Snapshot.objects.order_by("pk").iterator(chunk_size=500):
        yield from _named(snapshot.model, snapshot.state)


def _named(model, row):
    for field in columns(model):
        if isinstance(field, PictureField) and row.get(field.attname):
            yield row[field.attname]
    for name, relation in relations(model, deleting=True).items():
        for each in row.get(name, ()):
            yield from _named(relation.related_model, each)
