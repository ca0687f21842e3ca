"""Uploaded pictures, for a site without a web server in front; one that has it lets that server answer /media/."""

from pathlib import Path

from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve

# Told here: what the machine takes them for may differ from one to the next.
TYPES = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png"}


@require_safe
def picture(request, path):
    """A picture never changes under its name, which is its digest; whatever it holds, nothing of it may run."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Content-Type"] = TYPES.get(Path(path).suffix, "application/octet-stream")
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
