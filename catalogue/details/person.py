"""The page of a person."""

from catalogue.addresses import address
from catalogue.lists.query import Query
from catalogue.pages import draft_of, render
from catalogue.publication.labels import label
from catalogue.publication.surroundings import person_surroundings


def person_page(request, page):
    shown, films_by_role = person_surroundings(page)
    if draft := draft_of(request):
        others = [text for text in shown["text"] if text["person_id"] != page.object_id]
        shown["text"] = sorted([*others, *draft.texts], key=lambda text: text["id"])
    films = Query(address("catalogue:film-list"), {"person": [page.document["slug"]]})
    context = {
        "person": page.document,
        "films_url": films.url if len(shown["film"]) > 1 else None,
        "filmography": _filmography(shown["film"], films_by_role),
        "texts": _texts(shown, page.object_id, draft),
    }
    return render(request, "catalogue/person_detail.html", context)


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


def _texts(shown, pk, draft):
    """The texts written by or about a person, each with its address and what it is about, where that has a page."""
    films, people = ({card["id"]: card for card in shown[kind]} for kind in ("film", "person"))
    texts = []
    for text in shown["text"]:
        if film := films.get(text["film_id"]):
            url = address("catalogue:film-text", film["slug"], text["slug"])
            about = {"about": film["title"], "about_language": film["title_language"]}
            texts.append(text | {"url": url} | about)
        elif person := people.get(text["person_id"]):
            own = draft and person["id"] == pk
            url = (
                draft.text_url(text)
                if own
                else address("catalogue:person-text", person["slug"], text["slug"])
            )
            texts.append(text | {"url": url, "about": person["name"], "about_language": ""})
    return texts
