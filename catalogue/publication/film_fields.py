"""The catalogue's own fields of films, in the order of addresses and of the filter column."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from catalogue.models import Person
from catalogue.reference.countries import related
from catalogue.reference.roles import PRODUCING_COMPANY
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

from .credits import companies, directors
from .facts import fact
from .fields import BY_KEY, COLUMN, NO_LABELS, UNKNOWN, Field, Range, named, public_name, register
from .labels import labels_of
from .people_films import films_of_people

RUNNING_TIMES = ((0, 29), (30, 59), (60, 89), (90, 119), (120, None))  # minutes, both ends included
SPOKEN = ("spoken", "sung", "signed", "dubbed", "voice_over")
WRITTEN = ("subtitles", "sdh")


def connect():
    """Register the catalogue's fields. The catalogue does so once, when it is ready."""
    for field in FIELDS:
        register(field)


def running_time_band(minutes):
    """Return the band a running time belongs to, "60-89" or "120-"; "unknown" where there is none."""
    for first, last in RUNNING_TIMES:
        if minutes is not None and (last is None or minutes <= last):
            return f"{first}-{last or ''}"
    return UNKNOWN


def _running_time_said(band):
    first, _dash, last = band.partition("-")
    if not last:
        return _("%(first)s min or more") % {"first": first}
    if first == "0":
        return _("up to %(last)s min") % {"last": last}
    return _("%(first)s to %(last)s min") % {"first": first, "last": last}


def _gender_said(value):
    """Return how a list goes on that is "directed by"."""
    return {
        Person.Gender.WOMAN: pgettext("directed by", "a woman"),
        Person.Gender.MAN: pgettext("directed by", "a man"),
        Person.Gender.NON_BINARY: pgettext("directed by", "a non-binary person"),
    }[value]


def _languages(film, today):
    """What is spoken in its versions; the film's own languages where no version says."""
    return named(*(_used(film, SPOKEN) or film["languages"]))


def _used(film, uses):
    """The languages that a film's versions use in one of these ways."""
    found = [use for version in film["versions"] for use in version["uses"] if use["use"] in uses]
    return [language for use in found for language in use["languages"]]


def _roles(film, rows, members):
    return [(f"{who['ref']}:{credit['role']}", NO_LABELS) for credit in film[rows] for who in credit[members]]


FIELDS = (
    Field("all", terms=lambda film, today: [("film", NO_LABELS)]),
    Field("person_role", terms=lambda film, today: _roles(film, "credits", "people"), held_as=BY_KEY),
    Field("company_role", terms=lambda film, today: _roles(film, "companies", "companies"), held_as=BY_KEY),
    Field(
        "country",
        gettext_lazy("Country"),
        lambda film, today: named(*film["countries"]),
        related=related,
        heading=gettext_lazy("Countries"),
        way_in=gettext_lazy("By country"),
    ),
    Field(
        "form",
        gettext_lazy("Form"),
        lambda film, today: named(*(film["forms"] or [None])),
        says=labels_of("form"),
        heading=gettext_lazy("Forms"),
    ),
    Field(
        "year",
        gettext_lazy("Year"),
        lambda film, today: [(str(film["year"] or UNKNOWN), NO_LABELS)],
        says=str,
        unknown=gettext_lazy("Year unknown"),
        range=Range(
            FIRST_FILM_YEAR,
            LAST_FILM_YEAR,
            from_label=gettext_lazy("From year"),
            to_label=gettext_lazy("To year"),
            put_right=gettext_lazy("The years were in the wrong order: they have been put right."),
        ),
        is_facet=False,
    ),
    Field(
        "genre",
        gettext_lazy("Genre"),
        lambda film, today: named(*film["genres"]),
        heading=gettext_lazy("Genres"),
    ),
    Field(
        "theme",
        gettext_lazy("Theme"),
        lambda film, today: named(*film["themes"]),
        heading=gettext_lazy("Themes"),
    ),
    Field(
        "director",
        gettext_lazy("Director"),
        lambda film, today: map(public_name, directors(film)),
        held_as=COLUMN,
        in_portrait=0,
    ),
    Field(
        "director_gender",
        gettext_lazy("Directed by"),
        lambda film, today: [(p.get("gender") or UNKNOWN, NO_LABELS) for p in directors(film)],
        says=_gender_said,
        unknown=pgettext_lazy("directed by", "someone whose gender is not recorded"),
        in_portrait=0,
    ),
    Field(
        "producer",
        gettext_lazy("Producer"),
        lambda film, today: map(public_name, companies(film, PRODUCING_COMPANY)),
        company_roles=PRODUCING_COMPANY,
        held_as=COLUMN,
        in_portrait=0,
    ),
    Field(
        "language",
        gettext_lazy("Spoken language"),
        _languages,
        in_portrait=10,
        heading=gettext_lazy("Spoken languages"),
    ),
    Field(
        "subtitles",
        gettext_lazy("Subtitles"),
        lambda film, today: named(*_used(film, WRITTEN)),
        in_portrait=10,
    ),
    Field(
        "running_time",
        gettext_lazy("Running time"),
        lambda film, today: [(running_time_band(film["running_time"]), NO_LABELS)],
        says=_running_time_said,
        unknown=pgettext_lazy("running time", "Unknown"),
        order=lambda band: int(band.partition("-")[0]),
        heading=gettext_lazy("Running times"),
    ),
    Field(
        "selection",
        gettext_lazy("Selection"),
        lambda film, today: named(*(film["mentioned"]["selections"] or [None])),
        unknown=gettext_lazy("In no selection"),
        heading=gettext_lazy("Selections"),
    ),
    Field(
        "text",
        gettext_lazy("Texts"),
        lambda film, today: named(*(film["mentioned"]["texts"] or [None])),
        says=labels_of("text"),
        unknown=gettext_lazy("Without a text"),
    ),
    Field(
        "person",
        gettext_lazy("Person"),
        read=films_of_people,
        held_as=BY_KEY,
        is_facet=False,
    ),
    Field(
        "colour",
        gettext_lazy("Colour"),
        lambda film, today: named(film["colour"]),
        says=fact("colour").said,
        heading=gettext_lazy("Colour"),
    ),
    Field(
        "letter",
        gettext_lazy("First letter"),
        lambda film, today: [(film["letter"], NO_LABELS)],
        says=str,
        is_facet=False,
    ),
)
