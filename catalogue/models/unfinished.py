"""What editors have typed in a form and not saved: kept for its author, until it is saved or discarded."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class UnfinishedEntryQuerySet(models.QuerySet):
    def of(self, user):
        """Those of an account, the newest first, without what they hold."""
        return self.filter(user=user).defer("sent").order_by("-kept_at")


class UnfinishedEntry(models.Model):
    """One form as it was left. Each opening of a form has a key of its own, so that two new films are two entries."""

    key = models.UUIDField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    path = models.CharField(max_length=200)  # of the form, in the admin
    query = models.TextField(blank=True)  # what it was opened with, as the list of a new selection
    name = models.CharField(max_length=200, blank=True)  # what is called so in the form
    sent = models.JSONField(default=list)  # [[field, value], …]
    files = models.JSONField(default=dict)  # {field: [its name, the name under which it is kept]}
    kept_at = models.DateTimeField()

    objects = UnfinishedEntryQuerySet.as_manager()

    def __str__(self):
        return self.name or self.path

    @property
    def address(self):
        """Where its author goes on with it."""
        asked = "&".join(filter(None, [self.query, f"unfinished={self.key.hex}"]))
        return f"{self.path}?{asked}"


class SavedForm(models.Model):
    """What a form has sent when it added something: the same form, sent again, adds nothing a second time."""

    digest = models.CharField(max_length=64, primary_key=True)  # of its opening and of all that it sent
    object_id = models.CharField(
        max_length=20, blank=True
    )  # what it has saved; empty while it is being saved
    saved_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self):
        return self.digest
