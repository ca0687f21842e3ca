"""Secret addresses at which somebody without an account reads a draft, until an end that its editor chose."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils import timezone


class SharedDraftQuerySet(models.QuerySet):
    def of(self, obj):
        return self.filter(kind=obj.kind, object_id=obj.pk)

    def open(self):
        """Those at which a draft can be read now."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())


class SharedDraft(models.Model):
    """A secret address of a draft. What is secret in it is told once, and kept as a digest alone."""

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = SharedDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["kind", "object_id"], name="shared_drafts_of")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="shared_draft_begins_before_its_end",
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id} until {self.expires_at:%Y-%m-%d}"

    @property
    def is_open(self):
        return self.revoked_at is None and timezone.now() < self.expires_at


def share_draft(obj, until, user=None):
    """Make a secret address of an object that has a page; return what is secret in it."""
    secret = secrets.token_urlsafe(24)
    SharedDraft.objects.create(
        kind=obj.kind, object_id=obj.pk, digest=_digest(secret), user=user, expires_at=until
    )
    return secret


def shared_draft(secret):
    """Return the SharedDraft of a secret, open or not; None where there never was one."""
    return SharedDraft.objects.filter(digest=_digest(secret)).select_related("user").first()


def _digest(secret):
    return sha256(secret.encode()).hexdigest()
