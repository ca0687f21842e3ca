"""The list of distributors; each has its page among the companies."""

from pyroaring import BitMap

from catalogue.lists.names import PARAMETERS, Names
from catalogue.pages import public, read_postings, render


@public(parameters=PARAMETERS)
def distributor_list(request):
    postings = read_postings(request)
    films = {}
    for value, posting in postings.values("company_role").items():
        _company, pk, role = value.split(":")
        if role == "distributor":
            films[int(pk)] = len(posting.ids)
    names = Names(request.GET, postings, "company", request.path, scope=BitMap(films), count=films.get)
    return render(request, "distributors/distributor_list.html", {"names": names})
