"""The parts of a company's page: a list of films each, by what the company has to do with them."""

from django.utils.translation import gettext as _

from catalogue.elision import elided
from catalogue.publication.fields import chosen_fields
from catalogue.reference.roles import PRODUCING_COMPANY, CompanyRole

SECTIONS = {
    "producer": PRODUCING_COMPANY,
    "distributor": (CompanyRole.DISTRIBUTOR,),
    "other": tuple(role for role in CompanyRole if role not in (*PRODUCING_COMPANY, CompanyRole.DISTRIBUTOR)),
}


def present_sections(films):
    """Return the names of the sections that hold films, of {section: films}; the first where none does."""
    return [name for name in SECTIONS if films[name]] or ["producer"]


def section_asked(films, name):
    """Return the section of this name, or the one that is shown where none is named, of {section: films}."""
    present = present_sections(films)
    return name if name in present else present[0]


def same_elsewhere(section, slug):
    """The filter that makes a company's section on the page of all films; none for what no filter asks for."""
    return {field.name: [slug] for field in chosen_fields() if field.company_roles == SECTIONS[section]}


def others_of(name):
    """Return what the films of a section are called that no filter asks for, of a company of this name."""
    return elided(_("other films of %(name)s"), {"name": name}) % {"name": name}
