"""What other apps add to the documents and pages of films and companies; for what finds films see `fields`.

An app registers one object with any of the methods of `Contribution`; the catalogue asks all of them, and knows none.
"""

from datetime import date
from typing import NamedTuple


class Event(NamedTuple):
    """A day on which something of a film changes: `key` is always the same for it, `words` say it in a few words."""

    key: str
    day: date
    words: str


class Contribution:
    """A contribution that adds nothing: inherit, and override what there is to add."""

    def defaults(self, kind):
        """Return {key: what stands for it in a document of this kind that was built before the app was there}."""
        return {}

    def film_parts(self, film_ids):
        """Return {film id: {key: value to add to the film's document}}."""
        return {}

    def film_companies(self, film_ids):
        """Return the ids of the companies that what is added to these films' documents names."""
        return []

    def company_parts(self, company_ids):
        """Return {company id: {key: value to add to the company's document}}."""
        return {}

    def film_seen(self, user, document):
        """Return {key: value} of a film's document as it is saved that this account, or None, reads otherwise."""
        return {}

    def film_card(self, document):
        """Return what to add to a film's card, from its document."""
        return {}

    def film_card_of_the_day(self, card, today):
        """Return what a film's card says on a day, from the card as it is stored."""
        return {}

    def film_context(self, document, today):
        """Return what to add to the context of a film's page."""
        return {}

    def companies_to_ask(self, document):
        """Return the references of the companies whom one asks for a film, from its document."""
        return []

    def film_metadata(self, document, today, here):
        """Return {property of schema.org: what a film's page says of it}; `here` is where the page is."""
        return {}

    def company_metadata(self, document):
        """Return {property of schema.org: what a company's page says of it}."""
        return {}

    def film_events(self, document, today):
        """Yield the Events of a film that are still to come: what begins and what ends."""
        return ()


_contributions = []


def register(contribution):
    """Add a contribution. An app does so once, when it is ready."""
    _contributions.append(contribution)


def contributions():
    return tuple(_contributions)


def merged(method, *arguments):
    """Return the union of the dictionaries that the contributions' method answers."""
    result = {}
    for contribution in _contributions:
        result |= getattr(contribution, method)(*arguments)
    return result
