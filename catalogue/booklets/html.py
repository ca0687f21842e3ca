"""A booklet as HTML: the page that browsers show and print, and what the PDF is made of."""

from django.template import engines
from django.utils.translation import get_language, ngettext
from markupsafe import Markup

from catalogue.publication.frame import site

from .contents import contacts, entries, indexes
from .cover import cover

LENGTHS = ("short", "long")


def html(source, length, origin, today, day="", bar=None):
    """Return the booklet in the reader's language.

    `origin` is the site's, without a last slash; `day` stands for the day it was made, `bar` for what a visitor is
    offered.
    """
    found = entries(source, today)
    films = [entry.film for entry in found]
    number = ngettext("%(num)s film", "%(num)s films", len(films)) % {"num": len(films)}
    foot = (number, site().name)
    sign = site().logo["light"] or site().mark["light"]
    drawn = cover(source.title, source.title_language, source.curator, foot, films, site().accent, sign)
    context = {
        "source": source,
        "entries": found,
        "indexes": indexes(found),
        "contacts": contacts(found),
        "cover": Markup(drawn),  # noqa: S704 - drawn here
        "is_long": length == "long",
        "address": f"{origin}{source.path}",
        "day": day,
        "bar": bar,
    }
    template = engines[f"jinja2-{get_language()}"].env.get_template("catalogue/booklet.html")
    return template.render(context)
