"""The catalogue's own fields of films, in the order of addresses and of the filter column."""

from string import ascii_uppercase

from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from catalogue.models import Film, Person
from catalogue.reference import countries
from catalogue.reference.demonyms import adjective
from catalogue.reference.forms import PLURALS
from catalogue.reference.roles import PRODUCING_COMPANY
from catalogue.reference.years import FIRST_FILM_YEAR, LAST_FILM_YEAR

from .chosen_films import films_by_id, is_film_id
from .credits import companies, directors
from .facts import fact
from .fields import BY_KEY, COLUMN, NO_LABELS, UNKNOWN, Field, Range, named, public_name, register
from .labels import is_one_of, labels_of
from .people_films import films_of_people
from .saying import ADJECTIVE, APART, FIRST, NOUN, Saying
from .version_fields import ACCESSIBILITY, LANGUAGE, READS, SUBTITLES
from .ways import WAY

NOBODY = "nobody"  # directs a film of which no director is named
RUNNING_TIMES = ((0, 29), (30, 59), (60, 89), (90, 119), (120, None))  # minutes, both ends included


COLOURS = {
    Film.Colour.COLOUR: pgettext_lazy("title of a list", "in colour"),
    Film.Colour.BLACK_AND_WHITE: pgettext_lazy("title of a list", "in black and white"),
    Film.Colour.BOTH: pgettext_lazy("title of a list", "in colour and in black and white"),
    Film.Colour.TINTED: pgettext_lazy("title of a list", "tinted"),
}


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
        in_title=Saying(
            says=lambda code: adjective(code, get_language()),
            place=ADJECTIVE,
            together=pgettext_lazy("title of a list", "that are %(values)s at once"),
        ),
        akin=gettext_lazy("Same country: %(value)s"),
    ),
    Field(
        "form",
        gettext_lazy("Form"),
        lambda film, today: named(*film["forms"]),
        says=labels_of("form"),
        takes=is_one_of("form"),
        heading=gettext_lazy("Forms"),
        in_title=Saying(says=PLURALS.get, place=NOUN),
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
            since=pgettext_lazy("title of a list", "from %s"),
            until=pgettext_lazy("title of a list", "until %s"),
            put_right=gettext_lazy("The years were in the wrong order: they have been put right."),
        ),
        is_facet=False,
        in_title=Saying(whole={UNKNOWN: pgettext_lazy("title of a list", "of an unknown year")}, place=APART),
    ),
    Field(
        "genre",
        gettext_lazy("Genre"),
        lambda film, today: named(*film["genres"]),
        heading=gettext_lazy("Genres"),
        in_title=Saying(
            pgettext_lazy("title of a list", "of the genre %(values)s"),
            each=pgettext_lazy("title of a list", "“%(value)s”"),
        ),
        way_in=gettext_lazy("By genre"),
        akin=gettext_lazy("Same genre: %(value)s"),
    ),
    Field(
        "theme",
        gettext_lazy("Theme"),
        lambda film, today: named(*film["themes"]),
        heading=gettext_lazy("Themes"),
        in_title=Saying(
            pgettext_lazy("title of a list", "on the theme %(values)s"),
            each=pgettext_lazy("title of a list", "“%(value)s”"),
        ),
        akin=gettext_lazy("On the same theme: %(value)s"),
    ),
    Field(
        "director",
        gettext_lazy("Director"),
        lambda film, today: map(public_name, directors(film)),
        held_as=COLUMN,
        in_portrait=0,
        in_title=Saying(each=pgettext_lazy("title of a list", "by %(value)s"), place=FIRST),
        akin=gettext_lazy("Also by %(value)s"),
    ),
    Field(
        "director_gender",
        gettext_lazy("Director’s gender"),
        _genders,
        says=_gender_said,
        takes=lambda value: value in (*Person.Gender, NOBODY),
        unknown=pgettext_lazy("directed by", "someone whose gender is not recorded"),
        in_portrait=0,
        in_title=Saying(
            pgettext_lazy("title of a list", "directed by %(values)s"),
            whole={
                UNKNOWN: pgettext_lazy("title of a list", "directed by someone whose gender is not recorded")
            },
        ),
    ),
    Field(
        "producer",
        gettext_lazy("Producer"),
        lambda film, today: map(public_name, companies(film, PRODUCING_COMPANY)),
        company_roles=PRODUCING_COMPANY,
        held_as=COLUMN,
        in_portrait=0,
        in_title=Saying(pgettext_lazy("title of a list", "produced by %(values)s")),
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
        in_title=Saying(place=APART),
    ),
    Field(
        "selection",
        gettext_lazy("Selection"),
        lambda film, today: named(*film["mentioned"]["selections"]),
        unknown=gettext_lazy("In no selection"),
        heading=gettext_lazy("Selections"),
        in_title=Saying(
            each=pgettext_lazy("title of a list", "in the selection “%(value)s”"),
            whole={UNKNOWN: pgettext_lazy("title of a list", "in no selection")},
        ),
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
        "film",
        gettext_lazy("Film"),
        read=films_by_id,
        takes=is_film_id,
        said_together=lambda number: (
            ngettext("%(num)s chosen film", "%(num)s chosen films", number) % {"num": number}
        ),
        keeps_order=True,
        held_as=BY_KEY,
        is_facet=False,
        in_title=Saying(counted=pgettext_lazy("title of a list", "chosen one by one"), place=FIRST),
    ),
    Field(
        "colour",
        gettext_lazy("Colour"),
        lambda film, today: named(film["colour"]),
        says=fact("colour").said,
        takes=fact("colour").is_choice,
        heading=gettext_lazy("Colour"),
        in_title=Saying(whole=COLOURS),
    ),
    Field(
        "letter",
        gettext_lazy("First letter"),
        lambda film, today: [(film["letter"], NO_LABELS)],
        says=str,
        takes=lambda value: value in ("#", *ascii_uppercase),
        is_facet=False,
        in_title=Saying(
            pgettext_lazy("title of a list", "under the letter %(values)s"),
            whole={"#": pgettext_lazy("title of a list", "outside A to Z")},
        ),
    ),
)
