"""Booklets: the page that browsers print, and the PDF that is made behind the site when somebody asks for it."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from catalogue.addresses import address
from catalogue.booklets import making
from catalogue.booklets.extra import is_available
from catalogue.booklets.html import LENGTHS, html
from catalogue.booklets.sources import MOST, NoSource, source, source_at
from catalogue.dates import fdate
from catalogue.lists.query import parameters
from catalogue.models import Booklet
from catalogue.pages import check_fresh, moved, public, render
from catalogue.publication.state import state as read_state
from catalogue.slugs import slug_of

AGAIN = 4  # seconds after which a browser asks how far a booklet is


@public(parameters=lambda: (*parameters(), "length"))
def booklet(request, of, slug=None):
    """Answer a booklet as a page of its own; one of too many films as a sentence that says so."""
    state = read_state()
    check_fresh(request, state, state.number, is_available())
    try:
        found = source(of, slug, request.GET)
    except NoSource:
        raise moved(request, of.partition("-")[0], slug) from None
    if found.is_too_long or not found.ids:
        return _no_booklet(request, found, _refusal(found))
    length = _length(request.GET)
    page = html(
        found, length, _origin(request), request.today, fdate(request.today), _bar(request, found, length)
    )
    return HttpResponse(page)


@csrf_exempt  # it needs no account, and public pages have no cookie
@require_POST
def booklet_ask(request):
    """Put a booklet among those to be made, and lead to where one sees how far it is."""
    try:
        found = source_at(request.POST.get("of", ""))
    except NoSource:
        raise Http404 from None
    if not is_available():
        raise Http404
    sentence = _refusal(found)
    if not sentence:
        try:
            asked = making.ask(found, _length(request.POST), _origin(request))
            return HttpResponseRedirect(address("catalogue:booklet-state", asked.key), status=303)
        except making.TooManyWaiting:
            sentence = _("Many booklets are being made at the moment. Please ask again in a few minutes.")
    return _no_booklet(request, found, sentence, status=503)


@require_safe
def booklet_state(request, key):
    """Tell how far a booklet is; a browser asks again by itself until it is made."""
    read_state()  # for what every page shows
    found = get_object_or_404(Booklet, pk=key)
    before = Booklet.objects.waiting().filter(asked_at__lt=found.asked_at).count()
    context = {"booklet": found, "before": before, "source": found}
    response = render(request, "catalogue/booklet_state.html", context)
    response["Cache-Control"] = "no-store"
    if found.step in Booklet.OPEN:
        response["Refresh"] = str(AGAIN)
    return response


@require_safe
def booklet_file(request, key):
    """Answer a booklet that is made."""
    found = get_object_or_404(Booklet, pk=key, step=Booklet.Step.MADE)
    try:
        file = making.path_of(key).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    name = f"{slug_of(found.title, 'booklet')}.pdf"
    return FileResponse(file, content_type="application/pdf", as_attachment=True, filename=name)


def _no_booklet(request, found, sentence, status=200):
    context = {"booklet": None, "source": found, "sentence": sentence}
    return render(request, "catalogue/booklet_state.html", context, status)


def _refusal(found):
    """Why there is no booklet of these films; nothing where there is one."""
    if found.is_too_long:
        values = {"total": found.total, "most": MOST}
        return (
            _("This list has %(total)s films, and a booklet holds %(most)s at most: narrow the list first.")
            % values
        )
    return "" if found.ids else _("There is no film here.")


def _length(data):
    return data.get("length") if data.get("length") in LENGTHS else LENGTHS[0]


def _origin(request):
    return request.build_absolute_uri("/").rstrip("/")


def _bar(request, found, length):
    """What a visitor is offered above the booklet."""
    other = next(each for each in LENGTHS if each != length)
    lang, (other_lang,) = (
        get_language(),
        [code for code, _name in settings.LANGUAGES if code != get_language()],
    )
    query = request.GET.copy()
    query["length"] = other
    return {
        "back": found.path,
        "other": f"{request.path}?{query.urlencode()}",
        "of": found.path.removeprefix(f"/{lang}/"),
        "length": length,
        "other_lang": other_lang,
        "alternate": f"/{other_lang}{request.get_full_path().removeprefix(f'/{lang}')}",
        "makes_pdf": is_available(),
    }
