"""A list of films as a page shows it: what the address asks for, the facets, one page of cards."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalogue.lists.facets import FACETS, Facets
from catalogue.lists.filters import FilmFilter
from catalogue.lists.pages import PAGE_SIZE, Pager
from catalogue.lists.query import Query
from catalogue.lists.years import years
from catalogue.models import Page

SORTS = {
    "title": gettext_lazy("Title, A to Z"),
    "-title": gettext_lazy("Title, Z to A"),
    "-year": gettext_lazy("Year, latest first"),
    "year": gettext_lazy("Year, earliest first"),
    "newest": gettext_lazy("Newest in the catalogue"),
}


@dataclass(frozen=True)
class Sort:
    value: str
    label: str
    url: str
    selected: bool


class Listing(Pager):
    """One page of a list of films.

    `scope` is the bitmap of the films it may show at all. `section` is the part of a company's page it belongs to.
    `path` is where its links lead, the page itself unless told. `same_elsewhere` are the parameters that make the
    same list on the films' own page, where all the values of a facet can be seen, and its charts.
    Asks one query for the cards, and one more when there are words to search.
    """

    def __init__(self, request, postings, scope, section=(), path=None, same_elsewhere=None):
        self.postings = postings
        self.filterset = FilmFilter(request.GET, postings)
        known, path = self.filterset.known(), path or request.path
        address = Query(path, known | {"as": section})
        elsewhere = Query(path, known | (same_elsewhere or {}))
        self.facet_values = Facets(self.filterset, scope, address, get_language(), elsewhere)
        self.films = self.facet_values.result()
        super().__init__(len(self.films), int(self.filterset.chosen.get("page", 1)), address)
        self.notices += self.filterset.notices
        self.query = self.filterset.chosen.get("q", "")
        self.chips = self.facet_values.chips()
        self.clear_url = Query(path, {"as": section}).url
        self.hidden = address.hidden()
        charts = elsewhere.setting().at(reverse("catalogue:film-charts")).url
        self.charts_url = None if section and not same_elsewhere else charts

    @cached_property
    def cards(self):
        """The cards of this page, in order; asks its query when first read."""
        return cards("film", self._ids())

    def _ids(self):
        first = self.first
        if self.sort != "relevance":
            ordering = "title" if self.sort == "-title" else self.sort
            return self.postings.page(self.films, ordering, first, PAGE_SIZE, backwards=self.sort == "-title")
        ids = []
        for tier in self.filterset.tiers:
            found = tier & self.films
            if first < len(found):
                ids += self.postings.page(found, "title", first, PAGE_SIZE - len(ids))
            first = max(0, first - len(found))
            if len(ids) == PAGE_SIZE:
                break
        return ids

    @cached_property
    def sort(self):
        """The order in use; the best matches first where there are words to search."""
        chosen = self.filterset.chosen.get("sort")
        fallback = "relevance" if self.query else "title"
        return fallback if chosen is None or (chosen == "relevance" and not self.query) else chosen

    @cached_property
    def sorts(self):
        choices = {"relevance": _("Best match"), **SORTS} if self.query else SORTS
        return [
            Sort(v, str(label), self.address.setting(sort=v).url, v == self.sort)
            for v, label in choices.items()
        ]

    @cached_property
    def facets(self):
        """The facets that offer something to choose."""
        facets = [self.facet_values.facet(name) for name in FACETS]
        return [facet for facet in facets if facet.choices]

    @cached_property
    def years(self):
        return years(self.facet_values)

    @cached_property
    def letters(self):
        return self.facet_values.letters()

    @cached_property
    def indexable(self):
        """Whether search engines may list it: the whole list and its pages, not every combination of filters."""
        return not self.chips and "sort" not in self.address.values


def cards(kind, ids):
    """Return the cards of published pages in the order of their ids; ids without a page are left out. One query."""
    found = (
        dict(Page.objects.filter(kind=kind, object_id__in=ids).values_list("object_id", "card"))
        if ids
        else {}
    )
    return [found[pk] for pk in ids if pk in found]


def texts_about(page, subject, /, **wanted):
    """Return the texts about a "film" or "person" whose `kind` or `slug` is the wanted one, in order. One query."""
    texts = cards("text", list(page.postings.ids("text.subject", f"{subject}:{page.object_id}")))
    found = [text for text in texts if all(text[key] == value for key, value in wanted.items())]
    if not found:
        raise Http404
    return sorted(found, key=reading_order)


def reading_order(text):
    return (text["position"], text["id"])


def mixed_cards(ids_by_kind):
    """Return {kind: [cards in order]} for several kinds, in one query."""
    wanted = Page.objects.none()
    for kind, ids in ids_by_kind.items():
        wanted |= Page.objects.filter(kind=kind, object_id__in=ids)
    found = {(kind, pk): card for kind, pk, card in wanted.values_list("kind", "object_id", "card")}
    return {kind: [found[kind, pk] for pk in ids if (kind, pk) in found] for kind, ids in ids_by_kind.items()}
