"""The language of a reader: of the address, or of those that the site is in."""

from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from catalogue.pages import own_language


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, but that an address without a language leads to one that the site is in."""

    def process_response(self, request, response):
        if response.status_code == 404 and not translation.get_language_from_path(request.path_info):
            translation.activate(
                own_language(request)
            )  # the page that was not found has read which there are
        return super().process_response(request, response)
