"""The search: its page, and what is suggested while somebody types."""

from catalogue.lists.search import PARAMETERS, Search, suggested
from catalogue.lists.selected import with_films
from catalogue.pages import public, read_postings, render

FEWEST = 2  # letters that are worth a suggestion


@public(parameters=PARAMETERS)
def search_page(request):
    postings = read_postings(request)
    search = Search(request.GET, postings, request.popular, request.path)
    for section in search.sections:
        if section.kind == "selection":
            section.cards[:] = with_films(section.cards, postings)
    context = {"search": search, "address": search.address, "names": search.pages and search}
    return render(request, "catalogue/search.html", context)


@public(parameters=("q",))
def suggestions(request):
    postings = read_postings(request)
    phrase = " ".join(request.GET.get("q", "").split())
    cards = suggested(phrase, postings, request.popular) if len(phrase) >= FEWEST else {}
    return render(request, "catalogue/suggestions.html", {"phrase": phrase, "cards": cards})
