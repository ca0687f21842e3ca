"""The list of films, and everything under one film's address."""

from catalogue.addresses import address
from catalogue.details.film import film_page, secrets_page
from catalogue.details.text import text_page
from catalogue.lists.codes import list_of
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.query import parameters
from catalogue.lists.values import FieldValues, values_parameters
from catalogue.pages import found, public, read_page, read_postings, render
from catalogue.publication.fields import facets
from catalogue.publication.surroundings import texts_about
from catalogue.readership import viewings


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
    return film_page(request, page, behind)


@public
def film_secrets(request, slug):
    film = read_page(request, "film", slug)
    texts = texts_about(film, "film", kind="shooting_secret")
    return secrets_page(request, film.card, found(texts))


@public
def film_text(request, slug, text_slug):
    film = read_page(request, "film", slug)
    text = found(texts_about(film, "film", slug=text_slug), "text", f"film-{film.object_id}/{text_slug}")[0]
    return text_page(request, text, film.card, address("catalogue:film-detail", film.card["slug"]))


def _list_behind(request):
    """Return the list that the reader came from, a Query; None without one. Nonsense is not understood."""
    behind = list_of(request.GET.get("in", ""))
    if behind is None:
        request.understood.pop("in", None)
    return behind
