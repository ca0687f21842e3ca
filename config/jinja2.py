"""The Jinja2 environment of the public pages: what every template may use without asking for it."""

import re
from functools import lru_cache

import jinja2
from babel.numbers import format_decimal
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from markupsafe import Markup

from catalogue.dates import fdate
from catalogue.elision import elided
from catalogue.pictures.addresses import fallback, srcset
from catalogue.posters.addresses import poster_url
from catalogue.publication.facts import facts_shown
from catalogue.publication.labels import label
from catalogue.share_cards.addresses import share_card_url

PARAGRAPHS = re.compile(r"\n\s*\n")
SPACE = "\u00a0"  # espace insécable


def environment(**options):
    """Return the environment with what every page needs."""
    options |= {"trim_blocks": True, "lstrip_blocks": True}
    made = jinja2.Environment(**options)  # noqa: S701 - Django turns autoescape on
    made.globals |= {
        "_": said(translation.gettext),
        "ngettext": said(translation.ngettext),
        "pgettext": said(translation.pgettext),
        "url": url,
        "static": static,
        "tr": tr,
        "tr_lang": tr_lang,
        "fdate": fdate,
        "fnumber": fnumber,
        "minutes": minutes,
        "paragraphs": paragraphs,
        "srcset": srcset,
        "fallback": fallback,
        "poster_url": poster_url,
        "share_card_url": share_card_url,
        "facts_shown": facts_shown,
        "label": label,
    }
    return made


def said(translate):
    """Return a function of gettext as templates call it, the values beside the message; it elides as French does."""

    @jinja2.pass_eval_context
    def say(context, *message, **values):
        phrase = elided(translate(*message), values)
        values.setdefault("num", message[-1])  # of ngettext: the number it is asked for
        return (Markup(phrase) if context.autoescape else phrase) % values  # noqa: S704 - our own words

    return say


def url(name, *args):
    """Return the address of a page, in the page's own language."""
    return reverse(name, args=args)


def tr_lang(value):
    """Return the language in which `tr` shows a text of two languages: the reader's, or the only one there is."""
    mine = translation.get_language()
    return mine if value.get(mine) else next((code for code, text in value.items() if text), mine)


def tr(value):
    """Return the reader's side of {"fr": …, "en": …}, or the other side where theirs is empty."""
    return value[tr_lang(value)]


def fnumber(number):
    """Return a number with its thousands set apart as the page's language does."""
    return _decimal(number, translation.get_language())


@lru_cache(maxsize=4096)
def _decimal(number, language):
    return format_decimal(number, locale=language)


def minutes(count):
    """Return a running time in hours and minutes: 80 → "1 h 20", 52 → "52 min"."""
    hours, rest = divmod(count, 60)
    if not hours:
        return f"{rest}{SPACE}min"
    return f"{hours}{SPACE}h{SPACE}{rest:02}" if rest else f"{hours}{SPACE}h"


def paragraphs(text):
    """Return the paragraphs of a text, which empty lines set apart."""
    return [paragraph.strip() for paragraph in PARAGRAPHS.split(text.strip()) if paragraph.strip()]
