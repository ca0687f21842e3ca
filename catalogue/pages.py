"""How a public page is read and answered: one query for the page, an answer that can be asked for again cheaply.

A view is marked `@public`. Reading a page may end the view early: not changed (304), moved (301), not there (404).
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache, wraps
from pathlib import Path

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render as django_render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from catalogue.lists.query import Query
from catalogue.models import CatalogueState, FormerSlug, Page
from catalogue.publication import postings
from catalogue.publication.cards import completed_card
from catalogue.publication.documents import completed


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
    state: tuple

    @property
    def postings(self):
        return postings.current(self.state)


def public(view):
    """A page for everybody: GET and HEAD only, no cookie."""

    @wraps(view)
    @csrf_exempt  # another method is refused for what it is, not for want of a token
    @require_safe
    def answer(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except Answered as answered:
            response = answered.response
        if hasattr(request, "etag"):
            _say_how_to_keep(request, response)
        return response

    return answer


def read_page(request, kind, slug):
    """Return the published page at this address; one query. Ends the view where the answer is 301, 304 or 404."""
    state = CatalogueState.objects.filter(pk=1)
    found = (
        Page.objects.filter(kind=kind, slug=slug)
        .annotate(number=Subquery(state.values("number")), changed_at=Subquery(state.values("changed_at")))
        .values_list("object_id", "document", "card", "number", "changed_at")
        .first()
    )
    if found is None:
        raise _moved(request, kind, slug)
    object_id, document, card, *state = found
    check_fresh(request, state)
    return PublicPage(object_id, completed(kind, document), completed_card(kind, card), tuple(state))


def read_postings(request):
    """Return the postings as they are now; one query. Ends the view with 304 where nothing has changed."""
    state = postings.state()
    check_fresh(request, state)
    return postings.current(state)


def found(things):
    """Return what was found; ends the view with 404 where it is nothing."""
    if not things:
        raise Http404
    return things


def check_fresh(request, state, *extra):
    """End the view with 304 when the visitor holds this very page; else prepare the ETag of its answer.

    A page depends on the publication, the day (what is available), the release, whether it is a demonstration, and what
    `extra` names.
    With DEBUG every answer is made anew: a template that is being edited is seen at once.
    """
    if settings.DEBUG:
        return
    number, changed_at = state
    today = timezone.localdate()
    parts = [number, changed_at, today, release(), settings.DEMONSTRATION, *extra]
    request.etag = '"' + hashlib.sha256(repr(parts).encode()).hexdigest()[:20] + '"'
    midnight = timezone.make_aware(datetime.combine(today, time.min))
    request.last_modified = int(max(midnight, changed_at or midnight).timestamp())
    response = get_conditional_response(request, etag=request.etag, last_modified=request.last_modified)
    if response is not None:
        raise Answered(response)


def render(request, template, context, status=200):
    """Render a public template with what every page needs."""
    lang = translation.get_language()
    other = next(code for code, _name in settings.LANGUAGES if code != lang)
    address = _canonical(request, context)
    here = {
        "origin": request.build_absolute_uri("/").rstrip("/"),
        "path": request.path,
        "canonical_url": request.build_absolute_uri(address),
        "other_lang": other,
        "alternate_url": f"/{other}{address.removeprefix(f'/{lang}')}",
    }
    base = {"here": here, "is_demonstration": settings.DEMONSTRATION}
    return django_render(request, template, base | context, status=status, using=f"jinja2-{lang}")


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
    response["Last-Modified"] = http_date(request.last_modified)
    response["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])


def _moved(request, kind, slug):
    """Return the redirect to where a renamed page is now, or Http404."""
    former = FormerSlug.objects.filter(kind=kind, slug=slug).values_list("object_id", flat=True).first()
    present = Page.objects.filter(kind=kind, object_id=former).values_list("slug", flat=True).first()
    if present is None:
        return Http404()
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
