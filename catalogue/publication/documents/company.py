"""Companies: the document of a page."""

from catalogue.folding import letter
from catalogue.markdown import plain
from catalogue.models import Company
from catalogue.publication.contributions import contributions
from catalogue.publication.search.terms import search_terms
from catalogue.reference.countries import all_names

from .kind import Kind, by_name, plain_card
from .parts import NOTHING, in_both, iso, picture, reference

DEFAULTS = {
    "full_name": "",
    "acronym_meaning": NOTHING,
    "former_names": [],
    "predecessor": None,
    "about": NOTHING,
    "country": None,
    "website": "",
    "logo": None,
    "declared_films": None,
}


def company_documents(ids):
    """Return {id: document} of these companies, as they are in the editors' tables."""
    companies = (
        Company.objects.filter(pk__in=ids).select_related("predecessor").prefetch_related("former_names")
    )
    documents = {company.pk: _document(company) for company in companies}
    for contribution in contributions():
        for pk, parts in contribution.company_parts(list(documents)).items():
            documents[pk] |= parts
    return documents


def _document(company):
    return {
        "id": company.pk,
        "slug": company.slug,
        "name": company.name,
        "sort_name": company.sort_name,
        "full_name": company.full_name,
        "acronym_meaning": in_both(company, "acronym_meaning"),
        "former_names": [{"name": row.name, "until": row.until} for row in company.former_names.all()],
        "predecessor": reference("company", company.predecessor) if company.predecessor else None,
        "about": in_both(company, "about"),
        "country": {"ref": f"country:{company.country_id}"} if company.country_id else None,
        "website": company.website,
        "logo": picture(company.logo, {"fr": company.name, "en": company.name}),
        "declared_films": company.declared_films,
        "published_at": iso(company.published_at),
    }


def _terms(company, _today):
    yield "company.letter", letter(company["sort_name"]), {}
    if company["predecessor"]:
        yield "company.predecessor", company["predecessor"]["ref"], {}
    names = [company["name"], company["full_name"], *(former["name"] for former in company["former_names"])]
    names += company["acronym_meaning"].values()
    texts = [
        *map(plain, company["about"].values()),
        *(all_names(company["country"]["code"]) if company["country"] else ()),
    ]
    for field, word in search_terms("company", names, (), texts):
        yield field, word, {}


COMPANY = Kind(
    Company,
    company_documents,
    DEFAULTS,
    card=plain_card("id", "slug", "name", "sort_name", "full_name", "acronym_meaning", "country", "logo"),
    terms=_terms,
    orderings={"company.name": by_name},
    held=("company.letter",),
)
