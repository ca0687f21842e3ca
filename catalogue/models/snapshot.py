"""What an entity was at each save: the whole of it, with all that belongs to it, in one row."""

import json
import zlib

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class SnapshotQuerySet(models.QuerySet):
    def of(self, obj):
        """Those of an object, the newest first."""
        return self.filter(kind=obj._meta.model_name, object_id=obj.pk).order_by("-pk")

    def public(self, kind, pks):
        """Of each of these objects, the last state that the site showed before it was changed."""
        shown = self.filter(kind=kind, object_id__in=pks, was_public=True)
        newest = shown.values("object_id").annotate(newest=models.Max("pk")).values("newest")
        return self.filter(pk__in=newest)

    def deletions(self, model):
        """The last states of the objects of a model that are deleted and were not restored, the last deleted first."""
        gone = self.filter(kind=model._meta.model_name, origin=Snapshot.Origin.DELETION)
        gone = gone.exclude(object_id__in=model._base_manager.values("pk"))
        newest = gone.values("object_id").annotate(newest=models.Max("pk")).values("newest")
        return self.filter(pk__in=newest).order_by("-pk")


class Snapshot(models.Model):
    """The state of one object as it was saved: a JSON document, compressed. See catalogue.history."""

    class Origin(models.TextChoices):
        FOUND = "found", _("as it was found")
        ADMIN = "admin", _("editing")
        IMPORT = "import", _("import")
        MERGE = "merge", _("merging")
        RESTORE = "restore", _("restoring")
        JOB = "job", _("many at once")
        DELETION = "deletion", _("deletion")

    kind = models.CharField(max_length=20)  # the name of its model
    object_id = models.PositiveBigIntegerField()
    name = models.CharField(max_length=300)  # what it is called, for lists of what is deleted
    made_at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.ADMIN)
    changed = models.JSONField(
        default=list
    )  # the names of the fields and relations that differ from the one before
    was_public = models.BooleanField(default=False)  # whether the site showed it when it was next changed
    packed = models.BinaryField()

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = _("state")
        verbose_name_plural = _("states")
        ordering = ["-pk"]
        indexes = [
            models.Index(models.F("kind"), models.F("object_id"), models.F("id").desc(), name="snapshots_of")
        ]

    def __str__(self):
        return f"{self.name} ({self.made_at:%Y-%m-%d %H:%M})"

    @property
    def model(self):
        return apps.get_model("catalogue", self.kind)

    @property
    def by(self):
        """The name of whoever saved it; empty for nobody."""
        return (self.user.get_full_name() or self.user.get_username()) if self.user else ""

    @property
    def text(self):
        """The state as JSON, always written in the same way: the same state is the same text."""
        return zlib.decompress(self.packed).decode()

    @cached_property
    def state(self):
        return json.loads(self.text)
