"""Versions: what you can actually watch, a cut with its spoken and written languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import fields


class Version(models.Model):
    """A version of a film. Its label is computed from its languages when it is empty."""

    film = models.ForeignKey("Film", models.CASCADE, related_name="versions")
    label = models.CharField(
        _("label"),
        max_length=60,
        blank=True,
        help_text=_("Leave empty: VO, VOSTFR, VF, VF AD… from the languages below."),
    )
    running_time = fields.running_time(help_text=_("Minutes, only when it differs from the film’s."))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(running_time__isnull=True) | models.Q(running_time__gt=0),
                name="version_running_time_positive",
                violation_error_message=_("A running time is at least one minute."),
            )
        ]

    def __str__(self):
        return self.label or str(_("version"))


class LanguageUse(models.Model):
    """A language of a version and what it is used for."""

    class Use(models.TextChoices):
        SPOKEN = "spoken", _("Spoken")
        SUNG = "sung", _("Sung")
        SIGNED = "signed", _("Signed")
        DUBBED = "dubbed", _("Dubbed")
        VOICE_OVER = "voice_over", _("Voice-over")
        SUBTITLES = "subtitles", _("Subtitles")
        SDH = "sdh", _("Subtitles for the deaf and hard of hearing")
        AUDIO_DESCRIPTION = "audio_description", _("Audio description")
        INTERTITLES = "intertitles", _("Intertitles")

    version = models.ForeignKey(Version, models.CASCADE, related_name="language_uses")
    language = fields.language(_("language"), help_text=_("BCP 47; zxx when nobody speaks."))
    use = models.CharField(_("use"), max_length=20, choices=Use, default=Use.SPOKEN)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("language of a version")
        verbose_name_plural = _("languages of a version")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "language", "use"], name="one_language_use_once")
        ]

    def __str__(self):
        return f"{self.language} ({self.get_use_display()})"
