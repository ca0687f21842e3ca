"""What browsers ask of the site as a whole: the colours of its accent, its icons, its manifest."""

from urllib.parse import unquote

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.utils.translation import override

from catalogue import accents
from catalogue.pages import check_fresh, found, public
from catalogue.pictures.icons import SIZES, icon
from catalogue.publication.frame import site
from catalogue.publication.state import state

FOR_EVER = "public, max-age=31536000, immutable"
PAPER = accents.LIGHT[0]


@public
def theme(request, digest):
    """The style sheet of the accent; an address of a former one leads to the one of today."""
    state()
    accent = found(site().accent)
    if digest != accents.digest(accent):
        return _moved_to(site().theme_url)
    return HttpResponse(accents.sheet(accent), "text/css; charset=utf-8", headers={"Cache-Control": FOR_EVER})


@public
def site_icon(request, size, digest):
    """The mark of the site as a PNG."""
    state()
    mark = found(size in SIZES and site().mark["light"])
    address = site().icon_url(size)
    if request.path != address:
        return _moved_to(address)
    png = icon(unquote(mark["src"].removeprefix(settings.MEDIA_URL)), size)
    response = HttpResponse(png, "image/png", headers={"Cache-Control": FOR_EVER})
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # browsers' own pages show it
    return response


@public
def favicon(request):
    state()
    return _moved_to(site().icon_url(48) or static("img/favicon.ico"))


@public
def manifest(request):
    """What a telephone puts among its programs."""
    check_fresh(request, state(), shows_lists=False)
    frame = site()
    language = frame.languages[0]
    with override(language):
        told = {
            "name": frame.name,
            "short_name": frame.name,
            "description": frame.motto[language] or max(frame.motto.values()),
            "lang": language,
            "start_url": "/",
            "display": "minimal-ui",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": _icons(frame),
        }
    return JsonResponse(
        told, json_dumps_params={"ensure_ascii": False}, content_type="application/manifest+json"
    )


def _icons(frame):
    if frame.mark["light"]:
        own = ((size, frame.icon_url(size)) for size in (192, 512))
        return [{"src": address, "sizes": f"{size}x{size}", "type": "image/png"} for size, address in own]
    return [
        {"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
        {"src": static("img/apple-touch-icon.png"), "sizes": "180x180", "type": "image/png"},
    ]


def _moved_to(address):
    return HttpResponseRedirect(address, headers={"Cache-Control": "public, no-cache"})
