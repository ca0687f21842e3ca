"""People: the document of a page. Films and texts are found through the postings when the page is read."""

from catalogue.folding import fold, letter
from catalogue.markdown import plain
from catalogue.models import Person
from catalogue.publication.search.terms import search_terms
from catalogue.reference.countries import all_names

from .kind import Kind, by_name, plain_card
from .parts import NOTHING, in_both, iso, picture

DEFAULTS = {
    "qualifier": "",
    "gender": "",
    "biography": NOTHING,
    "birth_year": None,
    "death_year": None,
    "countries": [],
    "portrait": None,
    "links": [],
    "works": [],
}


def person_documents(ids):
    """Return {id: document} of these people, as they are in the editors' tables."""
    people = Person.objects.filter(pk__in=ids).prefetch_related("person_countries", "links", "outside_works")
    return {person.pk: _document(person) for person in people}


def _document(person):
    return {
        "id": person.pk,
        "slug": person.slug,
        "name": person.name,
        "sort_name": person.sort_name,
        "qualifier": person.qualifier,
        "gender": person.gender,
        "biography": in_both(person, "biography"),
        "birth_year": person.birth_year,
        "death_year": person.death_year,
        "countries": [{"ref": f"country:{row.country_id}"} for row in person.person_countries.all()],
        "portrait": picture(
            person.portrait,
            in_both(person, "portrait_text"),
            person.portrait_credit,
            (person.portrait_focal_x, person.portrait_focal_y),
        ),
        "links": [{"label": link.label, "url": link.url} for link in person.links.all()],
        "works": [
            {"title": work.title, "year": work.year, "kind": work.kind} for work in person.outside_works.all()
        ],
        "published_at": iso(person.published_at),
    }


def _terms(person, _today):
    yield "person.letter", letter(fold(person["sort_name"])), {}
    names = [person["name"], person["sort_name"]]
    countries = (name for country in person["countries"] for name in all_names(country["code"]))
    texts = [*map(plain, person["biography"].values()), *countries]
    for field, word in search_terms("person", names, [person["qualifier"]], texts):
        yield field, word, {}


PERSON = Kind(
    Person,
    person_documents,
    DEFAULTS,
    card=plain_card("id", "slug", "name", "sort_name", "qualifier", "portrait", "gender"),
    terms=_terms,
    orderings={"person.name": by_name},
    held=("person.letter",),
)
