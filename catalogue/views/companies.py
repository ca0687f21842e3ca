"""Companies: their list, and a page each."""

from catalogue.details.company import company_page
from catalogue.lists.names import PARAMETERS, Names
from catalogue.lists.query import parameters
from catalogue.pages import public, read_page, read_postings, render


@public(parameters=PARAMETERS)
def company_list(request):
    names = Names(request.GET, read_postings(request), "company", request.path)
    return render(request, "catalogue/company_list.html", {"names": names})


@public(parameters=parameters)
def company_detail(request, slug):
    return company_page(request, read_page(request, "company", slug))
