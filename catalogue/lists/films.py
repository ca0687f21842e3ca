"""A list of films as a page shows it: what is asked for, the facets, one page of cards."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.publication.cards import cards
from catalogue.publication.fields import UNKNOWN, facets
from catalogue.publication.frame import site

from .codes import code_of
from .facets import Facets
from .filters import AS_CHOSEN, BEST_MATCH, film_filter
from .pages import Ordered, Pages
from .query import Query
from .search import saying_why
from .words import title
from .years import years

FEW = 12  # films that are seen at a glance
MOST_TRIED = 8  # filters of an empty list that are left out one by one


@dataclass(frozen=True)
class Sort:
    value: str
    label: str
    url: str
    selected: bool


class Listing:
    """A list of films. It knows no request, so that whatever needs the list can ask it.

    `asked` is the parsed query (see `film_filter`), `scope` the bitmap of the films it may show at all, `path` where
    its links lead: no two scopes have one path and section. `section` is the part of a company's page it belongs to.
    `same_elsewhere` are the parameters that make the same list on the films' own page, where all the values of a facet
    can be seen, and its charts. `within` says in words what the scope is where no such parameter does.
    Asks one query for the cards, and one more when there are words to search.
    """

    def __init__(self, asked, scope, path, section=(), same_elsewhere=None, within=""):
        self.asked, self.postings = asked, asked.postings
        known = asked.known()
        self.address = Query(path, known | {"as": section})
        self.elsewhere = elsewhere = Query(path, known | (same_elsewhere or {}))
        self.scope, self._scope_values, self._within = scope, same_elsewhere, within
        self.facet_values = Facets(asked, scope, self.address, get_language(), elsewhere)
        self.films = self.facet_values.result()
        self.total = len(self.films)
        self.query, self.found = asked.chosen.get("q", ""), asked.found  # the words, and what they have found
        self.chips = self.facet_values.chips()
        self.clear_url = Query(path, {"as": section}).url
        self.hidden = self.address.hidden()
        films = site().films_a_page
        self.page_size = films * 2 // 3 if section else films  # a company's page says more of each
        charts = elsewhere.setting().at(address("catalogue:film-charts")).url
        self.charts_url = None if section and not same_elsewhere else charts
        self.take_along_url = (
            self.charts_url and elsewhere.page(1).at(address("catalogue:film-take-along")).url
        )

    @cached_property
    def title(self):
        """The list in words, in the reader's language: "French documentaries, 1968–1981"."""
        return title(self.asked.chosen, self.facet_values.label, self._scope_values, self._within)

    @cached_property
    def pages(self):
        return Pages(self.in_order, self.asked.chosen.get("page", 1), self.address, self.page_size)

    @property
    def feed_url(self):
        """Where the films that come into the list are told; its order is no matter there."""
        return self.elsewhere.setting(sort=None).at(address("catalogue:film-export", "atom")).url

    @property
    def selection_url(self):
        """Where a curator makes a selection of the list; None where it is no part of all films that filters make."""
        query = self.elsewhere.setting().at(address("catalogue:film-list"))
        if self.charts_url is None or not query.values:
            return None
        return f"{address('admin:catalogue_selection_add')}?list={code_of(query) or quote(query.url)}"

    @property
    def notices(self):
        return self.pages.notices + self.filter_notices

    @cached_property
    def filter_notices(self):
        """What the visitor is told of the filters."""
        return self.asked.notices + [self._unheld(*pair) for pair in self.asked.unheld()]

    def _unheld(self, name, value):
        """A choice that no film of the catalogue answers, with the way out of it."""
        labels = {"filter": self.asked.label(name), "value": self.facet_values.label(name, value)}
        sentence = _("No film answers “%(filter)s: %(value)s”.") % labels
        url = self.facet_values.removing(name, value).url
        return format_html('{} <a href="{}">{}</a>', sentence, url, _("Drop this choice"))

    @cached_property
    def cards(self):
        """The cards of this page, in order, with what is the list's own; asks its query when first read.

        Those of a company say more of a film: a function tells where a format leads that films exist in.
        """
        own = {"code": self.code} if self.code else {}
        if self.address.values.get("as"):
            own["support_url"] = self.address.removing("support").adder("support")
        found = [card | own for card in cards("film", self.pages.items)]
        return saying_why(found, self.found.looked_for) if self.found else found

    @cached_property
    def without(self):
        """What would be in an empty list without one of its filters: [(Chip, number of films)], the most first."""
        found = (
            []
            if self.total
            else [(chip, self._total_at(chip.remove_url)) for chip in self.chips[:MOST_TRIED]]
        )
        return sorted((row for row in found if row[1]), key=lambda row: -row[1])

    def _total_at(self, url):
        asked = film_filter(QueryDict(url.partition("?")[2]), self.postings)
        return len(Facets(asked, self.scope, self.address, get_language()).result())

    @cached_property
    def in_order(self):
        """The ids of all its films, read a slice at a time; `place` tells where one stands."""
        if self.sort == BEST_MATCH:
            return self.asked.found.kinds["film"].within(self.films)
        if self.sort == AS_CHOSEN:
            return [pk for pk in map(int, self.asked.chosen["film"]) if pk in self.films]
        if self.sort == "-title":
            return Ordered(self.postings, [self.films], "title", backwards=True)
        return Ordered(self.postings, [self.films], self.sort)

    @cached_property
    def code(self):
        """What an address holds that leads back to the list; None where it is too long for one (see `codes`)."""
        return code_of(self.address)

    @cached_property
    def sort(self):
        """The order in use: the one asked for, else the first of them."""
        return self.asked.chosen.get("sort") or next(iter(self.asked.orders))

    @cached_property
    def sorts(self):
        orders = self.asked.orders
        first = next(iter(orders))
        return [
            Sort(
                value,
                str(label),
                self.address.setting(sort=None if value == first else value).url,
                value == self.sort,
            )
            for value, label in orders.items()
        ]

    @cached_property
    def facets(self):
        """The facets that offer something to choose."""
        return self.kept("facets", self._facets)

    @property
    def is_small(self):
        """Whether all its films are seen at a glance, whatever is chosen of them."""
        return len(self.facet_values.scope) < FEW

    @cached_property
    def years(self):
        return self.kept("years", lambda: years(self.facet_values))

    @cached_property
    def letters(self):
        return self.kept("letters", self.facet_values.letters)

    def _facets(self):
        found = [self.facet_values.facet(each.name) for each in facets()]
        return [facet for facet in found if self._is_offered(facet)]

    def _is_offered(self, facet):
        """Whether a facet offers a part of the list, which the unknown alone is not, or a choice to be taken back."""
        if facet.more_url:
            return True
        return any(each.selected or self._is_a_part(each) for each in facet.choices)

    def _is_a_part(self, choice):
        return choice.count != self.total and choice.value != UNKNOWN

    def kept(self, name, make):
        """What all pages of the list share is made once, until what lists show changes, or what a search finds."""
        addresses = (self.address.page(1).url, self.elsewhere.page(1).url)
        searched = self.query and self.postings.state.number
        return self.postings.kept((name, get_language(), timezone.localdate(), searched, *addresses), make)

    @cached_property
    def indexable(self):
        """Whether search engines may list it: the whole list and its pages, not every combination of filters."""
        return not self.chips and "sort" not in self.address.values
