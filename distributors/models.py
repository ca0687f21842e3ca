"""Who shows and lends films: distributors and what they offer."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Country


class Distributor(models.Model):
    """A company's profile as distributor. It is shown on the company's page and published with it."""

    company = models.OneToOneField(
        "catalogue.Company", models.CASCADE, related_name="distributor_profile", verbose_name=_("company")
    )
    introduction_fr = models.TextField(_("introduction in French"), blank=True)
    introduction_en = models.TextField(_("introduction in English"), blank=True)
    contact_email = models.EmailField(_("e-mail for requests"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_address = models.TextField(_("postal address"), blank=True)
    terms_fr = models.TextField(
        _("terms in French"), blank=True, help_text=_("Rental conditions, delays, deposits.")
    )
    terms_en = models.TextField(
        _("terms in English"), blank=True, help_text=_("Rental conditions, delays, deposits.")
    )

    class Meta:
        verbose_name = _("distributor")
        verbose_name_plural = _("distributors")
        ordering = ["company__sort_name"]

    def __str__(self):
        return str(self.company)


class Partner(models.Model):
    """The company of an account of the group “partners” (see distributors.partners)."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="partner", verbose_name=_("account")
    )
    company = models.ForeignKey(
        "catalogue.Company", models.CASCADE, related_name="partners", verbose_name=_("company")
    )

    class Meta:
        verbose_name = _("partner of a company")
        verbose_name_plural = _("partner of a company")

    def __str__(self):
        return str(self.company)


class OfferQuerySet(models.QuerySet):
    def for_documents(self):
        """Everything a film's document says of its offers, in a fixed number of queries."""
        countries = models.Prefetch("countries", Country.objects.order_by("pk"))
        labels = ("version__language_uses", "film__original_languages")  # what a version is called
        return self.select_related("distributor__company").prefetch_related(countries, *labels)


class Offer(models.Model):
    """A way to see or show a film: on a support, for a use, in some countries, between two days.

    What nobody stated stays so: a support is not for home viewing, an offer does not hold everywhere, and nothing is
    available, because nobody says otherwise.
    """

    class Support(models.TextChoices):
        SVOD = "svod", _("SVOD")
        VOD_RENTAL = "vod", _("VOD")
        VOD_PURCHASE = "vod_purchase", _("VOD to buy")
        DVD = "dvd", _("DVD")
        BLU_RAY = "bluray", _("Blu-ray")
        DCP = "dcp", _("DCP")
        MM35 = "35mm", _("35 mm")
        MM16 = "16mm", _("16 mm")
        FILE = "file", _("Digital file")
        MULTI = "multi", _("Several formats")

    class Use(models.TextChoices):
        HOME = "home", _("Home viewing")
        NON_THEATRICAL = "non_theatrical", _("Non-theatrical screening")
        THEATRICAL = "theatrical", _("Cinema")
        EDUCATIONAL = "educational", _("Teaching")
        NOT_STATED = "", _("Not stated")

    class Availability(models.TextChoices):
        AVAILABLE = "available", _("Available")
        UNAVAILABLE = "unavailable", _("Unavailable")
        NOT_STATED = "", _("Not stated")

    film = models.ForeignKey("catalogue.Film", models.CASCADE, related_name="offers", verbose_name=_("film"))
    version = models.ForeignKey(
        "catalogue.Version",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("version"),
        help_text=_("Empty: any version."),
    )
    distributor = models.ForeignKey(
        Distributor,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("distributor"),
        help_text=_("Empty when it is not known whom to ask."),
    )
    support = models.CharField(_("format"), max_length=20, choices=Support)
    use = models.CharField(_("use"), max_length=20, choices=Use, default=Use.NOT_STATED, blank=True)
    countries = models.ManyToManyField(
        "catalogue.Country",
        blank=True,
        related_name="offers",
        verbose_name=_("countries"),
        help_text=_("None: not stated, unless everywhere is ticked."),
    )
    everywhere = models.BooleanField(
        _("everywhere"), default=False, db_default=False, help_text=_("Only where somebody states it.")
    )
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Still available on that day.")
    )
    price = models.DecimalField(
        _("price"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Euros, taxes included."),
    )
    address = models.URLField(_("address"), blank=True, help_text=_("Where to watch, rent or buy."))
    availability = models.CharField(
        _("availability"),
        max_length=20,
        choices=Availability,
        default=Availability.NOT_STATED,
        blank=True,
        help_text=_("Where it is not stated, an offer with days is available between them."),
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["last_day", "id"],
                name="offer_by_last_day",
                condition=models.Q(last_day__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True)
                | models.Q(last_day__isnull=True)
                | models.Q(first_day__lte=models.F("last_day")),
                name="offer_days_in_order",
                violation_error_message=_("The last day comes after the first."),
            ),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0),
                name="offer_price_not_negative",
                violation_error_message=_("A price is not negative."),
            ),
        ]

    def __str__(self):
        use = f" ({self.get_use_display()})" if self.use else ""
        return f"{self.get_support_display()}{use}"
