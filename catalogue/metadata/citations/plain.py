"""A citation as a sentence, in the reader's language."""

from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.dates import fdate
from catalogue.elision import elided
from catalogue.publication.frame import site

from . import cited as what
from .cited import one_line

CITED = {"film": what.film, "text": what.text, "secrets": what.secrets}


def citation(kind, here, **shown):
    """Return the citation that a page shows of itself, of `here` (see base.html) and what the page shows."""
    return write(CITED[kind](url=here["canonical_url"], **shown), timezone.localdate())


def write(cited, today):
    """Return who, what, where and when, the address last; of what is unknown nothing."""
    parts = _of_film(cited) if cited.kind == "film" else _of_text(cited)
    values = {
        "what": one_line(", ".join(filter(None, parts))),
        "site": site().name,
        "address": cited.url,
        "day": fdate(today),
    }
    return _("%(what)s. %(site)s, %(address)s (accessed on %(day)s).") % values


def _of_film(cited):
    yield f"{cited.title} ({cited.original_title})" if cited.original_title else cited.title
    if cited.authors:
        names = {"names": _names(cited)}
        yield elided(_("a film by %(names)s"), names) % names
    yield from (*cited.companies, *cited.countries, cited.year)
    if cited.running_time:
        yield _("%(number)s min") % {"number": cited.running_time}


def _of_text(cited):
    yield _names(cited)
    yield _("“%(title)s”") % {"title": cited.title}
    yield _("on “%(name)s”") % {"name": cited.about}
    yield cited.source
    if cited.day:
        yield fdate(cited.day)


def _names(cited):
    return ", ".join(author.name for author in cited.authors)
