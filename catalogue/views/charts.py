"""Charts to browse by: the years and countries of any list of films, and the portrait of a catalogue."""

from catalogue.addresses import address
from catalogue.charts.countries import world_map
from catalogue.charts.portrait import Portrait
from catalogue.details.company import section_of
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.query import Query, parameters
from catalogue.lists.sections import SECTIONS, same_elsewhere
from catalogue.pages import public, read_page, read_postings, render
from catalogue.publication.surroundings import films_of_company


@public(parameters=parameters)
def film_charts(request):
    postings = read_postings(request)
    listing = Listing(film_filter(request.GET, postings, request.popular), postings.all_films(), request.path)
    context = {
        "total": listing.total,
        "years": listing.years,
        "map": world_map(listing.facet_values),
        "title": listing.title,
        "chips": listing.chips,
        "clear_url": listing.clear_url,
        "notices": listing.filter_notices,
        "hidden": listing.hidden,
        "list_url": listing.address.setting().at(address("catalogue:film-list")).url,
        "countries_url": listing.address.setting().at(address("catalogue:film-values", "country")).url,
        "indexable": listing.indexable,
        "address": listing.address,
    }
    return render(request, "catalogue/film_charts.html", context)


@public
def portrait(request):
    postings = read_postings(request)
    films = Query(address("catalogue:film-list"), {})
    context = {"company": None, "sections": []}
    context["portrait"] = Portrait(postings, postings.all_films(), films, films)
    return render(request, "catalogue/portrait.html", context)


@public(parameters=("as",))
def company_portrait(request, slug):
    page = read_page(request, "company", slug)
    films = films_of_company(page.object_id, SECTIONS)
    section, sections = section_of(request, films)
    here = Query(address("catalogue:company-detail", slug), {"as": [section]})
    same = same_elsewhere(section, slug)
    elsewhere = Query(here.path, same) if same else None
    context = {"company": page.card, "sections": sections, "address": here.at(request.path)}
    context["portrait"] = Portrait(page.postings, films[section], here, elsewhere)
    return render(request, "catalogue/portrait.html", context)
