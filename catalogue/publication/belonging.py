"""The texts that come onto the site and leave it with a film or a person."""

from catalogue.models import Text

COLUMNS = {"film": "film", "person": "person"}  # kind: the column by which texts belong to it


def belongings(kind, objects):
    """Return the texts that belong to objects of a kind."""
    column = COLUMNS.get(kind)
    return Text.objects.filter(**{f"{column}__in": objects}) if column else Text.objects.none()
