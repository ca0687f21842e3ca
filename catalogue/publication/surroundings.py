"""What a page shows beside its own document: texts about it, films by its directors, companies before and after."""

from pyroaring import BitMap

from catalogue.reference.roles import DIRECTING, Role

from .cards import cards, mixed_cards
from .credits import directors
from .documents.parts import NOTHING

SAME_DIRECTOR = 6  # films


def film_surroundings(page):
    """Return {"directors", "texts", "same_director"}: references and cards that a film's page shows. One query."""
    those = directors(page.document)
    others = films_directed_by(page.postings, [person["ref"] for person in those]) - BitMap([page.object_id])
    texts = page.postings.ids("text.subject", f"film:{page.object_id}")
    films = page.postings.page(others, "-year", 0, SAME_DIRECTOR)
    found = mixed_cards({"film": films, "text": list(texts)})
    return {
        "directors": those,
        "texts": sorted(found["text"], key=_reading_order),
        "same_director": found["film"],
    }


def company_surroundings(page):
    """Return {"predecessor": reference with what its page says or None, "successors": cards from A to Z}.

    One query where there is one of them. A company follows another when its own published page says so.
    """
    before, after = (
        page.document["predecessor"],
        page.postings.ids("company.predecessor", f"company:{page.object_id}"),
    )
    predecessor = [int(before["ref"].partition(":")[2])] if before else []
    found = cards("company", [*predecessor, *page.postings.page(after, "company.name", 0, len(after))])
    if before:
        published = {f"company:{card['id']}": card for card in found}.get(before["ref"], {})
        before = {"full_name": "", "acronym_meaning": NOTHING} | before | published
    return {"predecessor": before, "successors": [card for card in found if card["id"] in after]}


def films_directed_by(postings, people):
    """Every film that one of these people, given as references, directed alone or with others."""
    return postings.any_of("person_role", [f"{person}:{role}" for person in people for role in DIRECTING])


def person_surroundings(page):
    """Return ({kind: cards} of all that a person's page shows, {role: films}). Films: the latest first. One query."""
    postings, person = page.postings, f"person:{page.object_id}"
    films_by_role = {role: postings.ids("person_role", f"{person}:{role}") for role in Role.values}
    texts = postings.ids("text.author", person) | postings.ids("text.subject", person)
    subjects = _subjects_of(postings, texts)
    films = BitMap.union(BitMap(), *films_by_role.values())
    ordered = [*postings.page(films, "-year", 0, len(films)), *(subjects["film"] - films)]
    shown = mixed_cards({"film": ordered, "person": subjects["person"], "text": sorted(texts)})
    return shown, films_by_role


def _subjects_of(postings, texts):
    """The films and people that these texts are about, as {"film": ids, "person": ids}."""
    subjects = {"film": BitMap(), "person": BitMap()}
    for subject, value in postings.values("text.subject").items():
        kind, _colon, pk = subject.partition(":")
        if value.ids.intersect(texts):
            subjects[kind].add(int(pk))
    return subjects


def texts_about(page, subject, /, **wanted):
    """Return the texts about a "film" or "person" whose `kind` or `slug` is the wanted one, in order. One query."""
    texts = cards("text", list(page.postings.ids("text.subject", f"{subject}:{page.object_id}")))
    found = [text for text in texts if all(text[key] == value for key, value in wanted.items())]
    return sorted(found, key=_reading_order)


def _reading_order(text):
    return (text["position"], text["id"])
