"""Selections of films, signed by their curators."""

from catalogue.details.selection import selection_page
from catalogue.lists.selected import listed_on, with_films
from catalogue.pages import public, read_page, read_postings, render
from catalogue.publication.cards import cards


@public
def selection_list(request):
    postings = read_postings(request)
    ids = postings.ids("selection.all", "selection")
    found = cards("selection", postings.page(ids, "selection.newest", 0, len(ids)))
    selections = with_films(listed_on(found, request.today), postings)
    return render(request, "catalogue/selection_list.html", {"selections": selections})


@public
def selection_detail(request, slug):
    return selection_page(request, read_page(request, "selection", slug, shows_lists=True))
