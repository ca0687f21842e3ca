"""A database that does not answer is said in a page that needs none, and is worth another try."""

import logging

from django.db import InterfaceError, OperationalError

from catalogue.views import errors

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
        response = errors.unavailable(request)
        response["Retry-After"], response["Cache-Control"] = "30", "no-store"
        return response
