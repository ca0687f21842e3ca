"""A database that does not answer is said in a plain page that needs none, and is worth another try."""

import logging

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.utils.html import escape

from catalogue.publication.frame import site

PAGE = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>%s</title>
<h1>Un instant…</h1><p>Le catalogue ne répond pas. Merci de réessayer dans une minute.</p>
<p lang="en">The catalogue does not answer. Please try again in a minute.</p></html>"""
logger = logging.getLogger(__name__)


class OutageMiddleware:
    """Turns errors of the database's connection into 503, to be tried again after a while."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        logger.error("The database does not answer: %s", exception)
        return HttpResponse(
            PAGE % escape(site().name), status=503, headers={"Retry-After": "30", "Cache-Control": "no-store"}
        )
