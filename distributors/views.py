"""The list of distributors; each has its page among the companies."""

from pyroaring import BitMap

from catalogue.lists.names import PARAMETERS, Names
from catalogue.pages import public, read_postings, render


@public(parameters=PARAMETERS)
def distributor_list(request):
    postings = read_postings(request)
    values = postings.values("distributes")
    names = Names(
        request.GET,
        postings,
        "company",
        request.path,
        scope=BitMap(int(pk) for pk in values),
        counts=lambda companies: {pk: len(values.ids(str(pk))) for pk in companies},
    )
    return render(request, "distributors/distributor_list.html", {"names": names})
