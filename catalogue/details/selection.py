"""The page of a selection."""

from catalogue.lists.selected import SelectedFilms
from catalogue.metadata.things import said
from catalogue.pages import draft_of, render

from .sharing import share_links


def selection_page(request, page):
    is_public = draft_of(request) is None
    selection, films = page.document, SelectedFilms(page.document, page.postings, is_public)
    share = share_links(request, said(selection["title"])) if is_public else None
    context = {"selection": selection, "films": films, "share": share}
    return render(request, "catalogue/selection_detail.html", context)
