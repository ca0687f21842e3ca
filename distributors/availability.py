"""How a film can be seen, computed from its offers and the day, and said in one true sentence."""

from dataclasses import dataclass
from datetime import date, timedelta

from babel.lists import format_list
from babel.numbers import format_currency
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from catalogue.dates import fdate, locale
from catalogue.publication.labels import label

OPEN = ("current", "unstated")  # the states of an offer that is not known to be closed


@dataclass(frozen=True)
class Line:
    """One offer as a page shows it; `state` is that of `state_of`."""

    offer: dict
    state: str
    when: str
    price: str


@dataclass(frozen=True)
class Availability:
    sentence: str
    is_available: bool
    lines: list


def state_of(offer, today):
    """Return where an offer stands on a day: "unavailable", "coming", "ended", "current" or "unstated".

    It is current where it is said to be available, or where somebody gave it days and this is one of them.
    """
    stated = _stated(offer)
    if stated == "unavailable":
        return "unavailable"
    if offer["first_day"] and today < date.fromisoformat(offer["first_day"]):
        return "coming"
    if offer["last_day"] and today > date.fromisoformat(offer["last_day"]):
        return "ended"
    is_said = stated == "available" or offer["first_day"] or offer["last_day"]
    return "current" if is_said else "unstated"


def _stated(offer):
    """Documents of before it was recorded say no more than what is unavailable."""
    return offer.get("availability", "unavailable" if offer.get("suspended") else "")


def is_support(offer, today):
    """Return whether a film counts as one that exists on an offer's support: unless it is known not to be had."""
    return state_of(offer, today) in OPEN


def availability(offers, today):
    """Return what a film's page says of how to see it, in the reader's language."""
    lines = [Line(offer, state_of(offer, today), _when(offer, today), _price(offer)) for offer in offers]
    current = [line.offer for line in lines if line.state == "current"]
    return Availability(_sentence(lines, today), bool(current), lines)


def _sentence(lines, today):
    by_state = {
        state: [line.offer for line in lines if line.state == state]
        for state in ("current", "unstated", "coming", "unavailable", "ended")
    }
    if current := by_state["current"]:
        sentence = _("Available on %(ways)s.") % {
            "ways": _said(_supports(current), _where(current), _until(current))
        }
    elif unstated := by_state["unstated"]:  # before what denies: it may be available
        sentence = _("Exists on %(ways)s; availability not stated.") % {
            "ways": _said(_supports(unstated), _where(unstated))
        }
    elif coming := by_state["coming"]:
        first = min(offer["first_day"] for offer in coming)
        begins = [offer for offer in coming if offer["first_day"] == first]
        sentence = _("Not available yet: on %(ways)s from %(day)s.") % {
            "ways": _said(_supports(begins), _where(begins)),
            "day": fdate(first),
        }
    elif unavailable := by_state["unavailable"]:
        sentence = _("Currently unavailable (%(supports)s).") % {"supports": _supports(unavailable)}
    elif ended := by_state["ended"]:
        last = max(offer["last_day"] for offer in ended)
        gone = date.fromisoformat(last) + timedelta(days=1)
        sentence = _("Not available since %(day)s.") % {"day": fdate(gone)}
    else:
        sentence = _("No way to see this film is known at present.")
    return sentence


def _supports(offers):
    """Name them as a sentence does: "DVD, VOD and other formats"."""
    labels = {offer["support"]: label("support", offer["support"]) for offer in offers}
    if "file" in labels:
        labels["file"] = pgettext("available on", "digital file")
    if labels.pop("multi", None):
        labels["multi"] = (
            pgettext("available on", "other formats")
            if labels
            else pgettext("available on", "several formats")
        )
    return format_list(list(labels.values()), locale=locale())


def _said(*parts):
    return " ".join(filter(None, parts))


def _where(offers):
    """Countries are named only when every offer is limited to the same ones; otherwise the lines tell."""
    places = {tuple(country["name"][get_language()] for country in offer["countries"]) for offer in offers}
    if places == {()} or len(places) > 1:
        return ""
    return f"({format_list(list(places.pop()), locale=locale())})"


def _until(offers):
    """The last day is said only when it is the same for all that is offered."""
    days = {offer["last_day"] for offer in offers}
    return "" if None in days or len(days) > 1 else _("until %(day)s") % {"day": fdate(days.pop())}


def _when(offer, today):
    state = state_of(offer, today)
    if state == "coming":
        return _("from %(day)s") % {"day": fdate(offer["first_day"])}
    if state == "ended":
        return _("ended on %(day)s") % {"day": fdate(offer["last_day"])}
    if state == "unavailable":
        return _("unavailable at present")
    if state == "unstated":
        return _("availability not stated")
    return _("until %(day)s") % {"day": fdate(offer["last_day"])} if offer["last_day"] else ""


def _price(offer):
    return format_currency(offer["price"], offer["currency"], locale=locale()) if offer["price"] else ""
