"""What a booklet can be made of: a list of films, a selection, a company's films, one film. Read without a request."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import get_language

from catalogue.addresses import address
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.sections import SECTIONS, others_of, same_elsewhere, section_asked
from catalogue.lists.selected import in_order, listing_of
from catalogue.publication.cards import page_at
from catalogue.publication.day import postings_of
from catalogue.publication.documents.parts import NOTHING
from catalogue.publication.state import state_and
from catalogue.publication.surroundings import films_of_company
from catalogue.readership import popularity

MOST = 500  # films


class NoSource(LookupError):  # noqa: N818 - it is no error where a visitor asks for what is gone
    """There is nothing at this address that a booklet could be made of."""


@dataclass(frozen=True)
class Source:
    """Films in an order, and what is said of them together."""

    kind: str  # "list", "selection", "company" or "film"
    title: str
    title_language: str
    path: str  # of the page that shows these films, with its parameters
    ids: list  # of the films, in order; no more than MOST of them
    total: int
    introduction: dict = field(default_factory=lambda: NOTHING)
    notes: dict = field(default_factory=dict)  # {film id: {"fr", "en"}}
    curator: str = ""
    introduced: str = ""  # who or what the introduction is about, where the title does not say it
    filters: list = field(default_factory=list)  # [(label of the filter, of its value)]
    order: str = ""

    @property
    def is_too_long(self):
        return self.total > MOST


def source_at(wanted):
    """Return the Source at an address below the language ("films/?country=FR"), in the reader's language."""
    path, _mark, query = wanted.partition("?")
    try:
        match = resolve(f"/{get_language()}/{path.lstrip('/')}")
    except Resolver404:
        raise NoSource(wanted) from None
    return source(match.url_name, match.kwargs.get("slug"), QueryDict(query))


def source(view, slug, data):
    """Return the Source that a page shows: by the name of its view, its slug, and the parameters it is asked with."""
    if view not in SOURCES:
        raise NoSource(view)
    state, read = state_and(popularity.COLUMN if "q" in data else "NULL")
    postings = postings_of(state, timezone.localdate())
    return SOURCES[view](postings, popularity.films(read), slug, data)


def _list(postings, popular, _slug, data):
    asked = film_filter(data, postings, popular)
    listing = Listing(asked, postings.all_films(), address("catalogue:film-list"))
    return Source("list", listing.title, get_language(), **_listed(listing))


def _selection(postings, _popular, slug, _data):
    _pk, selection = _page("selection", slug)
    title = selection["title"]
    language = get_language() if title[get_language()] else next(code for code in title if title[code])
    if selection["filter"]:
        found = _listed(listing_of(selection["filter"], postings))
    else:
        ids = in_order(selection, postings)
        found = {"ids": ids[:MOST], "total": len(ids)}
    found["path"] = address("catalogue:selection-detail", slug)
    return Source(
        "selection",
        title[language],
        language,
        introduction=selection["introduction"],
        notes={row["film_id"]: row["note"] for row in selection["films"]},
        curator=selection["curator"],
        **found,
    )


def _company(postings, popular, slug, data):
    pk, company = _page("company", slug)
    films = films_of_company(pk, SECTIONS)
    section = section_asked(films, data.get("as"))
    same = same_elsewhere(section, slug)
    within = "" if same else others_of(company["name"])
    asked, path = film_filter(data, postings, popular), address("catalogue:company-detail", slug)
    listing = Listing(asked, films[section], path, [section], same, within)
    said = {"introduction": company["about"], "introduced": company["name"]}
    return Source("company", listing.title, get_language(), **said, **_listed(listing))


def _film(_postings, _popular, slug, _data):
    pk, film = _page("film", slug)
    path = address("catalogue:film-detail", slug)
    return Source("film", film["title"], film["title_language"], path, [pk], 1)


SOURCES = {
    "film-list": _list,
    "film-detail": _film,
    "selection-detail": _selection,
    "company-detail": _company,
}


def _page(kind, slug):
    found = page_at(kind, slug)
    if found is None:
        raise NoSource(slug)
    return found[:2]


def _listed(listing):
    return {
        "path": listing.address.page(1).url,
        "ids": list(listing.in_order[0:MOST]),
        "total": listing.total,
        "filters": [(chip.filter_label, chip.label) for chip in listing.chips],
        "order": next((sort.label for sort in listing.sorts if sort.selected), ""),
    }
