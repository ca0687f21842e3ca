"""The list of films, and everything under one film's address."""

from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.lists.along import along
from catalogue.lists.codes import list_of
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.neighbours import Neighbours
from catalogue.lists.query import parameters
from catalogue.lists.values import FieldValues, values_parameters
from catalogue.pages import found, public, read_page, read_postings, render
from catalogue.publication.contributions import merged
from catalogue.publication.fields import facets
from catalogue.publication.surroundings import film_surroundings, texts_about
from catalogue.readership import viewings
from catalogue.views.sharing import share_links


@public(parameters=parameters)
def film_list(request):
    postings = read_postings(request)
    listing = Listing(film_filter(request.GET, postings, request.popular), postings.all_films(), request.path)
    return render(request, "catalogue/film_list.html", {"listing": listing, "indexable": listing.indexable})


@public(parameters=values_parameters)
def film_values(request, field):
    declared = found([facet for facet in facets() if facet.name == field])[0]
    postings = read_postings(request)
    asked = film_filter(request.GET, postings, request.popular)
    listing = Listing(asked, postings.all_films(), address("catalogue:film-list"))
    context = {
        "back_url": listing.address.url,
        "is_filtered_out": bool(listing.chips and not listing.total),
    }
    if declared.order:
        facet = listing.facet_values.facet(field, shown=None)
        context |= {"label": facet.label, "choices": facet.choices, "notices": listing.filter_notices}
        context |= {"values": None, "address": listing.address.at(request.path)}
    else:
        values = FieldValues(listing.facet_values, field, request.GET, request.path)
        context |= {"label": values.label, "choices": [], "notices": listing.filter_notices + values.notices}
        context |= {"values": values, "names": values}
    return render(request, "catalogue/film_values.html", context)


@public(parameters=("in",))
def film_detail(request, slug):
    behind = _list_behind(request)
    page = read_page(request, "film", slug, seen=viewings.count, shows_lists=True, behind=behind)
    film, neighbours = page.document, Neighbours(page)
    place = along(behind, page) if behind else None
    context = {"film": film, "share": _share(request, film), "along": place}
    beside = place.ids if place else []
    context |= film_surroundings(page, neighbours.keys, lambda found: beside + neighbours.choose(found))
    context["neighbours"] = neighbours.groups(context["films"], context["texts"])
    context |= merged("film_context", film, request.today)
    return render(request, "catalogue/film_detail.html", context)


@public
def film_secrets(request, slug):
    film = read_page(request, "film", slug)
    texts = texts_about(film, "film", kind="shooting_secret")
    return render(request, "catalogue/film_secrets.html", {"film": film.card, "secrets": found(texts)})


@public
def film_text(request, slug, text_slug):
    film = read_page(request, "film", slug)
    text = found(texts_about(film, "film", slug=text_slug), "text", f"film-{film.object_id}/{text_slug}")[0]
    return render(request, "catalogue/text_detail.html", {"text": text, "subject": film.card})


def _list_behind(request):
    """Return the list that the reader came from, a Query; None without one. Nonsense is not understood."""
    behind = list_of(request.GET.get("in", ""))
    if behind is None:
        request.understood.pop("in", None)
    return behind


def _share(request, film):
    """What leads to others; the last one is for curators."""
    add = f"{address('admin:catalogue_selection_add')}?film={film['id']}"
    return [*share_links(request, film["title"]), (_("Add to a selection"), add)]
