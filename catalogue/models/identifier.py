"""A film's numbers in the registers of the field."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .film import Film


class Identifier(models.Model):
    """A film's number in a register of the field."""

    class Scheme(models.TextChoices):
        ISAN = "isan", "ISAN"
        EIDR = "eidr", "EIDR"
        IMDB = "imdb", "IMDb"
        WIKIDATA = "wikidata", "Wikidata"
        CNC_VISA = "cnc_visa", _("CNC visa")

    film = models.ForeignKey(Film, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("register"), max_length=20, choices=Scheme)
    value = models.CharField(_("number"), max_length=60)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ["scheme"]
        constraints = [
            models.UniqueConstraint(fields=["film", "scheme"], name="one_number_per_register_per_film")
        ]

    def __str__(self):
        return f"{self.get_scheme_display()} {self.value}"

    def address(self):
        """Where the register tells about the film, or an empty string where it has no public page."""
        pages = {
            "imdb": "https://www.imdb.com/title/{}/",
            "wikidata": "https://www.wikidata.org/wiki/{}",
            "eidr": "https://ui.eidr.org/view/content?id={}",
        }
        return pages.get(self.scheme, "").format(self.value)
