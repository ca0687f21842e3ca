"""Secret addresses at which somebody without an account reads a draft, for some days."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.db import models
from django.utils import timezone

DAYS = 30


class SharedDraft(models.Model):
    """A secret address of a selection's draft. What is secret in it is told once, and kept as a digest alone."""

    selection = models.ForeignKey("Selection", models.CASCADE, related_name="shared_drafts")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="shared_draft_begins_before_its_end",
            )
        ]

    def __str__(self):
        return f"{self.selection_id} until {self.expires_at:%Y-%m-%d}"

    @property
    def is_open(self):
        return self.revoked_at is None and timezone.now() < self.expires_at


def share_draft(selection):
    """Make a secret address; return (what is secret in it, its SharedDraft)."""
    secret, now = secrets.token_urlsafe(24), timezone.now()
    shared = SharedDraft.objects.create(
        selection=selection,
        digest=_digest(secret),
        created_at=now,
        expires_at=now + timedelta(days=DAYS),
    )
    return secret, shared


def shared_draft(secret):
    """Return the SharedDraft of a secret, open or not; None where there never was one."""
    return SharedDraft.objects.select_related("selection").filter(digest=_digest(secret)).first()


def _digest(secret):
    return sha256(secret.encode()).hexdigest()
