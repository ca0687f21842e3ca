"""Pages for when there is no page."""

from contextlib import suppress

from django.db import DatabaseError
from django.shortcuts import render as plain_render
from django.utils import translation

from catalogue.gone import Gone
from catalogue.pages import own_language, render
from catalogue.publication.frame import site
from catalogue.publication.state import state


def not_found(request, exception):
    """Nothing is at this address, or no longer (`Gone`): then with what is near."""
    with suppress(DatabaseError):
        state()  # for what every page shows; where the database does not answer, as it was last
    language = translation.get_language_from_path(request.path)
    with translation.override(language if language in site().languages else own_language(request)):
        if isinstance(exception, Gone):
            return render(request, "410.html", {"films": exception.films_near()}, status=410)
        return render(request, "404.html", {}, status=404)


def server_error(request):
    """Needs no database, whatever has broken: the name of the site is the last one known."""
    return plain_render(request, "500.html", {"name": site().name}, status=500, using="jinja2-fr")
