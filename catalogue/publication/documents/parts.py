"""Parts that several documents share: texts in two languages, pictures, references."""

from functools import lru_cache

from django.conf import settings

from catalogue.reference.languages import language_name

NOTHING = {"fr": "", "en": ""}  # a text that is in neither language


def in_both(instance, name):
    """Return the two columns <name>_fr and <name>_en as {"fr": …, "en": …}."""
    return {"fr": getattr(instance, f"{name}_fr"), "en": getattr(instance, f"{name}_en")}


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
