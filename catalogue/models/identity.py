"""The identity of the site: its name, its look, how to reach its people. One row; a site without it works as well."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from catalogue import accents

from . import fields

ONLY = 1  # the id of the one row


class Identity(models.Model):
    """Whose site it is. What is saved here is on every page at once (see catalogue.publication.frame)."""

    class Languages(models.TextChoices):
        FRENCH_FIRST = "fr en", _("French, then English")
        ENGLISH_FIRST = "en fr", _("English, then French")
        FRENCH = "fr", _("French alone")
        ENGLISH = "en", _("English alone")

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY, editable=False)
    name = models.CharField(
        _("name of the site"),
        max_length=80,
        help_text=_("In the title of every page, in feeds and citations."),
    )
    motto_fr = models.CharField(
        _("motto in French"),
        max_length=200,
        blank=True,
        help_text=_(
            "One sentence on what the site is: under its name, and where search engines describe it."
        ),
    )
    motto_en = models.CharField(_("motto in English"), max_length=200, blank=True)
    letterhead_fr = models.CharField(
        _("first line in French"),
        max_length=80,
        blank=True,
        help_text=_("Above the name on the front page, for example “A catalogue of films”."),
    )
    letterhead_en = models.CharField(_("first line in English"), max_length=80, blank=True)

    logo = fields.picture(
        _("logo"),
        "logo",
        "wide logo",
        help_text=_("Wide: in the header, in the place of the mark and the name."),
    )
    logo_width, logo_height, logo_colour = fields.pixels(), fields.pixels(), fields.dominant_colour()
    logo_dark = fields.picture(
        _("logo for the dark theme"),
        "logo_dark",
        "wide logo",
        help_text=_("Empty: the same logo in both themes."),
    )
    logo_dark_width, logo_dark_height = fields.pixels(), fields.pixels()
    logo_dark_colour = fields.dominant_colour()
    mark = fields.picture(
        _("mark"), "mark", "mark", help_text=_("Square: beside the name, and the icon of the site.")
    )
    mark_width, mark_height, mark_colour = fields.pixels(), fields.pixels(), fields.dominant_colour()
    mark_dark = fields.picture(
        _("mark for the dark theme"), "mark_dark", "mark", help_text=_("Empty: the same mark in both themes.")
    )
    mark_dark_width, mark_dark_height = fields.pixels(), fields.pixels()
    mark_dark_colour = fields.dominant_colour()
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        blank=True,
        validators=[
            RegexValidator(
                f"^{accents.HEX.pattern}$", _("A colour is written as # and six digits, such as #8b1a1a.")
            )
        ],
        help_text=_("Such as #8b1a1a. The colours of both themes are made from it. Empty: yellow."),
    )

    postal_address = models.TextField(_("postal address"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    social = models.TextField(
        _("social networks"), blank=True, help_text=_("The address of each account, one a line.")
    )

    languages = models.CharField(
        _("languages"), max_length=5, choices=Languages, default=Languages.FRENCH_FIRST
    )
    films_a_page = models.PositiveSmallIntegerField(
        _("films a page"),
        default=30,
        validators=[MinValueValidator(6), MaxValueValidator(60)],
        help_text=_("In lists; a company’s own page, which says more of each film, has two thirds of it."),
    )
    front_blocks = models.JSONField(
        _("blocks of the front page"), default=list, blank=True
    )  # names, in order; none for all of them (see catalogue.lists.front)

    class Meta:
        verbose_name = verbose_name_plural = _("identity of the site")
        constraints = [models.CheckConstraint(condition=models.Q(id=ONLY), name="only_one_identity")]

    def __str__(self):
        return self.name

    def clean_fields(self, exclude=None):
        self.accent = self.accent.strip().lower()
        super().clean_fields(exclude)

    def clean(self):
        checks = {"accent": self._check_accent, "social": self._check_social}
        errors = {}
        for name, check in checks.items():
            try:
                check()
            except ValidationError as error:
                errors[name] = error
        if errors:
            raise ValidationError(errors)

    def _check_accent(self):
        if not accents.HEX.fullmatch(self.accent) or accents.is_seen(self.accent):
            return
        found, paper = accents.least_contrast(self.accent)
        raise ValidationError(
            _(
                "On the page (%(paper)s) this colour has a contrast of %(found)s to 1; it is seen from %(required)s "
                "to 1. Choose a darker one."
            ),
            params={
                "paper": paper,
                "found": number_format(found, 2),
                "required": number_format(accents.SEEN, 2),
            },
            code="contrast",
        )

    def _check_social(self):
        self.social = "\n".join(map(str.strip, self.social.splitlines()))
        faults = []
        for number, address in enumerate(self.social.splitlines(), start=1):
            if not address:
                continue
            try:
                URLValidator(schemes=["https"])(address)
            except ValidationError:
                message = _("Line %(line)d, “%(address)s”: a whole address is expected, with https.")
                faults.append(ValidationError(message, params={"line": number, "address": address}))
        if faults:
            raise ValidationError(faults)

    def social_addresses(self):
        """[(what it is called, address)] of the accounts elsewhere."""
        return [(_network(address), address) for address in self.social.splitlines() if address]


NETWORKS = {
    "instagram.com": "Instagram",
    "facebook.com": "Facebook",
    "youtube.com": "YouTube",
    "vimeo.com": "Vimeo",
    "linkedin.com": "LinkedIn",
    "bsky.app": "Bluesky",
    "x.com": "X",
    "letterboxd.com": "Letterboxd",
    "tiktok.com": "TikTok",
}


def _network(address):
    """The name of the network that an address leads to; its host where that is all one knows."""
    host = urlsplit(address).hostname.removeprefix("www.")
    return NETWORKS.get(host, host)
