"""The site's addresses, and one of a view that does nothing: what pages are compared with."""

from django.http import HttpResponse
from django.urls import path

from config import urls
from config.urls import handler404, handler500  # noqa: F401 - Django looks for them here

LARGEST = b"x" * 1_000_000


def bare(request, size):
    """Answer as many bytes; nobody may keep them, so that they are sent as they are."""
    return HttpResponse(LARGEST[:size], headers={"Cache-Control": "no-store"})


urlpatterns = [path("bare/<int:size>", bare), *urls.urlpatterns]
