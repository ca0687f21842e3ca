"""How a public page is read and answered: one query for the page, an answer that can be asked for again cheaply.

A view is marked `@public`. Reading a page may end the view early: not changed (304), moved (301), not there (404), or
kept from the last time it was made (see catalogue.answers).
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache, partial, wraps
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render as django_render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from catalogue import answers
from catalogue.gone import gone
from catalogue.lists.query import Query
from catalogue.models import FormerSlug, Page
from catalogue.publication.cards import page_at
from catalogue.publication.day import postings_of
from catalogue.publication.frame import site
from catalogue.publication.state import State, state_and, state_of_page
from catalogue.readership import popularity

CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}
_http_date = lru_cache(maxsize=64)(http_date)


class Answered(Exception):  # noqa: N818 - it is no error, it ends a view early
    """The answer is known before the view has done its work."""

    def __init__(self, response):
        super().__init__(response.status_code)
        self.response = response


@dataclass(frozen=True)
class PublicPage:
    """A published page as it was read, and the state of the publication at that moment."""

    object_id: int
    document: dict
    card: dict
    state: State
    today: date
    popular: list = ()  # the films most read of late, where `read_page` was asked for them

    @property
    def postings(self):
        return postings_of(self.state, self.today)


def public(view=None, *, parameters=()):
    """A page for everybody: GET and HEAD only, no cookie.

    `parameters` are what it understands in the query string of its address, or a function that returns them. The view
    sees no others.
    """
    if view is None:
        return partial(public, parameters=parameters)

    @wraps(view)
    @csrf_exempt  # another method is refused for what it is, not for want of a token
    @require_safe
    def answer(request, *args, **kwargs):
        names = parameters() if callable(parameters) else parameters
        request.understood = answers.understood(request, names)
        try:
            response = view(request, *args, **kwargs)
        except Answered as answered:
            return answered.response
        return _finished(request, response)

    return answer


def read_page(request, kind, slug, seen=None, shows_lists=False, shows_all=False, behind=None):
    """Return the published page at this address; two queries. Ends the view where the answer is known already.

    `seen` is given the request, the page's object id and the day when the visitor is going to see the page, not by a
    304. `shows_lists` where it shows what any publication may change, and `shows_all` where that is more than lists
    show; `behind` is the Query of a list, of which it tells something.
    """
    searched = "q" in (behind.values if behind else request.understood)
    column = popularity.COLUMN if searched and behind else "NULL"
    state, version, popular = state_of_page(kind, slug, column)
    if version is None:
        raise moved(request, kind, slug)
    extra = [popular] if popular else []
    shows_lists = bool(shows_lists or shows_all or request.understood)
    shows_all = shows_all or searched
    check_fresh(
        request, state, *extra, version=version, seen=seen, shows_lists=shows_lists, shows_all=shows_all
    )
    read = page_at(kind, slug)
    if read is None:  # taken off the site between the two queries
        raise moved(request, kind, slug)
    object_id, document, card = read
    request.object_id = object_id
    if seen:
        seen(request, object_id, request.today)
    return PublicPage(object_id, document, card, state, request.today, popularity.films(popular))


def read_postings(request, shows_all=False):
    """Return the postings as they are now; one query. Ends the view where nothing has changed.

    `shows_all` where the view shows more of pages than lists do. The films most read of late, which a search puts
    first, are then in `request.popular`.
    """
    searched = "q" in request.understood
    state, read = state_and(popularity.COLUMN if searched else "NULL")
    check_fresh(request, state, *([read] if read else []), shows_all=shows_all or searched)
    request.popular = popularity.films(read)
    return postings_of(state, request.today)


def found(things, *was):
    """Return what was found; ends the view where it is nothing: as Gone where this page (kind, slug) was deleted."""
    if not things:
        raise (gone(*was) if was else None) or Http404
    return things


def check_fresh(request, state, *extra, version=None, seen=None, shows_lists=True, shows_all=False):
    """End the view with 304 when the visitor holds this very page, with the kept answer when there is one.

    A page depends on the publication, the day (what is available), the release, the frame that all pages share, and
    what `extra` names. Of the publication the page of one object shows its own `version`, until a rebuild; a list of
    any kind, such as a page with parameters, what lists show; a search all of it (`shows_all`). For `seen` see
    `read_page`.
    With DEBUG every answer is made anew: a template that is being edited is seen at once.
    """
    today = request.today = timezone.localdate()
    _end_if_not_offered(request)
    if settings.DEBUG:
        return
    shown = [] if version is None else [max(version, state.rebuilt)]
    if shows_lists:
        shown.append(state.number if shows_all else max(state.listed, state.rebuilt))
    request.etag = _etag(*shown, today, release(), state.framed, *extra)
    changed = int(state.changed_at.timestamp()) if state.changed_at else 0
    request.last_modified = max(_midnight(today), changed)
    _end_if_not_modified(request)
    _end_if_kept(request, seen)


def _end_if_not_offered(request):
    """Lead to the language that the site is in where it is not in the one of this address."""
    language, offered = translation.get_language_from_path(request.path), site().languages
    if language and language not in offered:
        address = in_language(offered[0], request.get_full_path())
        raise Answered(HttpResponseRedirect(address, headers={"Cache-Control": "no-cache"}))


def _end_if_not_modified(request):
    if request.META.keys().isdisjoint(CONDITIONS):
        return
    response = get_conditional_response(request, etag=request.etag, last_modified=request.last_modified)
    if response is not None:
        _say_how_to_keep(request, response)
        raise Answered(response)


def _end_if_kept(request, seen):
    request.address = answers.address_of(request, request.understood)
    if kept := answers.kept.get(request.address, request.etag):
        if seen:
            seen(request, kept.object_id, request.today)
        response = kept.response()
        response["Last-Modified"] = _http_date(request.last_modified)
        raise Answered(response)


@lru_cache(maxsize=4096)
def _etag(*shown):
    return '"' + hashlib.sha256(repr(shown).encode()).hexdigest()[:20] + '"'


@lru_cache(maxsize=2)
def _midnight(day):
    """The moment at which a day begins, in seconds."""
    return int(timezone.make_aware(datetime.combine(day, time.min)).timestamp())


def _finished(request, response):
    """Return the answer that a view has made as it is sent, and keep it."""
    if hasattr(response, "render"):
        response.render()
    if hasattr(request, "etag"):
        _say_how_to_keep(request, response)
    if response.streaming:  # large, and made while it is sent: neither compressed here nor kept
        return response
    if response.get("Cache-Control", "").startswith("public"):
        answers.compress(response, answers.encoding_of(request))
    if hasattr(request, "etag") and response.status_code == 200 and request.method == "GET":
        object_id = getattr(request, "object_id", None)
        answer = answers.Answer(request.etag, response.content, dict(response.items()), object_id)
        answers.kept.put(request.address, answer)
    return response


def draft_of(request):
    """Return what a draft says of itself (see catalogue.details.saved); None of a page that is published."""
    return getattr(request, "draft", None)


def render(request, template, context, status=200):
    """Render a public template with what every page needs."""
    lang = translation.get_language()
    other = next((code for code in site().languages if code != lang), None)
    address = _canonical(request, context)
    here = {
        "origin": request.build_absolute_uri("/").rstrip("/"),
        "path": request.path,
        "canonical_url": request.build_absolute_uri(address),
        "other_lang": other,
        "draft": (draft := draft_of(request)),
        "alternate_url": other and (draft.alternate_url if draft else in_language(other, address)),
        "any_language_url": address.removeprefix(f"/{lang}"),
    }
    return django_render(request, template, context | {"here": here}, status=status, using=f"jinja2-{lang}")


def own_language(request):
    """Return the language of the site that its reader asks for, or else the one that comes first."""
    offered = site().languages
    accepted = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
    wanted = (code.partition("-")[0] for code, _quality in parse_accept_lang_header(accepted))
    return next((code for code in wanted if code in offered), offered[0])


def in_language(code, address):
    """Return the address of the same page in another language."""
    return f"/{code}{address.removeprefix(f'/{translation.get_language_from_path(address)}')}"


def _canonical(request, context):
    """The one address of a page: its path and, of a list, the filters, order and page that make it this list.

    Another list has another address, whether or not search engines may keep it.
    """
    names = context.get("listing") or context.get("names")
    query = names.pages.address if names else context.get("address") or Query(request.path, {})
    sections = context.get("sections")
    if not sections or sections[0].selected:  # the section that is shown where none is named
        query = query.removing("as")
    return query.page(names.pages.number if names else 1).url


def _say_how_to_keep(request, response):
    """Anybody may keep the page, and asks before showing it again: what is published is right at once."""
    response["ETag"] = request.etag
    response["Last-Modified"] = _http_date(request.last_modified)
    response["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])


def present_slug(kind, former):
    """Return the slug now of the page that once had this one; None where there is none."""
    pk = FormerSlug.objects.filter(kind=kind, slug=former).values_list("object_id", flat=True).first()
    return Page.objects.current().filter(kind=kind, object_id=pk).values_list("slug", flat=True).first()


def moved(request, kind, slug):
    """Return the redirect to where a renamed page is now, Gone where it was deleted, or Http404."""
    present = present_slug(kind, slug)
    if present is None:
        return gone(kind, slug) or Http404()
    match = request.resolver_match
    address = reverse(match.view_name, kwargs={**match.kwargs, "slug": present})
    query = request.META.get("QUERY_STRING")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response["Cache-Control"] = (
        "public, no-cache"  # a browser that kept it would go in circles after a change back
    )
    return Answered(response)


@lru_cache(maxsize=1)
def release():
    """Return a digest of templates, translations and static files: pages made by other ones are not the same pages."""
    digest = hashlib.sha256()
    for folder, pattern in (
        ("templates", "**/*.html"),
        ("catalogue/locale", "**/*.mo"),
        ("static", "**/*.*"),
    ):
        for path in sorted(Path(settings.BASE_DIR, folder).glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
