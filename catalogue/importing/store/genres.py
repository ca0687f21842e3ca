"""The genres of a film, which the catalogue names itself: a page can only choose among those it knows."""

from django.utils.translation import gettext as _

from catalogue.folding import fold
from catalogue.models import Genre
from catalogue.reference.genres import genre_names

from .ledger import brought_by_others


def store_genres(delivery, film, words):
    """Bring the genres that a page names; one that an editor took away is not brought again."""
    said = {genre.pk for word in words if (genre := _genre(delivery, word))}
    last = set(delivery.ledger.last(film, "genres") or ())
    others = brought_by_others(delivery.ledger.source, film, "genres").values()
    here = set(film.genres.values_list("pk", flat=True))
    new, gone = said - last - here, (last - said).difference(*others) & here
    if new or gone:
        film.genres.add(*sorted(new))
        film.genres.remove(*gone)
        delivery.touch(film)
    delivery.bring(film, genres=sorted(said))


def _genre(delivery, word):
    """Return the genre of this name in one of both languages; one that is new here needs both to be known."""
    folded = fold(word.value)
    for genre in Genre.objects.order_by("pk"):
        if folded in (fold(genre.name_fr), fold(genre.name_en)):
            return genre
    if names := genre_names(word.value):
        return Genre.objects.create(name_fr=names[0], name_en=names[1])
    delivery.tell(word.line, _("“{}” is no genre of the catalogue; it is left out").format(word.value))
    return None
