"""What the front page opens on: a film or a selection with an editor's sentence, from one day to another."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class HighlightQuerySet(models.QuerySet):
    def on(self, day):
        """Those whose days hold this one, the one that is shown first."""
        begun = Q(first_day__isnull=True) | Q(first_day__lte=day)
        return self.filter(begun).not_ended(day)

    def not_ended(self, day):
        """Those of this day and of later ones."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day))


class Highlight(models.Model):
    """A film or a selection that the front page opens on. Saving it is enough: it has no draft, it has days.

    Of those of a day the front page shows the first film and the first selection that are published.
    """

    film = models.ForeignKey(
        "Film", models.CASCADE, null=True, blank=True, related_name="highlights", verbose_name=_("film")
    )
    selection = models.ForeignKey(
        "Selection",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="highlights",
        verbose_name=_("selection"),
    )
    sentence_fr = models.CharField(_("sentence in French"), max_length=300, blank=True)
    sentence_en = models.CharField(_("sentence in English"), max_length=300, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=150, blank=True)
    first_day = models.DateField(_("first day"), null=True, blank=True, help_text=_("Empty: from now on."))
    last_day = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Still shown on that day. Empty: until it is replaced."),
    )
    position = models.PositiveSmallIntegerField(
        _("order"),
        default=0,
        help_text=_(
            "Of those of the same day the smallest number is shown; of equal numbers, the one that begins last."
        ),
    )

    objects = HighlightQuerySet.as_manager()

    class Meta:
        verbose_name = _("highlight")
        verbose_name_plural = _("front page: highlights")
        ordering = ["position", models.F("first_day").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(film__isnull=False, selection__isnull=True)
                | Q(film__isnull=True, selection__isnull=False),
                name="highlight_is_a_film_or_a_selection",
                violation_error_message=_("Choose a film or a selection: one of them."),
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(first_day__lte=models.F("last_day")),
                name="highlight_days_in_order",
                violation_error_message=_("The last day comes after the first."),
            ),
        ]

    def __str__(self):
        return str(self.film or self.selection)


class FrontPage(models.Model):
    """The one row that tells visitors' pages the highlights of today and of days to come, in their order.

    A part of the publication: it is written from `Highlight` (see catalogue.publication.highlights).
    """

    highlights = models.JSONField(default=list)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="only_one_front_page")]

    def __str__(self):
        return f"{len(self.highlights)} highlights"
