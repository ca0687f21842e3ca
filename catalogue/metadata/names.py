"""People and companies in the words of schema.org, and the films of a person."""

from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.publication.contributions import merged

from .collections import films
from .things import beginning, picture, said, thing, trail


def person(here, person, filmography):
    """A person's page: `filmography` is [(role, its name, cards, whether all are in sections before)]."""
    somebody = thing(
        "Person",
        name=person["name"],
        url=here["canonical_url"],
        description=beginning(person["biography"]),
        disambiguatingDescription=person["qualifier"],
        birthDate=str(person["birth_year"] or ""),
        deathDate=str(person["death_year"] or ""),
        image=picture(person["portrait"], here),
        sameAs=[link["url"] for link in person["links"]],
    )
    lists = [films(here, cards, name) for _role, name, cards, _again in filmography]
    return [somebody, *lists, trail(here, person["name"], (_("People"), address("catalogue:person-list")))]


def company(here, company):
    """A company's page."""
    names = [company["full_name"], said(company["acronym_meaning"])]
    somebody = thing(
        "Organization",
        name=company["name"],
        alternateName=[name for name in names if name not in ("", company["name"])],
        url=here["canonical_url"],
        description=beginning(company["about"]),
        logo=picture(company["logo"], here),
        location=thing("Country", name=said(company["country"]["name"])) if company["country"] else None,
        sameAs=company["website"],
    )
    somebody |= merged("company_metadata", company)
    way = trail(here, company["name"], (_("Companies"), address("catalogue:company-list")))
    return [somebody, way]
