"""What a film's offers amount to on a day: the ways to see it, each with the days that are left of it.

Offers that differ in nothing but their days are one way, on all of their days. A way that another one implies is left
out: who may show a film everywhere may show it in France, and what is not stated of one adds nothing to what is stated
of another. Ways that differ in one thing alone are told together.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

ALWAYS, NEVER = (
    0,
    date.max.toordinal() + 1,
)  # days are ordinals: a window goes from one up to, not with, another
EVERYWHERE = "everywhere"
ALONE = ((), ("",), (EVERYWHERE,))  # what is not narrowed is told by itself
HELD, UNSTATED, DENIED = "held", "unstated", "denied"  # what an offer says of its window


class Way(NamedTuple):
    """A film on some supports, each for each of the uses, in each of the versions and countries, on some days.

    `countries` are codes, EVERYWHERE, or none where it is not stated. "" is any version, and a use that is not stated.
    `days` are windows, the first one open where it has begun.
    """

    supports: tuple
    uses: tuple
    versions: tuple
    countries: tuple
    is_free: bool
    days: tuple

    @property
    def is_current(self):
        return self.days[0][0] == ALWAYS


@dataclass(frozen=True)
class Ways:
    """Those of a day. `gone` is the day since which what has ended is no more, None where nothing has."""

    current: list
    coming: list
    unstated: list
    denied: list
    gone: date | None


def window(offer):
    """Return what an offer says, and of which days: (HELD, UNSTATED or DENIED, first day, the day after the last).

    It is held where it is said to be available, or where somebody gave it days.
    """
    first = date.fromisoformat(offer["first_day"]).toordinal() if offer["first_day"] else ALWAYS
    after = date.fromisoformat(offer["last_day"]).toordinal() + 1 if offer["last_day"] else NEVER
    said = stated(offer)
    if said == "unavailable":
        return DENIED, first, after
    return (HELD if said or (first, after) != (ALWAYS, NEVER) else UNSTATED), first, after


def last_days(windows, today):
    """Return [(support, its last day)] of those that can be had today and not for ever, the soonest first.

    `windows` are (support, what is said, first day, the day after the last). Days are told as ISO writes them.
    """
    held = defaultdict(list)
    for support, said, first, after in windows:
        if said == HELD:
            held[support].append((first, after))
    now = today.toordinal()
    ends = [
        (after, support)
        for support, days in held.items()
        for first, after in joined(days)
        if first <= now < after < NEVER
    ]
    return [(support, date.fromordinal(after - 1).isoformat()) for after, support in sorted(ends)]


def stated(offer):
    """Documents of before it was recorded say no more than what is unavailable."""
    return offer.get("availability", "unavailable" if offer.get("suspended") else "")


def is_free(offer):
    return offer["price"] != "" and not Decimal(offer["price"])


def ways(offers, today):
    """Return the Ways of a film on a day."""
    now, by_kind, ends = today.toordinal(), {HELD: [], UNSTATED: [], DENIED: []}, []
    for offer in offers:
        kind, first, after = window(offer)
        if kind != HELD:
            by_kind[kind].append((offer, (ALWAYS, NEVER)))
        elif after <= now:
            ends.append(after)
        else:
            by_kind[HELD].append((offer, (first if first > now else ALWAYS, after)))
    held, unstated, denied = (_apart(offers) for offers in by_kind.values())
    current = [way for way in held if way.is_current]
    unstated = [way for way in unstated if not any(_implies(other, way) for other in current)]
    return Ways(
        _together(current),
        _together([way for way in held if not way.is_current]),
        _together(unstated),
        _together(denied),
        date.fromordinal(max(ends)) if ends else None,
    )


def _apart(offers):
    """Return the ways of (offer, window), each of one support, use and version, but for those that others imply."""
    by_place = defaultdict(list)
    for offer, days in offers:
        by_place[offer["support"], offer["use"]].append((offer, days))
    found = [way for place, those in by_place.items() for way in _of_a_place(*place, those)]
    return [
        way
        for way in found
        if (way.countries and way.uses != ("",))
        or not any(
            other is not way and _implies(other, way) and joined(other.days + way.days) == other.days
            for other in found
        )
    ]


def _of_a_place(support, use, offers):
    """The ways of a support and use. What is offered everywhere or in any version counts for each of them too."""
    versions = dict.fromkeys(["", *(offer["version"] or "" for offer, _days in offers)])
    found = {}
    for version in versions:
        for countries in [(), (EVERYWHERE,), *_told_apart(offers)]:
            those = [
                (offer, days)
                for offer, days in offers
                if offer["version"] in ("", None, version) and _covers(offer, countries)
            ]
            for free in (False, True):
                days = joined([days for offer, days in those if is_free(offer) or not free])
                if days:
                    found[version, countries, free] = days
    for (version, countries, free), days in found.items():
        more = [("", countries, free), (version, (EVERYWHERE,), free), (version, countries, True)]
        if not any(found.get(key) == days for key in more if key != (version, countries, free)):
            yield Way((support,), (use,), (version,), countries, free, days)


def _told_apart(offers):
    """Return the countries that offers name, those together that the same offers name."""
    naming = defaultdict(list)
    for number, (offer, _days) in enumerate(offers):
        for country in offer["countries"]:
            naming[country["code"]].append(number)
    together = defaultdict(list)
    for code, numbers in naming.items():
        together[tuple(numbers)].append(code)
    return [tuple(codes) for codes in together.values()]


def _covers(offer, countries):
    """Whether an offer holds in countries that are told together; of none, whether it does not say where."""
    if offer.get("everywhere"):
        return countries != ()
    if not countries:
        return not offer["countries"]
    return any(country["code"] == countries[0] for country in offer["countries"])


def joined(windows):
    """Return windows in order, those as one that overlap or follow each other without a day between."""

    def add(before, window):
        if before and window[0] <= before[-1][1]:
            return (*before[:-1], (before[-1][0], max(before[-1][1], window[1])))
        return (*before, window)

    return reduce(add, sorted(windows), ())


def _implies(other, way):
    """Whether who may see it the other way may see it this way too, days apart."""
    return (
        other.supports == way.supports
        and way.uses in (other.uses, ("",))
        and other.versions in (way.versions, ("",))
        and (other.countries == (EVERYWHERE,) or {*way.countries} <= {*other.countries})
        and way.is_free <= other.is_free
    )


def _together(found):
    """Return the ways with those as one that differ in their countries alone, then versions, supports, uses."""
    for name in ("countries", "versions", "supports", "uses"):
        if len(found) < 2:
            break
        merged = {}
        for way in found:
            values = getattr(way, name)
            key = way._replace(**{name: values if values in ALONE else None})
            if key in merged:
                values = tuple(dict.fromkeys((*getattr(merged[key], name), *values)))
            merged[key] = way._replace(**{name: values})
        found = list(merged.values())
    return found
