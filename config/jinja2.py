"""The Jinja2 environments of the public pages, one for each language: what templates may use without asking for it.

What a template says in a language is not looked up when a page is made: its words, and the addresses that are always
the same, are in the compiled template.
"""

import re
from dataclasses import replace
from functools import lru_cache, partial

import jinja2
from babel.numbers import format_decimal
from django.conf import settings
from django.template import engines
from django.templatetags.static import static
from django.utils import translation
from markupsafe import Markup, escape

from catalogue.addresses import address_in
from catalogue.dates import fdate
from catalogue.elision import elided
from catalogue.folding import fold
from catalogue.markdown import blocks, html, paragraphs, plain
from catalogue.metadata.citations.plain import citation
from catalogue.metadata.json_ld import json_ld
from catalogue.metadata.oembed import embed_code
from catalogue.pictures.addresses import fallback, srcset
from catalogue.posters.addresses import poster_url
from catalogue.publication.facts import facts_shown
from catalogue.publication.frame import site
from catalogue.publication.labels import label_in
from catalogue.reference.languages import language_name
from catalogue.reference.versions import version_name
from catalogue.share_cards.addresses import share_card_url
from catalogue.typography import beginning

from .template_code import CallingComponents, CallsAsFilters, Components, EscapingDirectly, escaped

SPACE = "\u00a0"  # espace insécable


class Environment(jinja2.Environment):
    """Makes pages in one language."""

    code_generator_class = EscapingDirectly
    context_class = CallingComponents
    template_class = Components
    escaped = staticmethod(escaped)

    def __init__(self, language, **options):
        super().__init__(trim_blocks=True, lstrip_blocks=True, **options)
        self.language = language
        functions = _functions(language)
        self.globals |= functions | {"lang": language, "site": site, "share_card_url": share_card_url}
        self.filters |= functions | {"filled": filled}
        self._calls_as_filters = CallsAsFilters(functions)

    def preprocess(self, source, name=None, filename=None):
        """A page is sent without the indentation of its templates."""
        return re.sub(r"\n +", "\n", super().preprocess(source, name, filename))

    def compile(self, source, name=None, filename=None, raw=False, defer_init=False):
        if isinstance(source, str):
            source = self._calls_as_filters.visit(self.parse(source, name, filename))
        with translation.override(self.language):
            return super().compile(source, name, filename, raw, defer_init)

    def getattr(self, obj, attribute):
        """Documents and cards are dictionaries: look there first, where Jinja2 does after an exception."""
        try:
            return obj[attribute] if type(obj) is dict else getattr(obj, attribute)
        except (KeyError, AttributeError):
            return super().getattr(obj, attribute)


def prepare():
    """Compile all public templates, in every language; once."""
    for language, _name in settings.LANGUAGES:
        made = engines[f"jinja2-{language}"].env
        for name in made.list_templates(extensions=["html"]):
            if not name.startswith("admin/"):  # those are Django's own
                made.get_template(name)


def _functions(language):
    """Return what templates of a language may call.

    What each answers depends on what it is given and on the language alone: of constants it is worked out once.
    """

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

    label = partial(label_in, language)

    def labels(name, entries):
        """Return what choices are called, in a row."""
        return "\N{NO-BREAK SPACE}· ".join([label(name, entry["code"]) for entry in entries])

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
        "fold": fold,
        "fnumber": partial(fnumber, language),
        "minutes": minutes,
        "paragraphs": paragraphs,
        "beginning": beginning,
        "markdown": markdown,
        "blocks": marked_blocks,
        "plain": plain,
        "srcset": srcset,
        "fallback": fallback,
        "poster_url": poster_url,
        "facts_shown": facts_shown,
        "json_ld": json_ld,
        "embed_code": embed_code,
        "citation": citation,
        "made_once": made_once,
        "label": label,
        "language_name": lambda code: language_name(code, language),
        "version_name": lambda version: version_name(version, language),
        "labels": labels,
        "names": names,
    }


def made_once(component, listing):
    """Return a component of a list that all its pages share; with DEBUG it is made anew, as all answers are."""
    make = partial(component, listing)
    return make() if settings.DEBUG else listing.kept(component.name, make)


def say(message):
    return Markup(translation.gettext(message))  # noqa: S704 - words of the project


def say_in_context(context, message):
    return Markup(translation.pgettext(context, message))  # noqa: S704 - words of the project


def say_number(singular, plural, number, **values):
    return filled(translation.ngettext(singular, plural, number), **{"num": number} | values)


def filled(phrase, **values):
    """Return a phrase with its values; it elides as French does."""
    return Markup(elided(phrase, values)) % values  # noqa: S704 - words of the project, and values are escaped


def markdown(text):
    return Markup(html(text))  # noqa: S704 - it holds what Markdown may become, and nothing else


def marked_blocks(text, above=1, name=""):
    return [replace(block, html=Markup(block.html)) for block in blocks(text, above, name)]  # noqa: S704 - see above


@lru_cache(maxsize=4096)
def fnumber(language, number):
    """Return a number with its thousands set apart as the page's language does."""
    return format_decimal(number, locale=language)


def names(references):
    """Return the names of people or companies in a row."""
    return ", ".join([reference["name"] for reference in references])


def minutes(count):
    """Return a running time in hours and minutes: 80 → "1 h 20", 52 → "52 min"."""
    hours, rest = divmod(count, 60)
    if not hours:
        return f"{rest}{SPACE}min"
    return f"{hours}{SPACE}h{SPACE}{rest:02}" if rest else f"{hours}{SPACE}h"
