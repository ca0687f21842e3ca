"""RIS, which reference managers read: a line for each value, a tag of two letters, two spaces, a hyphen, a space."""

from django.utils.translation import gettext as _

from catalogue.publication.frame import site

from .cited import one_line

END_OF_LINE = "\r\n"
TYPES = {"film": "MPCT", "text": "ELEC"}  # a motion picture, an electronic resource


def write(cited, today):
    """Return one record."""
    lines = [f"{tag}  - {one_line(value)}" for tag, value in _fields(cited, today) if value]
    return END_OF_LINE.join(["TY  - " + TYPES[cited.kind], *lines, "ER  - ", ""])


def _fields(cited, today):
    yield "ID", cited.key
    yield "TI", cited.title
    for author in cited.authors:
        yield "AU", author.sort_name or author.name
    yield "PY", cited.year
    yield "DA", cited.day.replace("-", "/")
    yield "PB", ", ".join(cited.companies)
    yield "CY", ", ".join(cited.countries)
    yield "LA", cited.language
    if cited.original_title:
        yield "N1", _("Original title: %(title)s") % {"title": cited.original_title}
    if cited.running_time:
        yield "N1", _("%(number)s min") % {"number": cited.running_time}
    if cited.about:
        yield "N1", _("On “%(name)s”") % {"name": cited.about}
    yield "N1", cited.source
    yield "DB", site().name
    yield "UR", cited.url
    yield "Y2", today.strftime("%Y/%m/%d")
