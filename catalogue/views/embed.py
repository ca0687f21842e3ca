"""Films and selections on other sites: cards for an <iframe>, and how programs ask for them (oEmbed)."""

from functools import wraps
from xml.etree import ElementTree

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_exempt

from catalogue.lists.selected import with_films
from catalogue.metadata import oembed
from catalogue.metadata.citations.cited import one_line
from catalogue.metadata.things import said
from catalogue.pages import found, present_slug, public, read_page, render
from catalogue.publication.cards import page_at
from catalogue.publication.credits import directors
from catalogue.publication.state import state

FOR_FRAMES = {"frame-ancestors": ["*"], "script-src": [NONE], "connect-src": [NONE], "form-action": [NONE]}
FORMATS = ("json", "xml")


def for_frames(view):
    """A page that other sites may show, whichever way its answer comes about."""

    @xframe_options_exempt
    @csp_replace(FOR_FRAMES)
    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return answer


@for_frames
@public
def film(request, slug):
    film = read_page(request, "film", slug).document
    return render(request, "catalogue/embed_film.html", {"film": film, "directors": directors(film)})


@for_frames
@public
def selection(request, slug):
    page = read_page(request, "selection", slug, shows_lists=True)
    [selection] = with_films([page.card], page.postings)
    return render(request, "catalogue/embed_selection.html", {"selection": selection})


@public(parameters=("url", "format", "maxwidth", "maxheight"))
def answer(request):
    """What a program is told of a page that it wants to show."""
    form = request.GET.get("format", "json")
    if form not in FORMATS:
        return HttpResponse(status=501)
    kind, slug, language = found(oembed.page_at(request.GET.get("url", ""), request.get_host()))
    state()  # the name of the site, as it is now
    _pk, document, _card = found(page_at(kind, slug) or page_at(kind, present_slug(kind, slug)))
    size = oembed.size(kind, _number(request, "maxwidth"), _number(request, "maxheight"))
    origin = request.build_absolute_uri("/").rstrip("/")
    with translation.override(language):
        title, author = _named(kind, document)
        html = oembed.frame(origin, language, kind, document["slug"], title, size)
        told = oembed.answer(origin, title, one_line(author), html, size)
    response = JsonResponse(told) if form == "json" else _xml(told)
    response["Cache-Control"] = f"public, max-age={oembed.KEPT}"
    response["Access-Control-Allow-Origin"] = "*"  # programs in a browser ask too
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _named(kind, document):
    """(Title, who signs it) of a page."""
    if kind == "film":
        return one_line(document["title"]), ", ".join(one["name"] for one in directors(document))
    return one_line(said(document["title"])), document["curator"]


def _number(request, name):
    """A number of pixels; None where none is asked for that is one."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 6 and int(text) else None


def _xml(told):
    root = ElementTree.Element("oembed")
    for name, value in told.items():
        ElementTree.SubElement(root, name).text = str(value)
    text = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(text, content_type="text/xml; charset=utf-8")
