"""Companies: their list, and a page each with the films they produced and those they distribute, kept apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.names import PARAMETERS, Names
from catalogue.lists.query import parameters
from catalogue.pages import public, read_page, read_postings, render
from catalogue.publication.fields import chosen_fields
from catalogue.publication.surroundings import company_surroundings
from catalogue.reference.roles import PRODUCING_COMPANY, CompanyRole

SECTIONS = {
    "producer": PRODUCING_COMPANY,
    "distributor": (CompanyRole.DISTRIBUTOR,),
    "other": tuple(role for role in CompanyRole if role not in (*PRODUCING_COMPANY, CompanyRole.DISTRIBUTOR)),
}


@dataclass(frozen=True)
class Section:
    """The films that a company has to do with in one way."""

    role: str
    label: str
    count: int
    url: str
    selected: bool


@public(parameters=PARAMETERS)
def company_list(request):
    postings = read_postings(request)
    names = Names(
        request.GET,
        postings,
        "company",
        request.path,
        count=lambda pk: len(films_of(postings, pk, CompanyRole)),
    )
    return render(request, "catalogue/company_list.html", {"names": names})


@public(parameters=parameters)
def company_detail(request, slug):
    page = read_page(request, "company", slug)
    films, section, sections = section_of(request, page)
    same = same_elsewhere(section, slug)
    asked = film_filter(request.GET, page.postings)
    listing = Listing(asked, films, request.path, section=[section], same_elsewhere=same)
    context = {
        "company": page.document | company_surroundings(page),
        "sections": sections,
        "listing": listing,
        "indexable": listing.indexable,
    }
    return render(request, "catalogue/company_detail.html", context)


def section_of(request, page):
    """Return the films of the section that is asked for, its name, and all sections of a company that hold films."""
    films = {name: films_of(page.postings, page.object_id, roles) for name, roles in SECTIONS.items()}
    present = [name for name in SECTIONS if films[name]] or ["producer"]
    chosen = request.GET.get("as")
    section = chosen if chosen in present else present[0]
    return films[section], section, _sections(request, present, films, section)


def same_elsewhere(section, slug):
    """The filter that makes a company's section on the page of all films; none for what no filter asks for."""
    return {field.name: [slug] for field in chosen_fields() if field.company_roles == SECTIONS[section]}


def films_of(postings, company_id, roles):
    """The films for which a company has one of these roles."""
    return postings.any_of("company_role", [f"company:{company_id}:{role}" for role in roles])


def _sections(request, present, films, section):
    labels = {
        "producer": _("Films produced"),
        "distributor": _("Films distributed"),
        "other": _("Other films"),
    }
    return [
        Section(name, labels[name], len(films[name]), f"{request.path}?as={name}", name == section)
        for name in present
        if films[name]
    ]
