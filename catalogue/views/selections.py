"""Selections of films, signed by their curators; and drafts of them, at secret addresses."""

from django.http import Http404, HttpResponseRedirect
from django.utils import timezone

from catalogue.addresses import address
from catalogue.lists.selected import SelectedFilms, listed_on, with_films
from catalogue.metadata.things import said
from catalogue.models.shared_draft import shared_draft
from catalogue.pages import public, read_page, read_postings, render
from catalogue.publication.building import built
from catalogue.publication.cards import cards
from catalogue.publication.day import postings_of
from catalogue.publication.state import state
from catalogue.views.sharing import share_links

SECRET = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@public
def selection_list(request):
    postings = read_postings(request)
    ids = postings.ids("selection.all", "selection")
    found = cards("selection", postings.page(ids, "selection.newest", 0, len(ids)))
    selections = with_films(listed_on(found, request.today), postings)
    return render(request, "catalogue/selection_list.html", {"selections": selections})


@public
def selection_detail(request, slug):
    page = read_page(request, "selection", slug, shows_lists=True)
    return _page(request, page.document, SelectedFilms(page.document, page.postings))


@public
def selection_draft(request, secret):
    """A selection as it is saved, for those who hold a secret address of it: nothing of it is kept on the way."""
    shared = shared_draft(secret)
    if shared is None:
        raise Http404
    now = state()
    selection = shared.selection
    if not shared.is_open:
        response = render(request, "catalogue/draft_gone.html", {}, status=410)
    elif selection.published_at and not selection.has_changes:
        response = HttpResponseRedirect(address("catalogue:selection-detail", selection.slug))
    else:
        document = built("selection", [selection.pk])[selection.pk]
        films = SelectedFilms(document, postings_of(now, timezone.localdate()), is_public=False)
        response = _page(request, document, films, {"until": timezone.localdate(shared.expires_at)})
    for name, value in SECRET.items():
        response[name] = value
    return response


def _page(request, selection, films, draft=None):
    context = {"selection": selection, "films": films, "draft": draft}
    context["share"] = None if draft else share_links(request, said(selection["title"]))
    return render(request, "catalogue/selection_detail.html", context)
