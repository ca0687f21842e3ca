"""Texts about films and people: signed, dated, with an address of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.slugs import MAX_LENGTH, first_free, slug_of

from . import fields
from .publishable import Publishable, waiting_indexes


class Text(Publishable):
    """An intention note, a presentation, a shooting secret… A signatory is its author, never cast."""

    kind = "text"

    class Kind(models.TextChoices):
        INTENTION_NOTE = "intention_note", _("Statement of intent")
        PRESENTATION = "presentation", _("Presentation")
        SHOOTING_SECRET = "shooting_secret", _("Shooting secret")
        PRESS_QUOTE = "press_quote", _("Press quote")
        TEACHING_NOTE = "teaching_note", _("Teaching note")

    film = models.ForeignKey(
        "Film", models.CASCADE, null=True, blank=True, related_name="texts", verbose_name=_("film")
    )
    person = models.ForeignKey(
        "Person", models.CASCADE, null=True, blank=True, related_name="texts", verbose_name=_("person")
    )
    text_kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    heading = models.CharField(
        _("heading"), max_length=200, blank=True, help_text=_("Leave empty to show the kind of text.")
    )
    slug = models.SlugField(
        _("address"),
        max_length=MAX_LENGTH + 10,
        blank=True,
        help_text=_("The end of the text’s address. Leave empty: it is made from the heading."),
    )
    body = models.TextField(_("text"), help_text=_("An empty line begins a new paragraph."))
    author = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="written_texts",
        verbose_name=_("author"),
        help_text=_("Somebody in the catalogue…"),
    )
    author_name = models.CharField(
        _("author’s name"),
        max_length=150,
        blank=True,
        help_text=_("…or a plain name, for somebody who is not."),
    )
    author_quality = models.CharField(
        _("author’s occupation"), max_length=100, blank=True, help_text=_("As signed: filmmaker, critic…")
    )
    language = fields.language(_("language"), default="fr")
    date = models.DateField(_("date"), null=True, blank=True)
    source = models.CharField(
        _("source"), max_length=250, blank=True, help_text=_("Where it was first printed.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["position", "pk"]
        indexes = waiting_indexes("text")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(film__isnull=False, person__isnull=True)
                | models.Q(film__isnull=True, person__isnull=False),
                name="text_is_of_a_film_or_a_person",
                violation_error_message=_("A text is about a film or about a person: choose one of them."),
            ),
            models.CheckConstraint(
                condition=models.Q(author__isnull=True) | models.Q(author_name=""),
                name="text_has_one_author",
                violation_error_message=_(
                    "Choose somebody in the catalogue or write a plain name, not both."
                ),
            ),
            models.UniqueConstraint(fields=["film", "slug"], name="one_text_address_per_film"),
            models.UniqueConstraint(fields=["person", "slug"], name="one_text_address_per_person"),
        ]

    def __str__(self):
        return self.heading or self.get_text_kind_display()

    def public_name(self):
        return self.heading or self.Kind(self.text_kind).value.replace("_", " ")

    def is_slug_taken(self, slug):
        """An address is unique among the texts of the same film or person."""
        beside = Text.objects.filter(film=self.film_id, person=self.person_id).exclude(pk=self.pk)
        return beside.filter(slug=slug).exists()

    def _settle_slug(self, saved):
        """An address once made stays."""
        if not self.slug:
            self.slug = first_free(slug_of(self.public_name(), "text"), self.is_slug_taken)
