"""The front page."""

from catalogue.lists.front import Front
from catalogue.pages import check_fresh, public, render
from catalogue.publication import highlights
from catalogue.publication.day import postings_of
from catalogue.publication.state import state_and
from catalogue.readership import popularity


@public
def home(request):
    state, popular, scheduled = state_and(popularity.COLUMN, highlights.COLUMN)
    check_fresh(request, state, popular, scheduled, shows_all=True)
    postings, today = postings_of(state, request.today), request.today
    front = Front(postings, today, highlights.highlights_on(today, scheduled), popularity.films(popular))
    return render(request, "catalogue/home.html", {"front": front, "draft": None})
