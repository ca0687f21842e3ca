"""People: their list, a page each, the texts about them."""

from catalogue.addresses import address
from catalogue.details.person import person_page
from catalogue.details.text import text_page
from catalogue.lists.names import PARAMETERS, Names
from catalogue.pages import found, public, read_page, read_postings, render
from catalogue.publication.surroundings import texts_about


@public(parameters=PARAMETERS)
def person_list(request):
    names = Names(request.GET, read_postings(request), "person", request.path)
    return render(request, "catalogue/person_list.html", {"names": names})


@public
def person_detail(request, slug):
    return person_page(request, read_page(request, "person", slug))


@public
def person_text(request, slug, text_slug):
    person = read_page(request, "person", slug)
    text = found(
        texts_about(person, "person", slug=text_slug), "text", f"person-{person.object_id}/{text_slug}"
    )[0]
    return text_page(
        request, text, person.document, address("catalogue:person-detail", person.document["slug"])
    )
