"""People and what they did for films."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.folding import fold
from catalogue.reference.roles import Role

from . import fields
from .derived import DerivedField
from .publishable import Publishable, PublishableQuerySet, waiting_indexes

# Words that begin a surname where they have a capital.
PARTICLES = {
    *[
        "Abou",
        "Abu",
        "Al",
        "Ben",
        "Bin",
        "Da",
        "De",
        "Del",
        "Della",
        "Den",
        "Der",
        "Des",
        "Di",
        "Dos",
        "Du",
        "El",
    ],
    *["Ibn", "La", "Le", "Les", "Mac", "Saint", "San", "Van", "Von"],
}


def surname_first(name):
    """Return "Almada, Natalia" for "Natalia Almada", "Le Goff, Paul" for "Paul Le Goff".

    Particles without a capital stay with the first name: "Beauvoir, Simone de".
    """
    *first, last = name.split() or [""]
    while len(first) > 1 and first[-1] in PARTICLES:
        last = f"{first.pop()} {last}"
    return f"{last}, {' '.join(first)}" if first else last


class PersonQuerySet(PublishableQuerySet):
    def named(self, name):
        """People of this name, accents, case and apostrophes aside."""
        folded = fold(name)
        return self.filter(folded_name=folded) if folded else self.filter(name=name)


class Person(Publishable):
    """Someone credited for a film, or the author of a text. Namesakes are told apart by their qualifier."""

    kind = "person"

    class Gender(models.TextChoices):
        WOMAN = "woman", _("woman")
        MAN = "man", _("man")
        NON_BINARY = "non_binary", _("non-binary person")

    name = models.CharField(_("name"), max_length=150, help_text=_("As it is written on a poster."))
    sort_name = DerivedField(
        _("sort name"),
        source="name",
        by=surname_first,
        editable=True,
        max_length=150,
        blank=True,
        help_text=_("Leave empty: “Almada, Natalia”, from the name."),
    )
    folded_name = DerivedField(source="name", by=fold, max_length=150, db_index=True)
    qualifier = models.CharField(
        _("qualifier"),
        max_length=60,
        blank=True,
        help_text=_("Tells namesakes apart: a trade, a country, years. Empty otherwise."),
    )
    gender = models.CharField(
        _("gender"),
        max_length=20,
        choices=Gender,
        blank=True,
        help_text=_(
            "As it is publicly known of this person, never guessed from a name or a picture. Empty: not recorded."
        ),
    )
    biography_fr = models.TextField(_("biography in French"), blank=True)
    biography_en = models.TextField(_("biography in English"), blank=True)
    birth_year = models.PositiveSmallIntegerField(_("born in"), null=True, blank=True)
    death_year = models.PositiveSmallIntegerField(_("died in"), null=True, blank=True)
    portrait = fields.picture(_("portrait"), "portrait", "portrait")
    portrait_width = fields.pixels()
    portrait_height = fields.pixels()
    portrait_colour = fields.dominant_colour()
    portrait_text_fr = models.CharField(
        _("portrait described in French"),
        max_length=250,
        blank=True,
        help_text=_("For those who cannot see it: 250 characters at most."),
    )
    portrait_text_en = models.CharField(
        _("portrait described in English"),
        max_length=250,
        blank=True,
        help_text=_("For those who cannot see it: 250 characters at most."),
    )
    portrait_credit = models.CharField(_("credit of the portrait"), max_length=150, blank=True)
    portrait_focal_x = fields.percent(_("focal point, from the left"))
    portrait_focal_y = fields.percent(_("focal point, from the top"))

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_name", "qualifier"]
        indexes = [
            *waiting_indexes("person"),
            models.Index(fields=["sort_name", "qualifier", "-id"], name="person_by_name"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "qualifier"],
                name="namesakes_have_qualifiers",
                violation_error_message=_(
                    "Someone of this name is here already: add a qualifier to tell them apart."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(birth_year__isnull=True)
                | models.Q(death_year__isnull=True)
                | models.Q(birth_year__lte=models.F("death_year")),
                name="person_years_in_order",
                violation_error_message=_("Nobody dies before being born."),
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.qualifier})" if self.qualifier else self.name

    def public_name(self):
        return f"{self.name} {self.qualifier}".strip()


class PersonCountry(models.Model):
    """A country that a person comes from or has worked from: most have one, some have two."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="person_countries")
    country = models.ForeignKey(
        "Country", models.PROTECT, related_name="person_countries", verbose_name=_("country")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "country"], name="one_country_once_per_person")
        ]

    def __str__(self):
        return str(self.country)


class PersonLink(models.Model):
    """An address outside this site: a person's own pages."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="links")
    label = models.CharField(_("label"), max_length=80)
    url = models.URLField(_("address"))

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["pk"]

    def __str__(self):
        return self.label


class OutsideWork(models.Model):
    """A work of a person that this catalogue does not hold: a book, another film."""

    class Kind(models.TextChoices):
        FILM = "film", _("Film")
        DOCUMENTARY = "documentary", _("Documentary")
        BOOK = "book", _("Book")
        OTHER = "other", _("Other")

    person = models.ForeignKey(Person, models.CASCADE, related_name="outside_works")
    title = models.CharField(_("title"), max_length=250)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.FILM)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("work outside the catalogue")
        verbose_name_plural = _("works outside the catalogue")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "title", "kind"], name="one_outside_work_once")
        ]

    def __str__(self):
        return self.title


class Credit(models.Model):
    """What a person did for a film."""

    film = models.ForeignKey("Film", models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, models.PROTECT, related_name="credits", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=30, choices=Role, default=Role.DIRECTOR)
    credited_as = models.CharField(
        _("credited as"), max_length=150, blank=True, help_text=_("The name as printed, when it differs.")
    )
    character = models.CharField(_("character"), max_length=150, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["film", "role"], name="roles_of_a_film")]
        constraints = [
            models.UniqueConstraint(
                fields=["film", "person", "role"],
                name="one_credit_once",
                violation_error_message=_("This person has this credit already."),
            )
        ]

    def __str__(self):
        return f"{self.person} ({self.get_role_display()})"
