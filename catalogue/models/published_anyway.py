"""What an editor has published although a check forbade it."""

from django.conf import settings
from django.db import models


class PublishedAnyway(models.Model):
    """Which checks an editor has set aside for an object, and why."""

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    why = models.TextField()
    checks = models.JSONField()  # names of catalogue.publishing_checks, as they were then

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id"], name="published_anyway_by_object")]

    def __str__(self):
        return self.why
