"""How often film pages are read: counted by day, without cookies and without keeping who read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyViews(models.Model):
    """How many visitors read a film's page on a day."""

    film = models.ForeignKey("Film", models.CASCADE, related_name="daily_views", verbose_name=_("film"))
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("visitors"))

    class Meta:
        verbose_name = _("daily views")
        verbose_name_plural = _("daily views")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["film", "day"], name="one_count_per_film_and_day")]

    def __str__(self):
        return f"{self.film_id} {self.day}: {self.count}"


class Viewing(models.Model):
    """That some visitor has read a film's page on a day: what makes a second reading not count.

    The visitor is a digest that only this site could make and only for that day; rows from before yesterday are
    deleted.
    """

    day = models.DateField()
    film_id = models.PositiveBigIntegerField()
    visitor = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "film_id", "visitor"], name="one_viewing_a_day")
        ]

    def __str__(self):
        return f"{self.film_id} {self.day}"


class PopularFilms(models.Model):
    """The one row that names the films most read of late, the most read first."""

    ids = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="only_one_list_of_popular_films")
        ]

    def __str__(self):
        return f"{len(self.ids)} films"
