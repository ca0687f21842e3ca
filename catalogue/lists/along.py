"""A film in the list that its reader came from: its place there, the films before and after it, the way back."""

from dataclasses import dataclass

from django.http import QueryDict

from catalogue.addresses import address
from catalogue.models import Page
from catalogue.publication.surroundings import films_of_company

from .films import Listing
from .filters import film_filter
from .sections import SECTIONS, same_elsewhere, section_asked


@dataclass(frozen=True)
class Along:
    """The place of a film in a list, 1 for the first. `previous` and `next` are ids, None at the ends."""

    place: int
    total: int
    previous: int | None
    next: int | None
    back_url: str  # the page of the list that shows the film's card, at this card
    code: str

    @property
    def ids(self):
        return [pk for pk in (self.previous, self.next) if pk is not None]


def along(query, page):
    """Return the place of a film's page in the list of a Query whose path begins behind the language.

    None where the film is not in that list, or the list is no more. It costs what the list's filters do, and of a
    company's list two queries.
    """
    listing = _listing(query, page)
    place = listing.in_order.place(page.object_id) if listing and page.object_id in listing.films else None
    if place is None:
        return None
    before = listing.in_order[place - 1 : place] if place else []
    after = listing.in_order[place + 1 : place + 2]
    back = listing.address.page(place // listing.page_size + 1).url
    return Along(
        place + 1,
        listing.total,
        before[0] if before else None,
        after[0] if after else None,
        f"{back}#film-{page.object_id}",
        listing.code,
    )


def _listing(query, page):
    values = QueryDict(query.url.partition("?")[2])
    if query.path == "films/":
        asked = film_filter(values, page.postings, page.popular)
        return Listing(asked, page.postings.all_films(), address("catalogue:film-list"))
    slug = query.path.split("/")[1]
    company = Page.objects.current().filter(kind="company", slug=slug).values_list("object_id", flat=True)
    if not (company := company.first()):
        return None
    films = films_of_company(company, SECTIONS)
    section = section_asked(films, values.get("as"))
    asked, path = film_filter(values, page.postings), address("catalogue:company-detail", slug)
    return Listing(asked, films[section], path, [section], same_elsewhere(section, slug))
