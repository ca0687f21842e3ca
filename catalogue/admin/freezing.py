"""From the films that answer a filter now to rows of a selection, which stay as they are."""

from django.utils import timezone

from catalogue.lists.selected import first_of, listing_of
from catalogue.models import SelectedFilm
from catalogue.models.selection import MOST_FROZEN
from catalogue.publication.day import postings_of
from catalogue.publication.state import state


def postings_now():
    """Return the postings as visitors read them."""
    return postings_of(state(), timezone.localdate())


def held_now(selection):
    """Return the list that a selection's filter stands for, as it is now."""
    return listing_of(selection.filter, postings_now())


def freeze(selection):
    """Make rows of the films that a selection's filter finds now, in their order; notes on them stay.

    Inside a transaction. Rows of other films go. The filter must not find more than can be frozen.
    """
    listing = held_now(selection)
    if listing.total > MOST_FROZEN:
        raise ValueError(f"{listing.total} films are more than {MOST_FROZEN}.")
    noted = {row.film_id: row for row in selection.selected_films.all()}
    selection.selected_films.all().delete()
    SelectedFilm.objects.bulk_create(
        SelectedFilm(
            selection=selection,
            film_id=pk,
            position=position,
            note_fr=noted[pk].note_fr if pk in noted else "",
            note_en=noted[pk].note_en if pk in noted else "",
        )
        for position, pk in enumerate(first_of(listing, MOST_FROZEN))
    )
    selection.filter = ""
    selection.save()
