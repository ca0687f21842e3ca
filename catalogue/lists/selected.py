"""The films of a selection: those it names that are on the site, or those that answer its filter now."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from pyroaring import BitMap

from catalogue.addresses import address
from catalogue.publication.cards import cards

from .facets import Facets
from .films import Listing
from .filters import film_filter
from .query import Query
from .years import years

MOST = 100  # films of a filter that a page shows; a link leads to all
ON_CARD = 5  # posters
COUNTRIES = 8  # that are named at a glance


@dataclass(frozen=True)
class Selected:
    """A film with the number that it has in its selection, and the word on it."""

    number: int
    film: dict
    note: dict | None


class SelectedFilms:
    """The films of a selection, given as its document. Asks one query, for the cards.

    `is_public` is False for a draft, whose films no list can be asked for yet.
    """

    def __init__(self, selection, postings, is_public=True):
        self.postings, self.selection = postings, selection
        self.listing = listing_of(selection["filter"], postings) if selection["filter"] else None
        self.ids = self.listing.films if self.listing else BitMap(_named(selection, postings))
        self.total = len(self.ids)
        query = self.listing.address if self.listing else Query(address("catalogue:film-list"), {})
        if not self.listing and is_public:
            query = query.setting(selection=selection["slug"])
        self._query, self.is_linked = query, bool(self.listing) or is_public
        self.list_url = query.url if self.is_linked else None

    @cached_property
    def rows(self):
        """Those that the page shows, in order."""
        notes = {row["film_id"]: row["note"] for row in self.selection["films"]}
        shown = first_of(self.listing, MOST) if self.listing else _named(self.selection, self.postings)
        found = cards("film", shown)
        return [Selected(number, card, notes.get(card["id"])) for number, card in enumerate(found, start=1)]

    @property
    def first_cards(self):
        """The cards of the films that stand for the selection in a picture."""
        return [row.film for row in self.rows[:ON_CARD]]

    @property
    def others(self):
        """How many films the page does not show."""
        return self.total - len(self.rows)

    @property
    def minutes(self):
        """How long the films last of which that is known; None where not all are shown."""
        known = [row.film["running_time"] for row in self.rows if row.film["running_time"]]
        return sum(known) if known and not self.others else None

    @property
    def without_running_time(self):
        return sum(not row.film["running_time"] for row in self.rows)

    @cached_property
    def _facets(self):
        return Facets(film_filter({}, self.postings), self.ids, self._query, get_language())

    @cached_property
    def countries(self):
        """The Facet of their countries, None where none is known; `links_countries` tells whether its links lead
        to lists of as many films."""
        return self._facets.facet("country", COUNTRIES) if self._facets.present("country") else None

    @property
    def links_countries(self):
        return self.is_linked and not self._asks_for("country")

    @cached_property
    def decades(self):
        """Their decades, with the number of films of each; as for countries."""
        found = years(self._facets)
        return [decade for decade in found.decades if decade.count] if found else []

    @property
    def links_years(self):
        return self.is_linked and not self._asks_for("year")

    @property
    def span(self):
        """The first year with a film and the last; None where no year is known."""
        found = [bar.year for decade in self.decades for bar in decade.bars if bar.count]
        return (found[0], found[-1]) if found else None

    def _asks_for(self, name):
        return any(parameter.startswith((name, f"unknown_{name}")) for parameter in self._query.values)


def listing_of(query, postings):
    """Return the list that a filter stands for, in the reader's language."""
    asked = film_filter(QueryDict(query), postings)
    return Listing(asked, postings.all_films(), address("catalogue:film-list"))


def in_order(selection, postings):
    """Return the ids of all films of a selection, given as its card or its document, in its order."""
    if not selection["filter"]:
        return _named(selection, postings)
    listing = listing_of(selection["filter"], postings)
    return first_of(listing, listing.total)


def first_of(listing, number):
    """Return the ids of so many films of a list, in its order."""
    return list(listing.in_order[0:number])


def listed_on(selections, day):
    """Return those of the cards of selections that are listed on a day; their own addresses always answer."""
    day = day.isoformat()
    return [card for card in selections if (card["first_day"] or day) <= day <= (card["last_day"] or day)]


def with_films(selections, postings):
    """Return cards of selections with "count" and "posters", cards of their first films. One query, none for none."""
    first = first_films(selections, postings)
    ids = {pk for _count, films in first.values() for pk in films}
    return with_posters(selections, first, {card["id"]: card for card in cards("film", sorted(ids))})


def with_posters(selections, first, shown):
    """Return cards of selections with "count" and "posters": `first` is of `first_films`, `shown` {id: card}."""
    return [
        selection
        | {
            "count": first[selection["id"]][0],
            "posters": [shown[pk] for pk in first[selection["id"]][1] if pk in shown],
        }
        for selection in selections
    ]


def first_films(selections, postings):
    """Return {id of a selection: (number of films, ids of the first of them)} of cards of selections."""
    return {selection["id"]: _first(selection, postings) for selection in selections}


def _first(selection, postings):
    """Return (number of films, ids of the first of them)."""

    def collected():
        listing = listing_of(selection["filter"], postings)
        return listing.total, first_of(listing, ON_CARD)

    if selection["filter"]:
        return postings.kept(("selection", selection["filter"], timezone.localdate()), collected)
    named = _named(selection, postings)
    return len(named), named[:ON_CARD]


def _named(selection, postings):
    """The films that a selection names, on its card or in its document, and that are on the site; in its order."""
    films = [row["film_id"] if isinstance(row, dict) else row for row in selection["films"]]
    return [pk for pk in films if pk in postings.all_films()]
