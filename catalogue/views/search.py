"""The search: its page, and what is suggested while somebody types."""

from django.http import JsonResponse

from catalogue.lists.front import counts, newest
from catalogue.lists.search import PARAMETERS, Search, suggested
from catalogue.lists.selected import with_films
from catalogue.pages import check_fresh, public, read_postings, render
from catalogue.publication.state import state

FEWEST = 2  # letters that are worth a suggestion


@public(parameters=PARAMETERS)
def search_page(request):
    postings = read_postings(request)
    search = Search(request.GET, postings, request.popular, request.path)
    for section in search.sections:
        if section.kind == "selection":
            section.cards[:] = with_films(section.cards, postings)
    context = {"search": search, "address": search.address, "names": search.pages and search}
    if not search.total:
        context |= {"counted": counts(postings), "newest": newest(postings)}
    return render(request, "catalogue/search.html", context)


@public(parameters=("q",))
def suggestions(request):
    phrase, cards = _suggested(request)
    return render(request, "catalogue/suggestions.html", {"phrase": phrase, "cards": cards})


@public(parameters=("q",))
def suggestions_json(request):
    """The same for a browser's own box: [what is typed, what may be meant], as OpenSearch has it."""
    _phrase, cards = _suggested(request)
    names = [card.get("title") or card["name"] for found in cards.values() for card in found]
    answer = [request.GET.get("q", ""), list(dict.fromkeys(names))]
    return JsonResponse(answer, safe=False, content_type="application/x-suggestions+json; charset=utf-8")


@public
def opensearch(request):
    """How a browser searches this site by itself."""
    check_fresh(request, state(), shows_lists=False)
    response = render(request, "catalogue/opensearch.xml", {})
    response["Content-Type"] = "application/opensearchdescription+xml; charset=utf-8"
    return response


def _suggested(request):
    """(The phrase that is typed, {kind: cards} of what may be meant)."""
    postings = read_postings(request)
    phrase = " ".join(request.GET.get("q", "").split())
    return phrase, suggested(phrase, postings, request.popular) if len(phrase) >= FEWEST else {}
