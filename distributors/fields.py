"""The fields that distribution adds to films: who shows or lends a film, and on what."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy

from catalogue.publication.credits import companies
from catalogue.publication.fields import COLUMN, NO_LABELS, Field, add_terms, public_name, register
from catalogue.publication.labels import labels_of
from catalogue.reference.roles import CompanyRole

from .availability import is_support


def connect():
    """Register them. The app does so once, when it is ready."""
    register(DISTRIBUTOR, after="producer")
    register(DISTRIBUTES)
    register(SUPPORT, after="subtitles")
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


def _supports(film, today):
    """A support counts while it may be had for all that is stated."""
    return [(offer["support"], NO_LABELS) for offer in film["offers"] if is_support(offer, today)]


def _next_change(film, today):
    """The next day on which an offer begins, or the one after its last."""
    days = [date.fromisoformat(offer["first_day"]) for offer in film["offers"] if offer["first_day"]]
    ends = [date.fromisoformat(offer["last_day"]) for offer in film["offers"] if offer["last_day"]]
    days += [day + timedelta(days=1) for day in ends]
    return min((day for day in days if day > today), default=None)


DISTRIBUTOR = Field(
    "distributor",
    gettext_lazy("Distributor"),
    _distributors,
    held_as=COLUMN,
    in_portrait=0,
    way_in=gettext_lazy("By distributor"),
)
DISTRIBUTES = Field("distributes", terms=_distributes)  # by the company's id, for the list of distributors
SUPPORT = Field(
    "support",
    gettext_lazy("Format"),
    _supports,
    says=labels_of("support"),
    next_change=_next_change,
    heading=gettext_lazy("Formats"),
)
