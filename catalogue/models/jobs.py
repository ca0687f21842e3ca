"""What editors asked for of many pages at once, done in small steps (see catalogue.publication.jobs)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """Work on many pages: what it is, who asked for it, and how far it has come. Its `Task` rows say what is left."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("Publish")
        UNPUBLISH = "unpublish", _("Take off the site")
        REFRESH = "refresh", _("Show a new name")
        CHANGE = "change", _("Change a field")
        SCHEDULE = "schedule", _("Schedule")

    action = models.CharField(_("what"), max_length=20, choices=Action)
    subject = models.CharField(
        _("about"), max_length=250, blank=True
    )  # in words: what is renamed, what is changed
    arguments = models.JSONField(
        default=dict
    )  # of a change: {"field", "value"}; of a time: {"scheduled", "at"}
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("asked by")
    )
    created_at = models.DateTimeField(_("asked"), auto_now_add=True)
    started_at = models.DateTimeField(_("begun"), null=True)
    finished_at = models.DateTimeField(_("ended"), null=True)
    is_stopped = models.BooleanField(default=False)
    total = models.PositiveIntegerField(_("pages"))
    done = models.PositiveIntegerField(_("done"), default=0)

    class Meta:
        verbose_name = _("work in the background")
        verbose_name_plural = _("work in the background")
        ordering = ["-pk"]

    def __str__(self):
        action = self.get_action_display()
        return f"{action} – {self.subject}" if self.subject else action


class Refusal(models.Model):
    """A page that a job left as it was, and why."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="refusals")
    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    name = models.CharField(max_length=250)
    reasons = models.JSONField()  # names of checks, whose words are those of the reader's language

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["job", "kind", "object_id"], name="one_refusal_per_page")
        ]

    def __str__(self):
        return self.name
