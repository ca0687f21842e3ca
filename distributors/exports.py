"""What distribution adds to tables and calendars of films: who distributes them, on what, from when and until when."""

from datetime import date

from catalogue.exports.columns import Columns, people_named, register
from catalogue.publication.contributions import Event
from catalogue.publication.credits import companies
from catalogue.publication.labels import label_in
from catalogue.reference.roles import CompanyRole

from .sentence import way_said
from .ways import ALWAYS, DENIED, HELD, NEVER, UNSTATED, ways, window


def connect():
    """Register the columns. The app does so once, when it is ready."""
    register(COLUMNS)


def events(offers, today):
    """Yield the Events of a film's offers: each day on which a way to see it begins, and each that is the last of one.

    They are true as they stand: of offers that follow each other no end is told, nor is what another offer implies.
    """
    found = ways(offers, today)
    for way in (*found.current, *found.coming):
        key = (way.supports, way.uses, way.versions, way.countries, way.is_free)
        for first, after in way.days:
            if first != ALWAYS:
                words = way_said(way._replace(days=((first, after),)), offers)
                yield Event(f"begins {key}", date.fromordinal(first), words)
            if after != NEVER:
                words = way_said(way._replace(days=((ALWAYS, after),)), offers)
                yield Event(f"ends {key}", date.fromordinal(after - 1), words)


def _distributed(film, reader):
    """Who distributes a film, the supports it can be had on, and others of which nobody stated whether it can."""
    now, supports = reader.today.toordinal(), {HELD: {}, UNSTATED: {}, DENIED: {}}
    for offer in film["offers"]:
        said, first, after = window(offer)
        if first <= now < after:
            supports[said][offer["support"]] = label_in(reader.language, "support", offer["support"])
    held, unstated = supports[HELD], supports[UNSTATED]
    offering = [offer["distributor"] for offer in film["offers"] if offer["distributor"]]
    return (
        people_named([*companies(film, [CompanyRole.DISTRIBUTOR]), *offering]),
        [*held.values()],
        [name for code, name in unstated.items() if code not in held],
    )


COLUMNS = Columns(("distributors", "available_on", "exists_on"), _distributed)
