"""What tests of the front page ask it."""

from datetime import timedelta

from django.utils import timezone

from tests.pages.reading import all_words

TODAY = timezone.localdate()


def days(number):
    """The day so many days from now."""
    return TODAY + timedelta(days=number)


def shown(page, section):
    """The titles of the films of a block."""
    return all_words(page, f"section[aria-labelledby={section}] .card__title")


def sections(page):
    """The names of what stands on the page, in their order."""
    return [section.attributes["aria-labelledby"] for section in page.css("main section")]


def opening(page):
    """The titles that the page opens on."""
    return all_words(page, ".opening h2")
