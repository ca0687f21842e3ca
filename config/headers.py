"""Headers that Django does not set by itself."""

PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class HeadersMiddleware:
    """What a browser may do with any answer; and that nothing behind the log-in is kept anywhere."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path.startswith("/admin/"):
            response["Cache-Control"] = "private, no-store"
        return response
