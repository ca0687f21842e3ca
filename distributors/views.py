"""The list of distributors; each has its page among the companies."""

from pyroaring import BitMap

from catalogue.lists.names import PARAMETERS, Names
from catalogue.pages import public, read_postings, render
from catalogue.reference.roles import CompanyRole


@public(parameters=PARAMETERS)
def distributor_list(request):
    postings = read_postings(request)
    scope = BitMap(int(pk) for pk in postings.values("distributes"))
    names = Names(request.GET, postings, "company", request.path, scope, [CompanyRole.DISTRIBUTOR])
    return render(request, "distributors/distributor_list.html", {"names": names})
