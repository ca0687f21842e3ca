"""People: their list, a page each, the texts about them."""

from catalogue.addresses import address
from catalogue.lists.names import PARAMETERS, Names
from catalogue.lists.query import Query
from catalogue.pages import found, public, read_page, read_postings, render
from catalogue.publication.labels import label
from catalogue.publication.surroundings import person_surroundings, texts_about


@public(parameters=PARAMETERS)
def person_list(request):
    names = Names(request.GET, read_postings(request), "person", request.path)
    return render(request, "catalogue/person_list.html", {"names": names})


@public
def person_detail(request, slug):
    page = read_page(request, "person", slug)
    shown, films_by_role = person_surroundings(page)
    context = {
        "person": page.document,
        "films_url": Query(address("catalogue:film-list"), {"person": [slug]}).url
        if len(shown["film"]) > 1
        else None,
        "filmography": _filmography(shown["film"], films_by_role),
        "texts": _texts(shown),
    }
    return render(request, "catalogue/person_detail.html", context)


@public
def person_text(request, slug, text_slug):
    person = read_page(request, "person", slug)
    text = found(
        texts_about(person, "person", slug=text_slug), "text", f"person-{person.object_id}/{text_slug}"
    )[0]
    return render(request, "catalogue/text_detail.html", {"text": text, "subject": person.document})


def _filmography(cards, by_role):
    """[(role, its name, cards, whether all of them are in sections before)], latest film first.

    Roles are in the order of the controlled list.
    """
    sections, seen = [], set()
    for role, films in by_role.items():
        if found := [card for card in cards if card["id"] in films]:
            ids = {card["id"] for card in found}
            sections.append((role, label("role", role), found, ids <= seen))
            seen |= ids
    return sections


def _texts(shown):
    """The texts written by or about a person, each with its address and what it is about, where that has a page."""
    films, people = ({card["id"]: card for card in shown[kind]} for kind in ("film", "person"))
    texts = []
    for text in shown["text"]:
        if film := films.get(text["film_id"]):
            url = address("catalogue:film-text", film["slug"], text["slug"])
            about = {"about": film["title"], "about_language": film["title_language"]}
            texts.append(text | {"url": url} | about)
        elif person := people.get(text["person_id"]):
            url = address("catalogue:person-text", person["slug"], text["slug"])
            texts.append(text | {"url": url, "about": person["name"], "about_language": ""})
    return texts
