"""Fields whose values workers do not hold in memory: a list reads those that its address asks for."""

from dataclasses import replace

from catalogue.publication.fields import chosen_fields
from catalogue.publication.index.values import Values


def with_read_fields(data, postings):
    """Return the postings with these values among them; `data` is {parameter: values} as a QueryDict holds it."""
    read = {}
    for field in chosen_fields():
        if field.read and field.name in data:
            asked = data.getlist(field.name) if hasattr(data, "getlist") else data[field.name]
            read[field.name] = Values(field.read([value.strip() for value in asked]))
    return replace(postings, fields=postings.fields | read) if read else postings
