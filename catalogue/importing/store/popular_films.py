"""The list of the most popular films that pages of shooting secrets end with: films of their own, and a selection.

The list belongs to the site that the page was saved from, not to the page: pages saved on the same day bear the same
list, pages saved on another day another one. So there is one selection for each number of days, whatever page brings
it; a list that a page has not shown before replaces the one that is there, and one that it has shown before does
nothing. That is how the same pages, imported again in any order, change nothing.
"""

from catalogue.models import Selection

from .finding import named_film
from .ledger import source_name
from .rows import Item, RowList, key_of, merge_rows

LAYOUT = "popular_films"


def store_popular_films(delivery, popular):
    """Bring the films of a list, and the list as a selection in its order."""
    films = {}
    for entry in popular.films:
        film, _is_new = named_film(delivery, entry.title, entry.year)
        if film is not None:
            films[_key(entry)] = (entry.title, film)
    shared = delivery.beside(source_name(LAYOUT, str(popular.days or "")))
    known = shared.ledger.known("selection")
    selection = Selection.objects.filter(pk__in=known).first()
    shown = [popular.heading.value, *films]
    if known and (selection is None or delivery.ledger.last(selection, "list") == shown):
        shared.ledger.keep()
        if selection is None:
            delivery.tell(popular.heading.line, "not brought again: the selection was deleted here")
        else:
            delivery.bring(selection, list=shown)
        return
    titles = {"title_fr": popular.heading, "title_en": _english(popular.days)}
    if selection is None:
        selection = shared.create(Selection, line=popular.heading.line, **titles)
    else:
        shared.merge(selection, **titles)
    _store_films(shared, selection, films)
    delivery.bring(selection, list=shown)


def _store_films(delivery, selection, films):
    rows = RowList(
        owner=selection,
        name="films",
        rows=selection.selected_films.select_related("film"),
        root=lambda row: selection,
        identity=("film",),
        fixed=("selection", "film"),
    )
    merge_rows(
        delivery,
        rows,
        [
            Item(key, title.line, lambda film=film: {"selection": selection, "film": film})
            for key, (title, film) in films.items()
        ],
    )


def _key(entry):
    return f"{key_of(entry.title.value)} {entry.year.value if entry.year else ''}".strip()


def _english(days):
    return f"The most popular films of the last {days} days" if days else "The most popular films"
