"""Offers as documents hold them: what a test does not name is not stated."""

from datetime import date

TODAY = date(2026, 6, 15)
FRANCE = {"ref": "country:FR", "code": "FR", "name": {"fr": "France", "en": "France"}}
BELGIUM = {"ref": "country:BE", "code": "BE", "name": {"fr": "Belgique", "en": "Belgium"}}
QUEBEC = {"ref": "country:CA", "code": "CA", "name": {"fr": "Canada", "en": "Canada"}}


def offer(support="dvd", first=None, last=None, **values):
    """An offer that is said to be available, from its first day to its last."""
    return {
        "support": support,
        "use": "",
        "distributor": None,
        "version": "",
        "countries": [],
        "first_day": first,
        "last_day": last,
        "price": "",
        "currency": "EUR",
        "address": "",
        "availability": "available",
    } | values
