"""Pages of the site’s own: about, legal notice, press… written in Markdown."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from .publishable import Publishable

# "[name of the host]", but for a link, "[name](address)", and for brackets that are meant, "\[sic\]" or "[…]".
PLACEHOLDER = re.compile(r"(?<!\\)\[[^\[\]]*[^\W\d_][^\[\]]*\](?!\()")


class OwnPage(Publishable):
    """A page that is not about the catalogue."""

    kind = "page"

    class Place(models.TextChoices):
        MENU = "menu", _("Menu and footer")
        FOOTER = "footer", _("Footer")
        NOWHERE = "nowhere", _("Nowhere: found by its address and the search")

    title_fr = models.CharField(_("title in French"), max_length=100, blank=True)
    title_en = models.CharField(_("title in English"), max_length=100, blank=True)
    body_fr = models.TextField(
        _("text in French"), blank=True, help_text=_("An empty line begins a new paragraph.")
    )
    body_en = models.TextField(
        _("text in English"), blank=True, help_text=_("An empty line begins a new paragraph.")
    )
    place = models.CharField(
        _("link to it in"),
        max_length=10,
        choices=Place,
        default=Place.FOOTER,
        help_text=_("Narrow screens have such links in the footer alone."),
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title_fr="", title_en=""),
                name="own_page_has_a_title",
                violation_error_message=_("Give the page a title, in one language at least."),
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"body_{language}": ""}) | ~models.Q(**{f"title_{language}": ""}),
                    name=f"own_page_has_a_title_in_{language}",
                    violation_error_message=message,
                )
                for language, message in (
                    ("fr", _("The French text needs a French title.")),
                    ("en", _("The English text needs an English title.")),
                )
            ),
        ]

    def __str__(self):
        return self.public_name()

    def public_name(self):
        return self.title_fr or self.title_en

    def placeholders(self):
        """Return [(field, number of the line, placeholder)] of what is still to be written: "[name of the host]"."""
        return [
            (field, number, found.group())
            for field in ("title_fr", "body_fr", "title_en", "body_en")
            for number, line in enumerate(getattr(self, field).splitlines(), start=1)
            for found in PLACEHOLDER.finditer(line)
        ]
