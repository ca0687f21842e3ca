"""The address of a share card; it changes with all that the card shows."""

from catalogue.addresses import address

from .subject import subject_of


def share_card_url(kind, card=None, directors=None):
    """Return the address for a page's card or document; of a film's document beside its directors."""
    return path_of(subject_of(kind, card, directors))


def path_of(subject):
    return address("share-card", subject.kind, subject.id, subject.digest)
