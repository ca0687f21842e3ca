"""What a page shows beside its own document: the texts about it, other films by the same directors. Read with it."""

from pyroaring import BitMap

from catalogue.reference.roles import DIRECTING

from .cards import cards, mixed_cards

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
