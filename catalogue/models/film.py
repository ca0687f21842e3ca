"""The film: the work itself, whatever the versions it can be watched in."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.folding import fold, sort_key
from catalogue.reference.roles import DIRECTING
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

from . import fields
from .derived import DerivedField, Deriving
from .film_indexes import FILM_INDEXES, STILL_INDEXES
from .publishable import Publishable, PublishableQuerySet


class FilmQuerySet(PublishableQuerySet):
    def known_as(self, title):
        """Films that bear this title or had it as original or other title, accents, case and apostrophes aside."""
        folded = fold(title)
        if not folded:  # "?" is the same to the letter, or every film without an original title would be it
            return self.filter(title=title)
        # Each from its index: for conditions joined by OR the whole table is read.
        found = Film.objects.order_by().filter(folded_title=folded).values("pk")
        original = Film.objects.order_by().filter(folded_original_title=folded).values("pk")
        other = OtherTitle.objects.order_by().filter(folded_title=folded).values("film")
        return self.filter(pk__in=found.union(original, other, all=True))

    def for_list(self):
        """Everything the editors' list shows, in a fixed number of queries."""
        from .person import Credit

        directors = Credit.objects.filter(role__in=DIRECTING).select_related("person")
        return self.prefetch_related(models.Prefetch("credits", directors, to_attr="director_credits"))


class Film(Publishable):
    """A film as a work (EN 15907): what is true of every version of it."""

    kind = "film"
    reserved_slugs = ("booklet", "charts", "take-along")  # films/charts/ is a page of its own

    class Colour(models.TextChoices):
        COLOUR = "colour", _("In colour")
        BLACK_AND_WHITE = "black_and_white", _("Black and white")
        BOTH = "both", _("Colour, and black and white")
        TINTED = "tinted", _("Tinted")

    class Sound(models.TextChoices):
        SOUND = "sound", _("With sound")
        SILENT = "silent", _("Silent")
        MUSIC = "music", _("Silent, with recorded music")

    class PosterStyle(models.TextChoices):
        DRAWN = "", _("Drawn, in colours")
        SOBER = "sober", _("Sober: lettering, black and greys")

    title = models.CharField(_("title"), max_length=250)
    title_language = fields.language(
        _("language of the title"),
        blank=True,
        help_text=_("BCP 47 code such as fr or en; empty when it does not matter."),
    )
    original_title = models.CharField(
        _("original title"), max_length=250, blank=True, help_text=_("Only when it differs from the title.")
    )
    original_title_language = fields.language(_("language of the original title"), blank=True)
    sort_title = DerivedField(
        _("sort title"),
        source="title",
        by=sort_key,
        editable=True,
        max_length=250,
        blank=True,
        help_text=_("Where it stands from A to Z. Leave empty: the title without its article and accents."),
    )
    folded_title = DerivedField(source="title", by=fold, max_length=250, db_index=True)
    folded_original_title = DerivedField(
        source="original_title", by=fold, max_length=250, db_index=True, blank=True
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_FILM_YEAR), MaxValueValidator(LAST_FILM_YEAR)],
        help_text=_("Year of production. Empty when unknown: never a guess."),
    )
    year_is_unknown = models.BooleanField(_("nobody knows its year"), default=False)
    countries = models.ManyToManyField("Country", through="FilmCountry", verbose_name=_("countries"))
    genres = models.ManyToManyField("Genre", blank=True, verbose_name=_("genres"), related_name="films")
    themes = models.ManyToManyField("Theme", blank=True, verbose_name=_("themes"), related_name="films")
    running_time = fields.running_time()
    colour = models.CharField(_("colour"), max_length=20, choices=Colour, blank=True)
    sound = models.CharField(_("sound"), max_length=20, choices=Sound, blank=True)

    short_summary_fr = models.CharField(
        _("short summary in French"),
        max_length=300,
        blank=True,
        help_text=_("For lists: 300 characters at most."),
    )
    short_summary_en = models.CharField(
        _("short summary in English"),
        max_length=300,
        blank=True,
        help_text=_("For lists: 300 characters at most."),
    )
    synopsis_fr = models.TextField(
        _("synopsis in French"), blank=True, help_text=_("An empty line begins a new paragraph.")
    )
    synopsis_en = models.TextField(
        _("synopsis in English"), blank=True, help_text=_("An empty line begins a new paragraph.")
    )

    cover = fields.picture(_("cover"), "cover", "cover")
    cover_width = fields.pixels()
    cover_height = fields.pixels()
    cover_colour = fields.dominant_colour()
    cover_text_fr = models.CharField(
        _("cover described in French"),
        max_length=250,
        blank=True,
        help_text=_("For those who cannot see it: 250 characters at most."),
    )
    cover_text_en = models.CharField(
        _("cover described in English"),
        max_length=250,
        blank=True,
        help_text=_("For those who cannot see it: 250 characters at most."),
    )
    cover_credit = models.CharField(_("credit of the cover"), max_length=150, blank=True)
    cover_focal_x = fields.percent(_("focal point, from the left"))
    cover_focal_y = fields.percent(_("focal point, from the top"))
    poster_style = models.CharField(
        _("style of the poster"), max_length=20, choices=PosterStyle, default=PosterStyle.DRAWN, blank=True
    )
    poster_variant = models.PositiveSmallIntegerField(_("drawing of the poster"), default=0)

    objects = FilmQuerySet.as_manager()

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        ordering = ["sort_title", "year", "pk"]
        indexes = FILM_INDEXES
        constraints = [
            models.CheckConstraint(
                condition=models.Q(running_time__isnull=True) | models.Q(running_time__gt=0),
                name="film_running_time_positive",
                violation_error_message=_("A running time is at least one minute."),
            ),
            models.CheckConstraint(
                condition=models.Q(year__isnull=True)
                | models.Q(year__gte=FIRST_FILM_YEAR, year__lte=LAST_FILM_YEAR),
                name="film_year_plausible",
                violation_error_message=_("A film’s year is between 1874 and the next decade."),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.year})" if self.year else self.title

    def public_name(self):
        return self.title


