"""Pages for when there is no page."""

from contextlib import suppress

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError
from django.shortcuts import render as plain_render
from django.utils import translation
from django.views import defaults

from catalogue.gone import Gone
from catalogue.pages import own_language, render
from catalogue.publication.frame import site
from catalogue.publication.state import state


def not_found(request, exception):
    """Nothing is at this address, or no longer (`Gone`): then with what is near."""
    if isinstance(exception, Gone):
        return _answer(request, "410.html", 410, films=exception.films_near())
    return _answer(request, "404.html", 404)


def bad_request(request, exception):
    """A form that is larger than what is taken at once: its author learns it, and has it still."""
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        most, fields = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 2**20, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        return _answer(request, "413.html", 413, most=most, fields=fields)
    return defaults.bad_request(
        request, exception
    )  # a page of ours would ask for the host, which may be wrong


def _answer(request, template, status, **context):
    with suppress(DatabaseError):
        state()  # for what every page shows; where the database does not answer, as it was last
    language = translation.get_language_from_path(request.path)
    with translation.override(language if language in site().languages else own_language(request)):
        return render(request, template, context, status=status)


def server_error(request):
    return _fault(request, 500)


def unavailable(request):
    """The database does not answer."""
    return _fault(request, 503)


def _fault(request, status):
    """Needs no database, whatever has broken: the site's name and colours are the last ones known."""
    return plain_render(request, "fault.html", {"status": status}, status=status, using="jinja2-fr")
