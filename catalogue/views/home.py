"""The home page: what is new, what is read, ways in."""

from django.utils import timezone
from django.utils.translation import get_language

from catalogue.addresses import address
from catalogue.lists.facets import Facets
from catalogue.lists.filters import film_filter
from catalogue.lists.query import Query
from catalogue.lists.selected import with_films
from catalogue.lists.years import years
from catalogue.pages import check_fresh, public, render
from catalogue.publication.cards import mixed_cards
from catalogue.publication.day import postings_of
from catalogue.publication.fields import UNKNOWN, facets
from catalogue.publication.state import state_and
from catalogue.readership import popularity
from catalogue.views.selections import open_today

NEWEST, POPULAR, SELECTIONS, WAYS = 12, 6, 3, 12
SELECTIONS_READ = 30  # of which those of the day are shown


@public
def home(request):
    state, read = state_and(popularity.COLUMN)
    check_fresh(request, state, read)
    popular = popularity.films(read)
    postings = postings_of(state, request.today)
    films = postings.all_films()
    cards = _cards(postings, films, popular)
    everything = Query(address("catalogue:film-list"), {})
    counted = Facets(film_filter({}, postings), films, everything, get_language())
    context = {
        "counts": _counts(postings, films),
        "today": timezone.localdate(),
        "newest": cards["newest"],
        "popular": cards["popular"],
        "selections": with_films(open_today(cards["selections"])[:SELECTIONS], postings),
        "ways": [(field.way_in, _way_in(counted, field)) for field in facets() if field.way_in],
        "years": years(counted),
    }
    return render(request, "catalogue/home.html", context)


def _way_in(counted, field):
    """The facet of a field with the first of its values; that some films have none leads nowhere."""
    facet = counted.facet(field.name, WAYS)
    facet.choices = [choice for choice in facet.choices if choice.value != UNKNOWN]
    return facet


def _cards(postings, films, popular):
    """{"newest", "popular", "selections": cards}; one query."""
    newest = postings.page(films, "newest", 0, NEWEST)
    popular = [pk for pk in popular if pk in films][:POPULAR]
    selections = postings.ids("selection.all", "selection")
    selections = postings.page(selections, "selection.newest", 0, SELECTIONS_READ)
    found = mixed_cards({"film": [*newest, *popular], "selection": selections})
    films = {card["id"]: card for card in found["film"]}
    return {
        "newest": [films[pk] for pk in newest if pk in films],
        "popular": [films[pk] for pk in popular if pk in films],
        "selections": found["selection"],
    }


def _counts(postings, films):
    """How much of each the catalogue holds: the first line of its colophon."""
    people, companies = (
        len(postings.any_of(field, postings.values(field))) for field in ("person.letter", "company.letter")
    )
    countries = len({*postings.values("country")} - {UNKNOWN})
    return {"films": len(films), "people": people, "companies": companies, "countries": countries}
