"""The films of people, whatever they did for them: read by key, for there are more people than workers should hold."""

from django.db.models.fields.json import KT
from pyroaring import BitMap

from catalogue.models import Page
from catalogue.reference.roles import Role

from .fields import UNKNOWN
from .index.reading import read_ids
from .posting_rows import Value

MOST = 20  # people asked for at once; what is more finds nothing


def films_of_people(slugs):
    """Return {slug: Value} of those of these addresses at which there is a person, and of films that name nobody.

    Two queries.
    """
    pages = Page.objects.current().filter(kind="person", slug__in=list(slugs)[:MOST])
    people = list(pages.values_list("object_id", "slug", KT("card__name")))
    keys = {
        pk: [("person_role", f"person:{pk}:{role}") for role in Role.values] for pk, _slug, _name in people
    }
    nobody = ("person", UNKNOWN)
    found = read_ids([nobody, *(key for of_person in keys.values() for key in of_person)])
    films = {
        slug: Value(BitMap.union(BitMap(), *(found[key] for key in keys[pk])), {"fr": name})
        for pk, slug, name in people
    }
    return films | {UNKNOWN: Value(found[nobody], {})}
