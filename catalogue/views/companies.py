"""Companies: their list, and a page each with the films they produced and those they distribute, kept apart."""

from dataclasses import dataclass

from catalogue.lists.companies import LABELS, SECTIONS, sections_held
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.names import PARAMETERS, Names
from catalogue.lists.query import parameters
from catalogue.pages import public, read_page, read_postings, render
from catalogue.publication.fields import chosen_fields
from catalogue.publication.surroundings import company_surroundings, numbers_of_films
from catalogue.reference.roles import CompanyRole


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
    names = Names(request.GET, postings, "company", request.path, counts=_numbers_of_films)
    return render(request, "catalogue/company_list.html", {"names": names})


@public(parameters=parameters)
def company_detail(request, slug):
    page = read_page(request, "company", slug)
    around, films = company_surroundings(page, SECTIONS)
    section, sections = section_of(request, films)
    same = same_elsewhere(section, slug)
    asked = film_filter(request.GET, page.postings)
    listing = Listing(asked, films[section], request.path, section=[section], same_elsewhere=same)
    context = {
        "company": page.document | around,
        "sections": sections,
        "listing": listing,
        "indexable": listing.indexable,
    }
    return render(request, "catalogue/company_detail.html", context)


def section_of(request, films):
    """Return the name of the section that is asked for, and all Sections that hold films, of {section: films}."""
    present = sections_held(films)
    chosen = request.GET.get("as")
    section = chosen if chosen in present else present[0]
    return section, _sections(request, present, films, section)


def same_elsewhere(section, slug):
    """The filter that makes a company's section on the page of all films; none for what no filter asks for."""
    return {field.name: [slug] for field in chosen_fields() if field.company_roles == SECTIONS[section]}


def _numbers_of_films(companies):
    return numbers_of_films(companies, CompanyRole)


def _sections(request, present, films, section):
    return [
        Section(name, str(LABELS[name]), len(films[name]), f"{request.path}?as={name}", name == section)
        for name in present
        if films[name]
    ]
