"""Lists of films to take along, beside the pages that show them: as a table, a feed, a calendar."""

import re
from dataclasses import replace

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from catalogue.addresses import address
from catalogue.exports.calendar import as_calendar, changing
from catalogue.exports.feed import as_atom, newest
from catalogue.exports.films import Films, Reader
from catalogue.exports.tables import as_csv, as_json, as_xlsx
from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.lists.query import parameters
from catalogue.pages import found, public, read_page, read_postings
from catalogue.share_cards.subject import SITE

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
def film_export(request, format):
    found(format in TYPES)
    postings = read_postings(request, whole=True)
    asked = film_filter(request.GET, postings, request.popular)
    listing = Listing(asked, postings.all_films(), address("catalogue:film-list"))
    ids = list(listing.in_order[0 : listing.total])
    return _answer(request, format, listing.title, listing.address.page(1).url, ids, postings)


@public
def selection_export(request, slug, format):
    found(format in TYPES)
    page = read_page(request, "selection", slug, whole=True)
    language = get_language()
    title = page.document["title"]
    ids = [row["film_id"] for row in page.document["films"]]
    here = address("catalogue:selection-detail", slug)
    return _answer(request, format, title[language] or max(title.values()), here, ids, page.postings)


def _answer(request, format, title, path, ids, postings):
    """Answer with films in one of the formats; `ids` are in the order of the list."""
    origin = request.build_absolute_uri("/").rstrip("/")
    films = Films(
        title, origin + path, ids, postings.state.changed_at, Reader(get_language(), request.today, origin)
    )
    if format == "atom":
        feed = as_atom(replace(films, ids=newest(ids, postings)), request.build_absolute_uri(), SITE)
        return HttpResponse(feed, TYPES[format])
    if format == "ics":
        return _named(
            HttpResponse(as_calendar(replace(films, ids=changing(ids)), SITE), TYPES[format]), films, format
        )
    if request.method == "HEAD":
        return _named(HttpResponse(content_type=TYPES[format]), films, format)
    if format == "xlsx":
        return _named(FileResponse(as_xlsx(films), content_type=TYPES[format]), films, format)
    return _named(StreamingHttpResponse(STREAMED[format](films), TYPES[format]), films, format)


def _named(response, films, format):
    """The answer as a file that bears the title of the list."""
    name = NO_FILE_NAME.sub(" ", films.title)[:LONGEST_NAME].strip(" .") or "films"
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.{format}")
    return response
