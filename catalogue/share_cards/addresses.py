"""The address of a share card; it changes with all that the card shows."""

from catalogue.addresses import address

from .subject import subject_of


def share_card_url(kind, card=None, beside=None):
    """Return the address for a page's card or document; `beside` is as in `subject_of`."""
    return path_of(subject_of(kind, card, beside))


def path_of(subject):
    return address("share-card", subject.kind, subject.id, subject.digest)
