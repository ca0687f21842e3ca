"""Controlled vocabularies: countries (with states that are gone), genres, themes."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.slugs import MAX_LENGTH, first_free, slug_of


def in_own_language(term):
    """Return the name of a term in the language of whoever is asking, which is an editor."""
    return term.name_en if get_language() == "en" else term.name_fr


class Country(models.Model):
    """A state, today's (ISO 3166-1) or a former one (ISO 3166-3, or a four-letter code of ours where ISO has none).

    Rows are made once, by a migration, from CLDR and ISO, so that a new edition of those never moves the catalogue.
    """

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    name_fr = models.CharField(_("name in French"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(
        _("last year"), null=True, blank=True, help_text=_("Empty for a state that exists today.")
    )
    successors = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="predecessors", verbose_name=_("successors")
    )

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name_fr"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_year__isnull=True)
                | models.Q(last_year__isnull=True)
                | models.Q(first_year__lte=models.F("last_year")),
                name="country_years_in_order",
                violation_error_message=_("A state cannot end before it begins."),
            )
        ]

    def __str__(self):
        return in_own_language(self)


class Term(models.Model):
    """A word of a controlled vocabulary, with its address and its two names."""

    slug = models.SlugField(_("address"), max_length=MAX_LENGTH + 10, unique=True, blank=True)
    name_fr = models.CharField(_("name in French"), max_length=100, unique=True)
    name_en = models.CharField(_("name in English"), max_length=100, unique=True)

    class Meta:
        abstract = True
        ordering = ["name_fr"]

    def __str__(self):
        return in_own_language(self)

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(pk=self.pk)
            self.slug = first_free(
                slug_of(self.name_fr, "term"), lambda slug: others.filter(slug=slug).exists()
            )
        super().save(*args, **kwargs)


class Genre(Term):
    """What a film tells: comedy, western, crime… Whether it is fiction or a documentary is its form."""

    class Meta(Term.Meta):
        verbose_name = _("genre")
        verbose_name_plural = _("genres")


class Theme(Term):
    """What a film is about: work, exile, memory…"""

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
