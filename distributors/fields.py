"""The fields that distribution adds to films: who shows or lends a film, on what, for what use, where and when."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from catalogue.publication import ways
from catalogue.publication.credits import companies
from catalogue.publication.fields import (
    COLUMN,
    NO_LABELS,
    UNKNOWN,
    Field,
    add_terms,
    named,
    public_name,
    register,
)
from catalogue.publication.film_fields import country_called
from catalogue.publication.labels import is_one_of, label, labels_of
from catalogue.publication.saying import Saying
from catalogue.reference.roles import CompanyRole

from .availability import state_of
from .ways import last_days, window

EVERYWHERE = "everywhere"
EVERYWHERE_NAMES = {"fr": "Partout", "en": "Everywhere"}
USES = {
    "home": pgettext_lazy("title of a list", "to watch at home"),
    "theatrical": pgettext_lazy("title of a list", "for cinemas"),
    "non_theatrical": pgettext_lazy("title of a list", "for non-theatrical screenings"),
    "educational": pgettext_lazy("title of a list", "for teaching"),
    UNKNOWN: pgettext_lazy("title of a list", "for a use that is not stated"),
}
WHEN = {
    "today": pgettext_lazy("title of a list", "available today"),
    "soon": pgettext_lazy("title of a list", "available soon"),
    "ended": pgettext_lazy("title of a list", "no longer available"),
    "unavailable": pgettext_lazy("title of a list", "not available at present"),
    UNKNOWN: pgettext_lazy("title of a list", "of which it is not stated whether they are available"),
}
STATES = {"current": "today", "coming": "soon", "ended": "ended", "unavailable": "unavailable"}
OPEN = ("available", ("today", UNKNOWN))  # what is not known to be closed: meant where nothing of it is asked


def connect():
    """Register them. The app does so once, when it is ready."""
    register(DISTRIBUTOR, after="producer")
    register(DISTRIBUTES)
    register(SUPPORT, after="accessibility")
    register(USE, after="support")
    register(TERRITORY, after="use")
    register(AVAILABLE, after="territory")
    register(LEAVES)
    ways.register(_of_version)
    add_terms("company_role", _distributing)


def _distributors(film, today):
    """A distributor counts for as long as the film's credits or an offer name it."""
    yield from map(public_name, companies(film, [CompanyRole.DISTRIBUTOR]))
    yield from (public_name(offer["distributor"]) for offer in film["offers"] if offer["distributor"])


def _distributing(film, today):
    """That a company's page lists the films it offers among those it distributes."""
    refs = {offer["distributor"]["ref"] for offer in film["offers"] if offer["distributor"]}
    return [(f"{ref}:{CompanyRole.DISTRIBUTOR}", NO_LABELS) for ref in refs]


def _distributes(film, today):
    refs = {company["ref"] for company in companies(film, [CompanyRole.DISTRIBUTOR])}
    refs |= {offer["distributor"]["ref"] for offer in film["offers"] if offer["distributor"]}
    return [(ref.partition(":")[2], NO_LABELS) for ref in refs]


def _of_version(film, version):
    """The offers that hold for a version: those of it, and those for any. Documents of before name it by its label."""
    versions = film["versions"]
    for offer in film["offers"]:
        number = offer.get("version_id")
        its = [v for v in versions if (v["id"] == number if number else v["label"] == offer["version"])]
        if not its or version in its:
            yield offer


def _stated(key):
    """What an offer says in a column of choices."""
    return lambda film, version, offer, today: [(offer[key], NO_LABELS)] if offer and offer[key] else ()


def _territory(film, version, offer, today):
    """Where an offer holds. That no country is named does not say that it holds everywhere."""
    if offer and offer.get("everywhere"):
        return [(EVERYWHERE, EVERYWHERE_NAMES)]
    return named(*offer["countries"]) if offer else ()


def _available(film, version, offer, today):
    state = STATES.get(state_of(offer, today)) if offer else None
    return [(state, NO_LABELS)] if state else ()


def _available_said(value):
    return {
        "today": pgettext("availability", "Today"),
        "soon": pgettext("availability", "Soon"),
        "ended": pgettext("availability", "No longer"),
        "unavailable": pgettext("availability", "Not at present"),
    }[value]


def _support_in_title(value):
    """ "DVD" and "35 mm" are written so anywhere, other formats are common words."""
    said = {
        "file": pgettext("available on", "digital file"),
        "multi": pgettext("available on", "several formats"),
    }
    return said.get(value) or label("support", value)


def _next_change(film, today):
    """The next day on which an offer begins, or the one after its last."""
    days = [date.fromisoformat(offer["first_day"]) for offer in film["offers"] if offer["first_day"]]
    ends = [date.fromisoformat(offer["last_day"]) for offer in film["offers"] if offer["last_day"]]
    days += [day + timedelta(days=1) for day in ends]
    return min((day for day in days if day > today), default=None)


def _leaves(film, today):
    """The last days of the formats that can be had today."""
    windows = [(offer["support"], *window(offer)) for offer in film["offers"]]
    return [(day, NO_LABELS) for _support, day in last_days(windows, today)]


DISTRIBUTOR = Field(
    "distributor",
    gettext_lazy("Distributor"),
    _distributors,
    held_as=COLUMN,
    in_portrait=0,
    in_title=Saying(pgettext_lazy("title of a list", "distributed by %(values)s")),
)
DISTRIBUTES = Field("distributes", terms=_distributes)  # by the company's id, for the list of distributors
SUPPORT = Field(
    "support",
    gettext_lazy("Format"),
    way=_stated("support"),
    says=labels_of("support"),
    takes=is_one_of("support"),
    assumes=[OPEN],
    heading=gettext_lazy("Formats"),
    in_title=Saying(each=pgettext_lazy("title of a list", "on %(value)s"), says=_support_in_title),
)
USE = Field(
    "use",
    gettext_lazy("Use"),
    way=_stated("use"),
    says=labels_of("offer_use"),
    takes=is_one_of("offer_use"),
    unknown=pgettext_lazy("use", "Not stated"),
    assumes=[OPEN],
    in_portrait=0,
    in_title=Saying(whole=USES),
)
TERRITORY = Field(
    "territory",
    gettext_lazy("Territory"),
    way=_territory,
    unknown=pgettext_lazy("territory", "Not stated"),
    name_of=country_called,
    assumes=[OPEN],
    holds_also=EVERYWHERE,
    in_portrait=0,
)
AVAILABLE = Field(
    "available",
    gettext_lazy("Availability"),
    way=_available,
    says=_available_said,
    takes=lambda value: value in STATES.values(),
    unknown=pgettext_lazy("availability", "Not stated"),
    next_change=_next_change,
    in_portrait=0,
    in_title=Saying(whole=WHEN),
)
LEAVES = Field("leaves", terms=_leaves)  # by the last day on which one of its formats can be had
