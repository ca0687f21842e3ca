"""Selections: films that a curator puts together, in order, with a word on each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .publishable import Publishable, waiting_indexes

LONGEST_FILTER = 2000  # letters
MOST_FROZEN = 500  # films that a filter may hold when it is made into rows


class Selection(Publishable):
    """A curator's list of films: those of its rows, or, where it has a filter, all that answer it at any time.

    The rows of one that collects by a filter are notes: on the films that are among them.
    """

    kind = "selection"

    title_fr = models.CharField(_("title in French"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    introduction_fr = models.TextField(_("introduction in French"), blank=True)
    introduction_en = models.TextField(_("introduction in English"), blank=True)
    curator = models.CharField(_("curator"), max_length=150, blank=True, help_text=_("Who signs it."))
    filter = models.CharField(
        _("filter"),
        max_length=LONGEST_FILTER,
        blank=True,
        help_text=_(
            "The address of a list of films, or what stands behind its question mark. The selection goes on collecting "
            "what answers it. Empty: the films below, in their order."
        ),
    )
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("selection")
        verbose_name_plural = _("selections")
        ordering = ["-created_at", "-pk"]
        indexes = waiting_indexes("selection")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True)
                | models.Q(last_day__isnull=True)
                | models.Q(first_day__lte=models.F("last_day")),
                name="selection_days_in_order",
                violation_error_message=_("The last day comes after the first."),
            ),
            models.CheckConstraint(
                condition=models.Q(filter="") | models.Q(filter__contains="="),
                name="selection_filter_asks_for_something",
                violation_error_message=_("A filter asks for something: parameter=value."),
            ),
        ]

    def __str__(self):
        return self.title_fr

    def public_name(self):
        return self.title_fr


class SelectedFilm(models.Model):
    """A film's place in a selection, and why it is there."""

    selection = models.ForeignKey(Selection, models.CASCADE, related_name="selected_films")
    film = models.ForeignKey("Film", models.CASCADE, related_name="selected_films", verbose_name=_("film"))
    note_fr = models.TextField(_("note in French"), blank=True)
    note_en = models.TextField(_("note in English"), blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("selected film")
        verbose_name_plural = _("selected films")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["selection", "film"], name="one_film_once_per_selection")
        ]

    def __str__(self):
        return str(self.film)
