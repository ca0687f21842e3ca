"""What is deleted leaves the site at once, whoever deletes it: the admin, a command, a cascade."""

from django.db.models.signals import post_delete

from catalogue.models import Country, Genre, Page, Scheduled, SharedDraft, Theme

from .documents import KINDS
from .publish import forget, publish_vocabulary


def connect():
    """Watch deletions. The catalogue does so once, when it is ready."""
    for kind in KINDS.values():
        post_delete.connect(take_page_off, sender=kind.model)
    for model in (Country, Genre, Theme):
        post_delete.connect(take_term_off, sender=model)


def take_page_off(instance, **_signal):
    SharedDraft.objects.of(instance).delete()
    Scheduled.objects.of(instance).delete()  # who restores it gets a draft, of which nothing is planned
    if Page.objects.current().filter(kind=instance.kind, object_id=instance.pk).exists():
        forget(instance.kind, instance.pk)


def take_term_off(instance, **_signal):
    publish_vocabulary(instance)