class FilmCountry(models.Model):
    """A country of production, in the order of its share."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="film_countries")
    country = models.ForeignKey(
        "Country", models.PROTECT, related_name="film_countries", verbose_name=_("country")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("country of production")
        verbose_name_plural = _("countries of production")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["film", "country"], name="one_country_once_per_film")]

    def __str__(self):
        return str(self.country)


class OriginalLanguage(models.Model):
    """A language the film was made in, in order of importance; `zxx` when nobody speaks."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="original_languages")
    language = fields.language(_("language"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("original language")
        verbose_name_plural = _("original languages")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["film", "language"], name="one_language_once_per_film")
        ]

    def __str__(self):
        return self.language


class OtherTitle(Deriving):
    """A title the film also bears: translated, working, of a festival…"""

    class Kind(models.TextChoices):
        TRANSLATED = "translated", _("Translated title")
        ALTERNATIVE = "alternative", _("Alternative title")
        WORKING = "working", _("Working title")
        TRANSLITERATED = "transliterated", _("Transliterated title")
        FORMER = "former", _("Former title")

    film = models.ForeignKey(Film, models.CASCADE, related_name="other_titles")
    title = models.CharField(_("title"), max_length=250)
    folded_title = DerivedField(source="title", by=fold, max_length=250, db_index=True)
    language = fields.language(_("language"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ALTERNATIVE)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("other title")
        verbose_name_plural = _("other titles")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["film", "title", "language"], name="one_other_title_once_per_film"
            )
        ]

    def __str__(self):
        return self.title


class Still(models.Model):
    """A picture from the film, in the order of the page."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="stills")
    image = fields.picture(_("picture"), "image", "still")
    image_width = fields.pixels()
    image_height = fields.pixels()
    image_colour = fields.dominant_colour()
    text_fr = models.CharField(
        _("described in French"),
        max_length=250,
        blank=True,
        help_text=_("For those who cannot see it: 250 characters at most."),
    )
    text_en = models.CharField(
        _("described in English"),
        max_length=250,
        blank=True,
        help_text=_("For those who cannot see it: 250 characters at most."),
    )
    credit = models.CharField(_("credit of the picture"), max_length=150, blank=True)
    focal_x = fields.percent(_("focal point, from the left"))
    focal_y = fields.percent(_("focal point, from the top"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("still")
        verbose_name_plural = _("stills")
        ordering = ["position", "pk"]
        indexes = STILL_INDEXES

    def __str__(self):
        return self.text_fr or self.text_en or str(self.pk)
