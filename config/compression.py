"""Answers compressed on their way, for a site without a web server in front that does it."""

from django.middleware.gzip import GZipMiddleware

COMPRESSED_ALREADY = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/vnd.microsoft.icon")


class CompressionMiddleware(GZipMiddleware):
    """Django's gzip, which hides the length of secrets (BREACH), for what is not compressed yet.

    Pictures are let through as they are, and public pages, which catalogue.answers compresses.
    """

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith(COMPRESSED_ALREADY):
            return response
        return super().process_response(request, response)
