"""What the site has outside its languages: the way in, robots, favicon."""

from django.http import HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from catalogue.pages import public


@public
def language(request):
    """Lead to the visitor's own language."""
    code = translation.get_language_from_request(request)
    return HttpResponseRedirect(f"/{code}/", headers={"Vary": "Accept-Language", "Cache-Control": "no-cache"})


@public
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@public
def favicon(request):
    return HttpResponseRedirect(static("img/favicon.ico"))
