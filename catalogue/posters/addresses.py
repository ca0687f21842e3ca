"""The address of a film's poster; it changes with all that is drawn."""

from functools import lru_cache

from catalogue.addresses import address

from .poster import digest
from .subject import Film


def poster_url(film, directors=None):
    """Return the address for a film's card, or its document and directors."""
    return path_of(Film.from_card(film, directors))


@lru_cache(maxsize=4096)
def path_of(film):
    return address("poster", film.id, digest(film))
