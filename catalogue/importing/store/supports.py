"""Who takes what pages say of a film's supports: an app beside the catalogue, which has no table for them itself."""

_receivers = []


def register(receive):
    """Add a function that is called as `store_supports` is. An app does so once, when it is ready."""
    _receivers.append(receive)


def store_supports(delivery, film, supports, holder=None, is_available=None):
    """Bring what a source page says of a film's supports, `Found` codes in its order, none to take them back.

    `holder` is the company that the page says to offer them, `is_available` a `Found` truth value: both None where
    the page does not say it.
    """
    for receive in _receivers:
        receive(delivery, film, supports, holder, is_available)
