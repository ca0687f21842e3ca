"""The forms of a film: documentary, fiction, animation…"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.reference.forms import Form


class FormOfFilm(models.Model):
    """One of a film's forms. A film without one is of a form that nobody has recorded."""

    film = models.ForeignKey("Film", models.CASCADE, related_name="forms")
    form = models.CharField(_("form"), max_length=20, choices=Form)

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["film", "form"], name="one_form_once_per_film"),
            models.CheckConstraint(condition=models.Q(form__in=Form.values), name="form_is_in_the_list"),
        ]

    def __str__(self):
        return self.get_form_display()
