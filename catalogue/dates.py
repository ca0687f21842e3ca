"""Days as people read them."""

import re
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from django.utils.translation import get_language

LOCALES = {"fr": "fr_FR", "en": "en_GB"}  # which French and which English dates and lists are written in
SPACE = "\u00a0"  # espace insécable


def locale():
    """Return the CLDR locale of the reader's language."""
    return LOCALES[get_language()]


def fdate(day):
    """Return a day, a date or its ISO form, as the reader writes it: "1er mai 2024", "1 May 2024"."""
    return _written(day, get_language())


@lru_cache(maxsize=4096)
def _written(day, language):
    found = day if isinstance(day, date) else datetime.fromisoformat(day).date()
    text = format_date(found, "long", locale=LOCALES[language])
    return re.sub(r"^1 ", f"1er{SPACE}", text) if language == "fr" else text
