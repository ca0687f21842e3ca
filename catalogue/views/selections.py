"""Selections of films, signed by their curators."""

from django.utils import timezone

from catalogue.pages import public, read_page, read_postings, render
from catalogue.publication.cards import cards


@public
def selection_list(request):
    postings = read_postings(request)
    ids = postings.ids("selection.all", "selection")
    found = cards("selection", postings.page(ids, "selection.newest", 0, len(ids)))
    return render(request, "catalogue/selection_list.html", {"selections": open_today(found)})


@public
def selection_detail(request, slug):
    page = read_page(request, "selection", slug)
    notes = {row["film_id"]: row["note"] for row in page.document["films"]}
    films = [(card, notes[card["id"]]) for card in cards("film", list(notes))]
    return render(request, "catalogue/selection_detail.html", {"selection": page.document, "films": films})


def open_today(selections):
    """The selections that are listed on this day; their own addresses always answer."""
    today = timezone.localdate().isoformat()
    return [
        card for card in selections if (card["first_day"] or today) <= today <= (card["last_day"] or today)
    ]
