"""What a page shows beside its own document: texts about it, the films of a person, companies before and after."""

from pyroaring import BitMap

from catalogue.reference.roles import Role

from .cards import cards, mixed_cards
from .credits import directors
from .documents.parts import NOTHING
from .index.reading import read_ids


def film_surroundings(page, keys=(), films=lambda found: ()):
    """Return {"directors", "texts", "films"}: references and cards that a film's page shows.

    "films" are {id: card} of what `films` returns of {key: ids} of the `keys`: postings that are read beside its own.
    Two queries.
    """
    about = ("text.subject", f"film:{page.object_id}")
    found = read_ids([about, *keys])
    shown = mixed_cards({"film": list(films(found)), "text": list(found[about])})
    return {
        "directors": directors(page.document),
        "texts": sorted(shown["text"], key=reading_order),
        "films": {card["id"]: card for card in shown["film"]},
    }


def company_surroundings(page, sections):
    """Return what a company's page shows beside its document, and {section: films} of {section: roles}.

    The former is {"predecessor": reference with what its page says or None, "successors": cards from A to Z}. One
    query, and another where there is one of them.
    """
    follows = ("company.predecessor", f"company:{page.object_id}")
    found = read_ids([follows, *_company_keys(page.object_id, *sections.values())])
    before, after = page.document["predecessor"], found[follows]
    predecessor = [int(before["ref"].partition(":")[2])] if before else []
    those = cards("company", [*predecessor, *page.postings.page(after, "company.name", 0, len(after))])
    if before:
        published = {f"company:{card['id']}": card for card in those}.get(before["ref"], {})
        before = {"full_name": "", "acronym_meaning": NOTHING} | before | published
    around = {"predecessor": before, "successors": [card for card in those if card["id"] in after]}
    return around, _films_of(found, page.object_id, sections)


def films_of_company(pk, sections):
    """Return {section: films} of a company, for {section: roles}. One query."""
    return _films_of(read_ids(_company_keys(pk, *sections.values())), pk, sections)


def films_by_role(kind, ids, roles):
    """Return {id: {role: films}} of people or companies, of those of the roles that they have; one query.

    That a person signs texts is the role "text", of which the texts are told.
    """
    name = {"person": "person_role", "company": "company_role"}[kind]
    keys = {pk: {role: (name, f"{kind}:{pk}:{role}") for role in roles} for pk in ids}
    if kind == "person":
        keys = {pk: by_role | {"text": ("text.author", f"person:{pk}")} for pk, by_role in keys.items()}
    found = read_ids([key for by_role in keys.values() for key in by_role.values()])
    return {
        pk: {role: found[key] for role, key in of_one.items() if found[key]} for pk, of_one in keys.items()
    }


def _company_keys(pk, *sections):
    return [("company_role", f"company:{pk}:{role}") for roles in sections for role in roles]


def _films_of(found, pk, sections):
    return {
        name: BitMap.union(BitMap(), *(found[key] for key in _company_keys(pk, roles)))
        for name, roles in sections.items()
    }


def person_surroundings(page):
    """Return ({kind: cards} of all that a person's page shows, {role: films}). Films: the latest first.

    Two queries, and another where the person wrote about films that are not theirs or about people.
    """
    person = f"person:{page.object_id}"
    by_role = {role: ("person_role", f"{person}:{role}") for role in Role.values}
    texts = [("text.author", person), ("text.subject", person)]
    found = read_ids([*by_role.values(), *texts])
    films_by_role = {role: found[key] for role, key in by_role.items()}
    films = BitMap.union(BitMap(), *films_by_role.values())
    ordered = page.postings.page(films, "-year", 0, len(films))
    texts = BitMap.union(*(found[key] for key in texts))
    shown = {"person": [page.card]} | mixed_cards({"film": ordered, "text": sorted(texts)})
    others = {kind: _unseen(kind, shown) for kind in ("film", "person")}
    if any(others.values()):
        more = mixed_cards({kind: sorted(ids) for kind, ids in others.items()})
        shown |= {kind: shown[kind] + more[kind] for kind in more}
    return shown, films_by_role


def _unseen(kind, shown):
    """The ids of what the texts are about and that is not shown."""
    about = {text[f"{kind}_id"] for text in shown["text"] if text[f"{kind}_id"]}
    return about - {card["id"] for card in shown[kind]}


def texts_about(page, subject, /, **wanted):
    """Return the texts about a "film" or "person" whose `kind` or `slug` is the wanted one, in order.

    One query, and another where there are texts.
    """
    about = ("text.subject", f"{subject}:{page.object_id}")
    texts = cards("text", list(read_ids([about])[about]))
    found = [text for text in texts if all(text[key] == value for key, value in wanted.items())]
    return sorted(found, key=reading_order)


def reading_order(text):
    return (text["position"], text["id"])
