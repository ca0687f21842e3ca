"""The catalogue's own fields of films, in the order of addresses and of the filter column."""

from string import ascii_uppercase

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from catalogue.models import Person
from catalogue.reference import countries
from catalogue.reference.roles import PRODUCING_COMPANY
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

from .credits import companies, directors
from .facts import fact
from .fields import BY_KEY, COLUMN, NO_LABELS, UNKNOWN, Field, Range, named, public_name, register
from .labels import is_one_of, labels_of
from .people_films import films_of_people
from .version_fields import ACCESSIBILITY, LANGUAGE, READS, SUBTITLES
from .ways import WAY

NOBODY = "nobody"  # directs a film of which no director is named
RUNNING_TIMES = ((0, 29), (30, 59), (60, 89), (90, 119), (120, None))  # minutes, both ends included


def connect():
    """Register the catalogue's fields. The catalogue does so once, when it is ready."""
    for field in (*FIELDS, WAY):
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
        NOBODY: pgettext("directed by", "someone who is not named"),
        Person.Gender.WOMAN: pgettext("directed by", "a woman"),
        Person.Gender.MAN: pgettext("directed by", "a man"),
        Person.Gender.NON_BINARY: pgettext("directed by", "a non-binary person"),
    }[value]


def country_called(code, language):
    """Return the name of a country of which the catalogue may have no film; the code itself where it is none."""
    try:
        return countries.name(code, language)
    except KeyError:
        return code


def _genders(film, today):
    return [(p.get("gender") or UNKNOWN, NO_LABELS) for p in directors(film)] or [(NOBODY, NO_LABELS)]


def _takes_band(value):
    return value in map(running_time_band, range(0, 121, 30))


def _roles(film, rows, members):
    return [(f"{who['ref']}:{credit['role']}", NO_LABELS) for credit in film[rows] for who in credit[members]]


def _authors(film, today):
    return [(ref, NO_LABELS) for ref in film["mentioned"].get("authors", ())]


FIELDS = (
    Field("all", terms=lambda film, today: [("film", NO_LABELS)]),
    Field("person_role", terms=lambda film, today: _roles(film, "credits", "people"), held_as=BY_KEY),
    Field("author", terms=_authors, held_as=BY_KEY),  # of texts about it
    Field("company_role", terms=lambda film, today: _roles(film, "companies", "companies"), held_as=BY_KEY),
    Field(
        "country",
        gettext_lazy("Country"),
        lambda film, today: named(*film["countries"]),
        all_of=pgettext_lazy("countries", "all of them at once"),
        name_of=country_called,
        related=countries.related,
        heading=gettext_lazy("Countries"),
        way_in=gettext_lazy("By country"),
        akin=gettext_lazy("Same country: %(value)s"),
    ),
    Field(
        "form",
        gettext_lazy("Form"),
        lambda film, today: named(*film["forms"]),
        says=labels_of("form"),
        takes=is_one_of("form"),
        heading=gettext_lazy("Forms"),
        akin=gettext_lazy("Same form: %(value)s"),
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
        akin=gettext_lazy("Same genre: %(value)s"),
    ),
    Field(
        "theme",
        gettext_lazy("Theme"),
        lambda film, today: named(*film["themes"]),
        heading=gettext_lazy("Themes"),
        akin=gettext_lazy("On the same theme: %(value)s"),
    ),
    Field(
        "director",
        gettext_lazy("Director"),
        lambda film, today: map(public_name, directors(film)),
        held_as=COLUMN,
        in_portrait=0,
        akin=gettext_lazy("Also by %(value)s"),
    ),
    Field(
        "director_gender",
        gettext_lazy("Directed by"),
        _genders,
        says=_gender_said,
        takes=lambda value: value in (*Person.Gender, NOBODY),
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
        akin=gettext_lazy("Also produced by %(value)s"),
    ),
    LANGUAGE,
    SUBTITLES,
    READS,
    ACCESSIBILITY,
    Field(
        "running_time",
        gettext_lazy("Running time"),
        lambda film, today: [(running_time_band(film["running_time"]), NO_LABELS)],
        says=_running_time_said,
        takes=_takes_band,
        unknown=pgettext_lazy("running time", "Unknown"),
        order=lambda band: int(band.partition("-")[0]),
        heading=gettext_lazy("Running times"),
    ),
    Field(
        "selection",
        gettext_lazy("Selection"),
        lambda film, today: named(*film["mentioned"]["selections"]),
        unknown=gettext_lazy("In no selection"),
        heading=gettext_lazy("Selections"),
        akin=gettext_lazy("In the selection “%(value)s”"),
    ),
    Field(
        "text",
        gettext_lazy("Texts"),
        lambda film, today: named(*film["mentioned"]["texts"]),
        says=labels_of("text"),
        takes=is_one_of("text"),
        unknown=gettext_lazy("Without a text"),
    ),
    Field(
        "person",
        gettext_lazy("Person"),
        lambda film, today: [] if film["credits"] else [(UNKNOWN, NO_LABELS)],
        read=films_of_people,
        unknown=gettext_lazy("Nobody is named"),
        held_as=BY_KEY,
        is_facet=False,
    ),
    Field(
        "colour",
        gettext_lazy("Colour"),
        lambda film, today: named(film["colour"]),
        says=fact("colour").said,
        takes=fact("colour").is_choice,
        heading=gettext_lazy("Colour"),
    ),
    Field(
        "letter",
        gettext_lazy("First letter"),
        lambda film, today: [(film["letter"], NO_LABELS)],
        says=str,
        takes=lambda value: value in ("#", *ascii_uppercase),
        is_facet=False,
    ),
)
