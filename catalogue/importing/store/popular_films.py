"""The lists of the most popular films that pages of shooting secrets end with: films of their own, and a selection.

Pages saved on other days bear other lists. Each page keeps its own among its facts, and the selection (one for each
number of days) is made of all of them: every film at the best rank that a page gives it. So no page takes away what
another brought, and the order in which they are imported does not matter. A page's own newer list replaces its older
one; a page saved without its list keeps the last one.
"""

from django.utils.translation import gettext as _

from catalogue.models import Film, Selection

from .finding import named_film
from .ledger import brought_by_others, source_name
from .rows import Item, RowList, key_of, merge_rows, told_apart

LAYOUT = "popular_films"
LIST = "list"  # the fact that keeps a page's own list: [[what it calls a film, its id]]
TITLES = {
    "title_fr": "Films populaires, d’après leur source",
    "title_en": "Popular films, as their source has it",
}


def store_popular_films(delivery, popular):
    """Bring the films of a page's list, and the selection that it is part of; nothing where the page has none."""
    for pk in delivery.ledger.known("selection"):
        delivery.ledger.keep_row("selection", pk)
    if not popular:
        return
    films, lines = {}, {}  # {id: what the page calls it}, {id: line}
    for entry in popular.films:
        film, _is_new = named_film(delivery, entry.title, entry.year)
        if film is not None:
            films.setdefault(film.pk, _key(entry))
            lines.setdefault(film.pk, entry.title.line)
    shared = delivery.beside(source_name(LAYOUT, str(popular.days or "")))
    known = shared.ledger.known("selection")
    selection = Selection.objects.filter(pk__in=known).first()
    if known and selection is None:
        shared.ledger.keep()
        delivery.tell(popular.heading.line, _("not brought again: the selection was deleted here"))
        return
    if selection is None:
        selection = shared.create(Selection, line=popular.heading.line, **TITLES)
    own = [[key, pk] for pk, key in films.items()]
    delivery.bring(selection, **{LIST: own})
    lists = {**brought_by_others(delivery.ledger.source, selection, LIST), delivery.ledger.source: own}
    lists = [lists[source] for source in sorted(lists)]
    shared.merge(selection, **TITLES, **_told(lists, popular.days))
    _store_films(shared, selection, _merged(lists), lines)


def _merged(lists):
    """Return {id: what a page calls it} for the films of all lists, the best ranks first, the mean rank next."""
    keys, ranks = {}, {}
    for listed in lists:
        for rank, (key, pk) in enumerate(listed):
            keys.setdefault(pk, told_apart(key, pk))
            ranks.setdefault(pk, []).append(rank)
    order = {pk: (min(found), sum(found) / len(found), keys[pk]) for pk, found in ranks.items()}
    return {pk: keys[pk] for pk in sorted(order, key=order.get)}


def _told(lists, days):
    """Return the columns that say whose list it is: that of the pages, on the day they were saved, not of this site."""
    french = f"sur les {days} jours précédents" if days else "auprès du public"
    english = f"over the {days} days before" if days else "with the public"
    told = {
        "introduction_fr": f"Les plus populaires {french}, selon la page importée, le jour où elle a été enregistrée.",
        "introduction_en": f"The most popular {english}, as the imported page had it on the day it was saved.",
    }
    different = len({tuple(pk for _key, pk in listed) for listed in lists})
    if different > 1:
        told["introduction_fr"] += f" {different} listes réunies, chaque film à son meilleur rang."
        told["introduction_en"] += f" {different} lists in one, each film at its best rank."
    return told


def _store_films(delivery, selection, keys, lines):
    rows = RowList(
        owner=selection,
        name="films",
        rows=selection.selected_films.select_related("film"),
        root=lambda row: selection,
        identity=("film",),
        fixed=("selection", "film"),
    )
    films = Film.objects.in_bulk(keys)
    items = [
        Item(key, lines.get(pk), lambda film=films[pk]: {"selection": selection, "film": film})
        for pk, key in keys.items()
        if pk in films
    ]
    merge_rows(delivery, rows, items)


def _key(entry):
    return f"{key_of(entry.title.value)} {entry.year.value if entry.year else ''}".strip()
