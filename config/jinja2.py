"""The Jinja2 environments of the public pages, one for each language: what templates may use without asking for it.

What a template says in a language is not looked up when a page is made: its words, and the addresses that are always
the same, are in the compiled template.
"""

import re
from functools import lru_cache, partial

import jinja2
from babel.numbers import format_decimal
from django.templatetags.static import static
from django.utils import translation
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from catalogue.addresses import address_in
from catalogue.dates import fdate
from catalogue.elision import elided
from catalogue.pictures.addresses import fallback, srcset
from catalogue.posters.addresses import poster_url
from catalogue.publication.facts import facts_shown
from catalogue.publication.labels import label
from catalogue.share_cards.addresses import share_card_url

PARAGRAPHS = re.compile(r"\n\s*\n")
SPACE = "\u00a0"  # espace insécable
WITH_VALUES = ("_", "pgettext")  # functions whose phrase is the same whatever its values


class Environment(jinja2.Environment):
    """Makes pages in one language."""

    def __init__(self, language, **options):
        super().__init__(trim_blocks=True, lstrip_blocks=True, **options)
        self.language = language
        functions = _functions(language)
        self.globals |= functions | {"lang": language, "site_name": "Lanterne"}
        self.filters |= functions | {"filled": filled}
        self._calls_as_filters = CallsAsFilters(functions)

    def compile(self, source, name=None, filename=None, raw=False, defer_init=False):
        if isinstance(source, str):
            source = self._calls_as_filters.visit(self.parse(source, name, filename))
        with translation.override(self.language):
            return super().compile(source, name, filename, raw, defer_init)

    def getattr(self, obj, attribute):
        """Documents and cards are dictionaries: look there first, where Jinja2 does after an exception."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class CallsAsFilters(NodeTransformer):
    """Makes `f(x, …)` of our own functions the filter `x | f(…)`. Jinja2 calls a filter directly; and where constants
    alone are given to it, it works it out when it compiles. A phrase with values is such a constant, filled in later.
    """

    def __init__(self, functions):
        self.functions = functions

    def visit_Call(self, node):  # noqa: N802 - as Jinja2 looks for it
        self.generic_visit(node)
        name = getattr(node.node, "name", None)
        if name not in self.functions or not node.args or node.dyn_args or node.dyn_kwargs:
            return node
        first, *others = node.args
        if name in WITH_VALUES and node.kwargs:
            return _filter(_filter(first, name, others), "filled", [], node.kwargs)
        return _filter(first, name, others, node.kwargs)


def _filter(value, name, args, kwargs=()):
    return nodes.Filter(value, name, args, list(kwargs), None, None, lineno=value.lineno)


def _functions(language):
    """Return what templates of a language may call."""

    def lang_attribute(code):
        """Mark an element whose text is not in the page's language: BCP 47, or "" when it is not known."""
        return Markup(f' lang="{escape(code)}"') if code and code != language else ""  # noqa: S704 - escaped

    def tr_lang(value):
        """Return the language in which `tr` shows a text of two: the reader's, or the only one there is."""
        if value.get(language):
            return language
        return next((code for code, text in value.items() if text), language)

    def tr(value):
        """Return the reader's side of {"fr": …, "en": …}, or the other side where theirs is empty."""
        return value.get(language) or value[tr_lang(value)]

    return {
        "_": say,
        "pgettext": say_in_context,
        "ngettext": say_number,
        "url": partial(address_in, language),
        "static": static,
        "lang_attribute": lang_attribute,
        "tr": tr,
        "tr_lang": tr_lang,
        "fdate": fdate,
        "fnumber": partial(fnumber, language),
        "minutes": minutes,
        "paragraphs": paragraphs,
        "srcset": srcset,
        "fallback": fallback,
        "poster_url": poster_url,
        "share_card_url": share_card_url,
        "facts_shown": facts_shown,
        "label": label,
    }


def say(message):
    return Markup(translation.gettext(message))  # noqa: S704 - our own words


def say_in_context(context, message):
    return Markup(translation.pgettext(context, message))  # noqa: S704 - our own words


def say_number(singular, plural, number, **values):
    return filled(translation.ngettext(singular, plural, number), **{"num": number} | values)


def filled(phrase, **values):
    """Return a phrase with its values; it elides as French does."""
    return Markup(elided(phrase, values)) % values  # noqa: S704 - our own words, and values are escaped


@lru_cache(maxsize=4096)
def fnumber(language, number):
    """Return a number with its thousands set apart as the page's language does."""
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
