"""Genres that source pages name, in French and English: what films of them tell, whatever their form. No Django."""

from functools import cache

from catalogue.folding import fold

NAMES = (
    ("Aventures", "Adventure"),
    ("Burlesque", "Slapstick"),
    ("Catastrophe", "Disaster"),
    ("Comédie", "Comedy"),
    ("Comédie dramatique", "Comedy drama"),
    ("Comédie musicale", "Musical"),
    ("Conte", "Fairy tale"),
    ("Drame", "Drama"),
    ("Érotique", "Erotic"),
    ("Espionnage", "Spy"),
    ("Fantastique", "Fantastic"),
    ("Film noir", "Film noir"),
    ("Guerre", "War"),
    ("Historique", "Historical"),
    ("Horreur", "Horror"),
    ("Mélodrame", "Melodrama"),
    ("Péplum", "Epic of antiquity"),
    ("Policier", "Crime"),
    ("Romance", "Romance"),
    ("Science-fiction", "Science fiction"),
    ("Thriller", "Thriller"),
    ("Western", "Western"),
)


def genre_names(name):
    """Return (French, English) of a genre named in one of both languages, None for one that is not known here."""
    return _by_name().get(fold(name))


@cache
def _by_name():
    return {fold(name): names for names in NAMES for name in names}
