"""The page of a company: the films it produced and those it distributes, kept apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.sections import SECTIONS, others_of, present_sections, same_elsewhere, section_asked
from catalogue.pages import render
from catalogue.publication.surroundings import company_surroundings


@dataclass(frozen=True)
class Section:
    """The films that a company has to do with in one way."""

    role: str
    label: str
    count: int
    url: str
    selected: bool


def company_page(request, page):
    around, films = company_surroundings(page, SECTIONS)
    section, sections = section_of(request, films)
    same = same_elsewhere(section, page.document["slug"])
    asked = film_filter(request.GET, page.postings)
    within = "" if same else others_of(page.document["name"])
    listing = Listing(
        asked, films[section], request.path, section=[section], same_elsewhere=same, within=within
    )
    context = {
        "company": page.document | around,
        "sections": sections,
        "listing": listing,
        "indexable": listing.indexable,
    }
    return render(request, "catalogue/company_detail.html", context)


def section_of(request, films):
    """Return the name of the section that is asked for, and all Sections that hold films, of {section: films}."""
    section = section_asked(films, request.GET.get("as"))
    return section, _sections(request, present_sections(films), films, section)


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
