"""Answers compressed on their way, for a site without a web server in front that does it."""

import re

import brotli
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

COMPRESSED_ALREADY = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/vnd.microsoft.icon")
WANTED = re.compile(r"(^|,)\s*br\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)")  # in Accept-Encoding
QUALITY = 5  # of 11: as quick as gzip, and a tenth smaller


class CompressionMiddleware(GZipMiddleware):
    """Brotli for what anybody may read; else Django's gzip, which hides the length of secrets (BREACH).

    Pictures are let through as they are.
    """

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith(COMPRESSED_ALREADY):
            return response
        wants_brotli = WANTED.search(request.headers.get("Accept-Encoding", ""))
        if wants_brotli and self._is_for_everybody(response) and not response.has_header("Content-Encoding"):
            return self._brotli(response)
        return super().process_response(request, response)

    def _is_for_everybody(self, response):
        public = response.get("Cache-Control", "").startswith("public")
        return public and not response.streaming and bool(response.content)

    def _brotli(self, response):
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = brotli.compress(response.content, quality=QUALITY)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "br"
        if etag := response.get("ETag"):
            response["ETag"] = etag if etag.startswith("W/") else f"W/{etag}"
        return response
