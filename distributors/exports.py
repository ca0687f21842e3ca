"""What distribution adds to tables and calendars of films: who distributes them, on what, from when and until when."""

from datetime import date

from catalogue.exports.columns import Column, labels, people_named, register
from catalogue.publication.contributions import Event
from catalogue.publication.credits import companies
from catalogue.reference.roles import CompanyRole

from .sentence import way_said
from .ways import ALWAYS, HELD, NEVER, UNSTATED, ways, window


def connect():
    """Register the columns. The app does so once, when it is ready."""
    register(*COLUMNS)


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


def _distributors(film, reader):
    offering = [offer["distributor"] for offer in film["offers"] if offer["distributor"]]
    return people_named([*companies(film, [CompanyRole.DISTRIBUTOR]), *offering])


def _supports(film, today, wanted):
    """The supports of the offers that say this of the day, in their order."""
    found, now = {}, today.toordinal()
    for offer in film["offers"]:
        said, first, after = window(offer)
        if said == wanted and first <= now < after:
            found[offer["support"]] = {"code": offer["support"]}
    return found


def _available(film, reader):
    return labels("support", _supports(film, reader.today, HELD).values())


def _unstated(film, reader):
    available = _supports(film, reader.today, HELD)
    others = _supports(film, reader.today, UNSTATED)
    return labels("support", [choice for code, choice in others.items() if code not in available])


COLUMNS = (
    Column("distributors", _distributors),
    Column("available_on", _available),
    Column("exists_on", _unstated),
)
