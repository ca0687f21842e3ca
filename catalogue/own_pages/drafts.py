"""The drafts that a new site begins with: about, press, legal notice, terms of use, accessibility."""

from pathlib import Path

from django.db import transaction

from catalogue.models import OwnPage

TEXTS = Path(__file__).parent / "texts"
# In their order; the texts of each are in files of this name.
DRAFTS = {
    "about": OwnPage.Place.MENU,
    "press": OwnPage.Place.FOOTER,
    "accessibility": OwnPage.Place.FOOTER,
    "legal-notice": OwnPage.Place.FOOTER,
    "terms-of-use": OwnPage.Place.FOOTER,
}


@transaction.atomic
def begin():
    """Make the drafts where there is no page yet; return how many were made."""
    if OwnPage.objects.exists():
        return 0
    for position, (name, place) in enumerate(DRAFTS.items(), start=1):
        columns = {"place": place, "position": position}
        for language in ("fr", "en"):
            title, body = read(name, language)
            columns |= {f"title_{language}": title, f"body_{language}": body}
        OwnPage.objects.create(**columns)
    return len(DRAFTS)


def read(name, language):
    """Return (title, text) of a draft in a language; the title is the first line of its file."""
    title, body = (TEXTS / f"{name}.{language}.md").read_text().split("\n", 1)
    return title.removeprefix("# "), body.strip()
