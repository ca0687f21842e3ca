"""What a page shows beside its own document: texts about it, films by its directors, companies before and after."""

from pyroaring import BitMap

from catalogue.reference.roles import DIRECTING

from .cards import cards, mixed_cards
from .documents.parts import NOTHING

SAME_DIRECTOR = 6  # films


def film_surroundings(page):
    """Return {"texts", "same_director"}: the cards that a film's page shows, in order. One query."""
    credits = [credit for credit in page.document["credits"] if credit["role"] in DIRECTING]
    directors = [person["ref"] for credit in credits for person in credit["people"]]
    others = films_directed_by(page.postings, directors) - BitMap([page.object_id])
    texts = page.postings.ids("text.subject", f"film:{page.object_id}")
    films = page.postings.page(others, "-year", 0, SAME_DIRECTOR)
    found = mixed_cards({"film": films, "text": list(texts)})
    return {"texts": sorted(found["text"], key=_reading_order), "same_director": found["film"]}


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


def texts_about(page, subject, /, **wanted):
    """Return the texts about a "film" or "person" whose `kind` or `slug` is the wanted one, in order. One query."""
    texts = cards("text", list(page.postings.ids("text.subject", f"{subject}:{page.object_id}")))
    found = [text for text in texts if all(text[key] == value for key, value in wanted.items())]
    return sorted(found, key=_reading_order)


def _reading_order(text):
    return (text["position"], text["id"])
