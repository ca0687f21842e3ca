"""What the site has outside its languages: the way in, short addresses of lists, robots."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from catalogue.lists.codes import list_of
from catalogue.pages import found, own_language, public
from catalogue.publication.state import state


@public
def language(request):
    """Lead to the visitor's own language."""
    return _in_own_language(request, "")


@public
def short_address(request, code):
    """Lead to the list of films of a code, in the visitor's own language."""
    return _in_own_language(request, found(list_of(code)).url)


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


def _in_own_language(request, address):
    state()  # for the languages that the site is in
    language = own_language(request)
    headers = {"Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return HttpResponseRedirect(f"/{language}/{address}", headers=headers)
