"""Parts that several documents share: texts in two languages, labels of choices, pictures, references."""

from functools import lru_cache

from django.conf import settings
from django.utils import translation

from catalogue.reference.languages import language_name

NOTHING = {"fr": "", "en": ""}  # a text that is in neither language


def in_both(instance, name):
    """Return the two columns <name>_fr and <name>_en as {"fr": …, "en": …}."""
    return {"fr": getattr(instance, f"{name}_fr"), "en": getattr(instance, f"{name}_en")}


@lru_cache(maxsize=64)
def labels_of(choices):
    """Return {value: {"fr": …, "en": …}} for a TextChoices class."""
    labels = {value: {} for value in choices.values}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for member in choices:
                labels[member.value][language] = str(member.label)
    return labels


def choice(choices, value):
    """Return {"code", "name"} of a choice, or None where nothing was chosen."""
    return {"code": value, "name": labels_of(choices)[value]} if value else None


@lru_cache(maxsize=1024)
def language(code):
    return {"code": code, "name": {lang: language_name(code, lang) for lang, _name in settings.LANGUAGES}}


def reference(kind, instance):
    """Return a reference; its public values are filled in later."""
    return {"ref": f"{kind}:{instance.pk}", "name": instance.name}


def picture(file, text, credit="", focal=(50, 50)):
    """Return a picture for a template, or None where there is none. Without a colour it has no renditions yet."""
    if not file or not file.width:  # a name that was written into the row without its file: see make_pictures
        return None
    return {
        "src": file.url,
        "width": file.width,
        "height": file.height,
        "colour": file.colour,
        "alt": text,
        "credit": credit,
        "focal": list(focal),
    }


def iso(day):
    return day.isoformat() if day else None
