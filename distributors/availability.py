"""How a film can be seen, computed from its offers and the day: one sentence, and a line for each offer."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from babel.numbers import format_currency
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalogue.dates import fdate, locale

from .sentence import sentence, window_said
from .ways import DENIED, HELD, is_free, window

ORDERED = ("dvd", "bluray", "vod_purchase")  # supports that are bought
BOOKED = ("dcp", "35mm", "16mm")  # supports that are lent for a screening
STATES = ("current", "unstated", "coming", "unavailable", "ended")  # of an offer, in the order of their lines


@dataclass(frozen=True)
class Line:
    """One offer as a page shows it; `state` is that of `state_of`, `link` the words that lead to its address."""

    offer: dict
    state: str
    when: str
    price: str
    link: str


@dataclass(frozen=True)
class Availability:
    sentence: str
    is_available: bool
    lines: list


def state_of(offer, today):
    """Return where an offer stands on a day: "unavailable", "coming", "ended", "current" or "unstated".

    It is current where it is said to be available, or where somebody gave it days and this is one of them.
    """
    kind, first, after = window(offer)
    now = today.toordinal()
    if kind == DENIED:
        return "unavailable"
    if now < first:
        return "coming"
    if now >= after:
        return "ended"
    return "current" if kind == HELD else "unstated"


def availability(offers, today):
    """Return what a film's page says of how to see it, in the reader's language."""
    lines = [
        Line(offer, state_of(offer, today), _when(offer, today), _price(offer), _link(offer))
        for offer in offers
    ]
    lines.sort(key=lambda line: STATES.index(line.state))
    is_available = any(line.state == "current" for line in lines)
    return Availability(sentence(offers, today), is_available, lines)


def _when(offer, today):
    _kind, first, after = window(offer)
    said = {
        "coming": lambda: window_said(first, after),
        "ended": lambda: _("ended on %(day)s") % {"day": fdate(offer["last_day"])},
        "unavailable": lambda: _("unavailable at present"),
        "unstated": lambda: _("availability not stated"),
        "current": lambda: (
            _("until %(day)s") % {"day": fdate(offer["last_day"])} if offer["last_day"] else ""
        ),
    }
    return said[state_of(offer, today)]()


def _price(offer):
    if is_free(offer):
        return pgettext("price", "free")
    price = offer["price"]
    return format_currency(Decimal(price), offer["currency"], locale=locale()) if price else ""


def _link(offer):
    """Say what is done at the address of an offer, and at whose site: "Watch on vod.example"."""
    site = urlsplit(offer["address"]).netloc.removeprefix("www.")
    if not site:
        return ""
    if offer["support"] in ORDERED:
        return _("Order from %(site)s") % {"site": site}
    if offer["support"] in BOOKED or (offer["support"] == "file" and offer["use"] not in ("", "home")):
        return _("Book from %(site)s") % {"site": site}
    return _("Watch on %(site)s") % {"site": site}
