"""The page of a film, and its shooting secrets."""

from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.lists.along import along
from catalogue.lists.neighbours import Neighbours
from catalogue.pages import draft_of, render
from catalogue.publication.contributions import merged
from catalogue.publication.surroundings import film_surroundings

from .sharing import share_links


def film_page(request, page, behind=None):
    """`behind` is the list that the reader came from, a Query."""
    film, neighbours = page.document, Neighbours(page)
    place = along(behind, page) if behind else None
    context = {"film": film, "share": _share(request, film), "along": place}
    beside = place.ids if place else []
    context |= film_surroundings(page, neighbours.keys, lambda found: beside + neighbours.choose(found))
    if draft := draft_of(request):
        context["texts"] = draft.texts
    context["neighbours"] = neighbours.groups(context["films"], context["texts"])
    context |= merged("film_context", film, page.today)
    return render(request, "catalogue/film_detail.html", context)


def secrets_page(request, film, secrets):
    """`film` is its card, `secrets` the documents of its shooting secrets."""
    return render(request, "catalogue/film_secrets.html", {"film": film, "secrets": secrets})


def _share(request, film):
    """What leads to others; the last one is for curators."""
    add = f"{address('admin:catalogue_selection_add')}?film={film['id']}"
    return [*share_links(request, film["title"]), (_("Add to a selection"), add)]
