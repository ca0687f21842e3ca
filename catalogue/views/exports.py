"""Lists of films to take along, beside the pages that show them: as a table, a feed, a calendar."""

import re
from functools import partial

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from pyroaring import BitMap

from catalogue.addresses import address
from catalogue.exports.calendar import as_calendar, changing
from catalogue.exports.feed import as_atom, newest
from catalogue.exports.films import Films, Reader
from catalogue.exports.tables import as_csv, as_json, as_xlsx
from catalogue.lists.codes import code_of
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.query import parameters
from catalogue.lists.selected import in_order
from catalogue.pages import found, public, read_page, read_postings, render
from catalogue.publication.frame import site

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
STREAMED = {"csv": as_csv, "json": as_json}
NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')  # what file systems refuse, and spaces of any kind
LONGEST_NAME = 100  # letters


@public(parameters=parameters)
def film_take_along(request):
    """All that can be done with a list of films: its addresses, its files, what goes on telling of it."""
    listing = Listing(*_asked(request), address("catalogue:film-list"))
    here = listing.address.page(1)
    code = code_of(here)
    context = {
        "title": listing.title,
        "total": listing.total,
        "list_url": here.url,
        "files": {format: here.at(address("catalogue:film-export", format)).url for format in TYPES},
        "booklet_url": here.at(address("catalogue:film-list-booklet")).url,
        "short_url": address("short-address", code) if code else None,
        "selection_url": listing.selection_url if listing.total else None,
        "notices": listing.filter_notices,
        "address": here.at(request.path),
    }
    return render(request, "catalogue/take_along.html", context)


@public
def selection_take_along(request, slug):
    page = read_page(request, "selection", slug, shows_lists=True)
    context = {
        "title": in_words(page.document["title"]),
        "total": len(in_order(page.document, page.postings)),
        "list_url": address("catalogue:selection-detail", slug),
        "files": {format: address("catalogue:selection-export", slug, format) for format in TYPES},
        "booklet_url": address("catalogue:selection-booklet", slug),
        "short_url": None,
        "selection_url": None,
        "notices": [],
    }
    return render(request, "catalogue/take_along.html", context)


@public(parameters=parameters)
def film_export(request, format):
    found(format in TYPES)
    asked, scope = _asked(request, shows_all=True)
    listing = Listing(asked, scope, address("catalogue:film-list"))
    whole = slice(0, listing.total)
    return _answer(
        request,
        format,
        listing.title,
        listing.address.page(1).url,
        lambda: listing.in_order[whole],
        listing.films,
        listing.postings,
    )


@public
def selection_export(request, slug, format):
    found(format in TYPES)
    page = read_page(request, "selection", slug, shows_all=True)
    ids = in_order(page.document, page.postings)
    title, here = in_words(page.document["title"]), address("catalogue:selection-detail", slug)
    return _answer(request, format, title, here, lambda: ids, BitMap(ids), page.postings)


def in_words(title):
    """Return the reader's side of a title in two languages, or the only one there is."""
    return title[get_language()] or max(title.values())


def _asked(request, shows_all=False):
    """Return what a request asks of the films, and all films."""
    postings = read_postings(request, shows_all=shows_all)
    return film_filter(request.GET, postings, request.popular), postings.all_films()


def _answer(request, format, title, path, ordered, ids, postings):
    """Answer with films in one of the formats: the bitmap of their ids, and what returns these in order."""
    origin = request.build_absolute_uri("/").rstrip("/")
    reader = Reader(get_language(), request.today, origin)
    films = partial(Films, title, origin + path, published=postings.state.changed_at, reader=reader)
    if format == "atom":
        feed = as_atom(films(newest(ids, postings)), request.build_absolute_uri(), site().name)
        return HttpResponse(feed, TYPES[format])
    if format == "ics":
        body = as_calendar(films(changing(ids)), site().name)
    elif request.method == "HEAD":
        body = ""
    elif format == "xlsx":
        body = as_xlsx(films(ordered()))
    else:
        body = STREAMED[format](films(ordered()))
    return _file(body, f"{title}.{format}", TYPES[format])


def _file(body, name, content_type):
    """The answer as a file of a name: a whole text, an open file, or what yields its pieces."""
    if isinstance(body, str):
        response = HttpResponse(body, content_type)
    elif hasattr(body, "read"):
        response = FileResponse(body, content_type=content_type)
    else:
        response = StreamingHttpResponse(body, content_type)
    stem, _dot, ending = name.rpartition(".")
    stem = NO_FILE_NAME.sub(" ", stem)[:LONGEST_NAME].strip(" .") or "films"
    response["Content-Disposition"] = content_disposition_header(True, f"{stem}.{ending}")
    return response
