"""Films that an address names one by one: a list that somebody has put together by hand."""

from django.db.models.fields.json import KT
from pyroaring import BitMap

from catalogue.models import Page

from .posting_rows import Value

MOST = 100  # films of one address; what is more finds nothing
LARGEST = 2**32 - 1  # of an id in a bitmap


def is_film_id(value):
    """Return whether a value could be the id of a film, as addresses write it."""
    return (
        value.isascii()
        and value.isdecimal()
        and value[0] != "0"
        and len(value) <= 10
        and int(value) <= LARGEST
    )


def films_by_id(values):
    """Return {id: Value} of those of these ids that are ids of published films. One query."""
    ids = [int(value) for value in dict.fromkeys(values) if is_film_id(value)][:MOST]
    films = Page.objects.current().filter(kind="film", object_id__in=ids)
    titles = films.values_list("object_id", KT("card__title"))
    return {str(pk): Value(BitMap([pk]), {"fr": title}) for pk, title in titles}
