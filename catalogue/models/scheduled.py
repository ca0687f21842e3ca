"""What an editor wants on the site, or off it, at a day and hour to come."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduledQuerySet(models.QuerySet):
    def due(self, now):
        """Those whose time has come, the earliest first; not those that were refused."""
        return self.filter(at__lte=now, refused="").order_by("at", "pk")

    def of(self, obj):
        return self.filter(kind=obj.kind, object_id=obj.pk)


class Scheduled(models.Model):
    """A publication or a withdrawal of one object at `at`. The row goes once it is done."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("Publish")
        WITHDRAW = "withdraw", _("Take off the site")

    class Refused(models.TextChoices):
        WAITS_FOR_CHECK = "check", _("It waits for a check: publish it from its own page.")
        INCOMPLETE = "missing", _("Something is missing that its page needs: publish it from its own page.")
        FAILED = (
            "failed",
            _("An error stopped it: publish it from its own page, or ask whoever keeps the site."),
        )

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    action = models.CharField(_("what is done"), max_length=8, choices=Action)
    at = models.DateTimeField(_("day and time"), db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    refused = models.CharField(max_length=8, choices=Refused, blank=True)  # why it was not done at its time

    objects = ScheduledQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "action"], name="one_time_for_what_is_scheduled"
            )
        ]

    def __str__(self):
        return f"{self.action} {self.kind}:{self.object_id} at {self.at:%Y-%m-%d %H:%M}"
