"""Uploaded pictures, for a site without a web server in front; one that has it lets that server answer /media/."""

from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def picture(request, path):
    """A picture never changes under its name, which is its digest; whatever it holds, nothing of it may run."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
