"""Companies and what they did for films."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.folding import fold, sort_key
from catalogue.reference.roles import CompanyRole

from . import fields
from .derived import DerivedField, Deriving
from .publishable import Publishable, PublishableQuerySet, waiting_indexes


class CompanyQuerySet(PublishableQuerySet):
    def named(self, name):
        """Companies that bear, or bore, this name, accents, case and apostrophes aside."""
        folded = fold(name)
        if not folded:
            return self.filter(name=name)
        found = models.Q(folded_name=folded) | models.Q(folded_full_name=folded)
        return self.filter(found | models.Q(former_names__folded_name=folded)).distinct()


class Company(Publishable):
    """A producer, distributor, broadcaster, fund… often several of them at once."""

    kind = "company"

    name = models.CharField(_("name"), max_length=150, unique=True)
    sort_name = DerivedField(_("sort name"), source="name", by=sort_key, max_length=150)
    folded_name = DerivedField(source="name", by=fold, max_length=150, db_index=True)
    full_name = models.CharField(
        _("full name"), max_length=250, blank=True, help_text=_("What the letters of an acronym stand for.")
    )
    folded_full_name = DerivedField(source="full_name", by=fold, max_length=250, db_index=True, blank=True)
    acronym_meaning_fr = models.CharField(
        _("meaning of the name in French"),
        max_length=150,
        blank=True,
        help_text=_("What the word itself means: “spark” in Russian."),
    )
    acronym_meaning_en = models.CharField(_("meaning of the name in English"), max_length=150, blank=True)
    predecessor = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessor"),
    )
    about_fr = models.TextField(
        _("about, in French"), blank=True, help_text=_("The first paragraph is shown, the others unfold.")
    )
    about_en = models.TextField(
        _("about, in English"), blank=True, help_text=_("The first paragraph is shown, the others unfold.")
    )
    country = models.ForeignKey("Country", models.PROTECT, null=True, blank=True, verbose_name=_("country"))
    website = models.URLField(_("website"), blank=True)
    declared_films = models.PositiveIntegerField(
        _("declared number of films"),
        null=True,
        blank=True,
        help_text=_("As the company says it itself; the site shows beside it what the catalogue holds."),
    )
    logo = fields.picture(_("logo"), "logo", "logo")
    logo_width = fields.pixels()
    logo_height = fields.pixels()
    logo_colour = fields.dominant_colour()

    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["sort_name"]
        indexes = [
            *waiting_indexes("company"),
            models.Index(fields=["sort_name", "-id"], name="company_by_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(predecessor__isnull=True) | ~models.Q(predecessor=models.F("id")),
                name="company_does_not_precede_itself",
                violation_error_message=_("A company cannot be its own predecessor."),
            )
        ]

    def __str__(self):
        return self.name

    def public_name(self):
        return self.name


class FormerName(Deriving):
    """A name that a company had before."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="former_names")
    name = models.CharField(_("name"), max_length=150)
    folded_name = DerivedField(source="name", by=fold, max_length=150, db_index=True)
    until = models.PositiveSmallIntegerField(_("until (year)"), null=True, blank=True)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["until", "pk"]
        constraints = [models.UniqueConstraint(fields=["company", "name"], name="one_former_name_once")]

    def __str__(self):
        return self.name


class CompanyCredit(models.Model):
    """What a company did for a film."""

    film = models.ForeignKey("Film", models.CASCADE, related_name="company_credits")
    company = models.ForeignKey(Company, models.PROTECT, related_name="credits", verbose_name=_("company"))
    role = models.CharField(_("role"), max_length=30, choices=CompanyRole, default=CompanyRole.PRODUCER)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["film", "company", "role"],
                name="one_company_credit_once",
                violation_error_message=_("This company has this role already."),
            )
        ]

    def __str__(self):
        return f"{self.company} ({self.get_role_display()})"
