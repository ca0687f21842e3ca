"""Headers that Django does not set by itself."""

from django.conf import settings
from django.utils.cache import patch_vary_headers

PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class HeadersMiddleware:
    """What a browser may do with any answer; and that nothing behind the log-in is kept anywhere."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # A card in a frame of another site, which may be a sandbox, has the site's own files and pictures.
        shown_elsewhere = request.path.startswith((settings.STATIC_URL, settings.MEDIA_URL))
        policy = "cross-origin" if shown_elsewhere else "same-origin"
        response.setdefault("Cross-Origin-Resource-Policy", policy)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if "immutable" in response.get("Cache-Control", "") and "Accept-Language" in response.get("Vary", ""):
            # A picture is the same in every language, whatever the middleware of languages supposes.
            rest = [name for name in map(str.strip, response["Vary"].split(",")) if name != "Accept-Language"]
            response.headers.pop("Vary")
            patch_vary_headers(response, rest)
        if request.path.startswith("/admin/"):
            response["Cache-Control"] = "private, no-store"
        return response
