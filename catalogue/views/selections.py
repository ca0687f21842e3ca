"""Selections of films, signed by their curators."""

from django.utils import timezone

from catalogue.listing import cards
from catalogue.pages import public, read_page, read_state, render


@public
def selection_list(request):
    postings = read_state(request)
    ids = postings.ids("selection.all", "selection")
    found = cards("selection", postings.page(ids, "selection.newest", 0, len(ids)))
    today = timezone.localdate().isoformat()
    shown = [card for card in found if _is_open(card, today)]
    return render(request, "catalogue/selection_list.html", {"selections": shown})


@public
def selection_detail(request, slug):
    page = read_page(request, "selection", slug)
    notes = {row["film_id"]: row["note"] for row in page.document["films"]}
    films = [(card, notes[card["id"]]) for card in cards("film", list(notes))]
    return render(request, "catalogue/selection_detail.html", {"selection": page.document, "films": films})


def _is_open(card, today):
    """Whether a selection is listed on this day; its own address always answers."""
    return (card["first_day"] or today) <= today <= (card["last_day"] or today)
