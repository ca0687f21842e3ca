"""Booklets that visitors have asked for as PDF, and how far each is."""

from django.db import models


class BookletQuerySet(models.QuerySet):
    def waiting(self):
        """Those that are to be made, or are being made, in the order they were asked for."""
        return self.filter(step__in=Booklet.OPEN).order_by("asked_at", "key")


class Booklet(models.Model):
    """One booklet; its key is a digest of all it says. The files are kept by catalogue.booklets.making.

    `turn` is true of the one that is being made, until the moment that its maker puts off again and again: whoever
    comes after that moment takes it over.
    """

    class Step(models.TextChoices):
        WAITING = "waiting"
        PICTURES = "pictures"
        PAGES = "pages"
        MADE = "made"
        FAILED = "failed"

    OPEN = (Step.WAITING, Step.PICTURES, Step.PAGES)

    key = models.CharField(primary_key=True, max_length=40)
    title = models.TextField()
    path = models.TextField()  # of the page that shows these films
    origin = models.TextField()  # of the site, for links
    films = models.PositiveIntegerField()
    step = models.CharField(max_length=10, choices=Step, default=Step.WAITING)
    done = models.PositiveIntegerField(default=0)  # pictures or pages
    turn = models.BooleanField(null=True, unique=True, default=None)
    until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(auto_now_add=True)

    objects = BookletQuerySet.as_manager()

    def __str__(self):
        return self.title
