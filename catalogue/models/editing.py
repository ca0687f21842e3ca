"""Who has which form open, said by the page every few seconds."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

FOR = timedelta(seconds=60)  # after which somebody who says nothing has gone


class EditingQuerySet(models.QuerySet):
    def of(self, obj):
        """Those who have an object's form open now."""
        seen = timezone.now() - FOR
        return self.filter(kind=obj._meta.model_name, object_id=obj.pk, seen_at__gt=seen)


class Editing(models.Model):
    """An editor with a form open. Nothing is locked by it."""

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    objects = EditingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "user"], name="one_editor_once")]

    def __str__(self):
        return f"{self.user} {self.kind} {self.object_id}"


def say_editing(obj, user):
    """Say that somebody has a form open, and forget those who have gone."""
    now = timezone.now()
    Editing.objects.update_or_create(
        kind=obj._meta.model_name, object_id=obj.pk, user=user, defaults={"seen_at": now}
    )
    Editing.objects.filter(seen_at__lt=now - FOR).delete()
