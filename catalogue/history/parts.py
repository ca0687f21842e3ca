"""Which rows belong to an object: by the names of relations, in the order in which they are restored.

An app beside the catalogue registers its own, when it is ready.
"""

from django.db import models
from django.db.models.fields.reverse_related import ManyToOneRel

from catalogue.models import Company, Film, OwnPage, Person, Selection, Text, Version
from catalogue.models.derived import DerivedField

ENTITIES = (Film, Person, Company, Text, Selection, OwnPage)
_parts = {
    Film: [
        *["film_countries", "original_languages", "forms", "credits", "company_credits", "versions", "texts"],
        *["stills", "other_titles", "identifiers"],
    ],
    Version: ["language_uses"],
    Person: ["person_countries", "texts", "outside_works", "links"],
    Company: ["former_names"],
    Selection: ["selected_films"],
}
# What belongs to others, and is deleted with an object: it is kept, and restored, with a deletion alone.
_lost_with = {Film: ["selected_films", "highlights"], Selection: ["highlights"]}
NOT_CONTENT = {
    "published_at",
    "has_changes",
    "to_check_since",
    "modified_at",
}  # of a page: how it stands to the site


def register(model, *parts, lost_with=()):
    """Say that the rows of these relations belong to a model, or to others and are lost with it."""
    _parts.setdefault(model, []).extend(parts)
    _lost_with.setdefault(model, []).extend(lost_with)


def relations(model, deleting=False):
    """Return {name: relation} of the rows that belong to a model."""
    names = [*_parts.get(model, ()), *(_lost_with.get(model, ()) if deleting else ())]
    return {name: model._meta.get_field(name) for name in names}


def columns(model, relation: ManyToOneRel | None = None):
    """Return the columns of a state, but for the key and the one that names the owner."""
    owner = relation and relation.field
    return [
        field
        for field in model._meta.concrete_fields
        if not (field.primary_key or field == owner or field.name in NOT_CONTENT)
        and not (isinstance(field, DerivedField) and not field.editable)
    ]


def many_to_many(model):
    """Return the many-to-many fields whose rows have no model of their own."""
    return [field for field in model._meta.many_to_many if field.remote_field.through._meta.auto_created]


def naming(model):
    """Return the relations of rows that name one of these and go on without it: a deletion would change them."""
    return [relation for relation in model._meta.related_objects if relation.on_delete is models.SET_NULL]
