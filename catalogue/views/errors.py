"""Pages for when there is no page."""

from django.shortcuts import render as plain_render
from django.utils import translation

from catalogue.pages import render


def not_found(request, exception):
    with translation.override(translation.get_language_from_request(request, check_path=True)):
        return render(request, "404.html", {}, status=404)


def server_error(request):
    """Needs no database and no context, whatever has broken."""
    return plain_render(request, "500.html", status=500, using="jinja2-fr")
