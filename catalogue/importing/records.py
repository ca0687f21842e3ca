"""What a source page says: frozen records, each fact with the line it came from. No Django, no database.

Conventions of all records:
- a fact is a `Found(value, line)`; a field that the page does not have is `None`, a list it lacks is `()`;
- texts are tuples of paragraphs (`Found[str]`); `body(paragraphs)` joins them as the catalogue keeps texts;
- years are ints, running times whole minutes, countries and languages codes (`catalogue.reference.countries`,
  `catalogue.reference.languages`), supports one of "svod", "vod", "dvd", "bluray", "dcp", "multi";
- names are in the page's own words, once, however often the page prints them;
- what the page says wrongly or twice differently is in `warnings`, and already put right in the record.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Found(Generic[Value]):
    """A value and the number (from 1) of the line that says it."""

    value: Value
    line: int


Paragraphs = tuple[Found[str], ...]


def body(paragraphs):
    """Return paragraphs as one text, a blank line between them."""
    return "\n\n".join(paragraph.value for paragraph in paragraphs)


@dataclass(frozen=True)
class PageWarning:
    """What a page says wrongly, and what was made of it: one of these codes.

    "signatory-in-cast", "film-language", "film-subtitles", "running-time", "doubled-block", "doubled-name",
    "film-count": the contradictions that pages are known for. "no-director-name", "unknown-field": what a
    page has and the parser could not place (the text is kept where it can be). `sides` are the values that contradict
    each other, the kept one first.
    """

    line: int
    code: str
    message: str
    sides: tuple[Found, ...] = field(default=(), compare=False)

    def __str__(self):
        return f"line {self.line}: {self.message}"


class PageError(Exception):
    """A page that cannot be taken. `str()` says the line, not the file: whoever opened it knows its name."""

    line: int | None = None

    @property
    def errors(self):
        """Return what is wrong, one error a fault: most stand for themselves."""
        return (self,)


class ReadError(PageError):
    """A file that is not a page: missing, empty, too large, binary, in another encoding."""

    def __init__(self, message, line=None):
        super().__init__(message)
        self.line = line

    def __str__(self):
        return f"line {self.line}: {self.args[0]}" if self.line else self.args[0]


class ParseError(PageError):
    """A page that breaks its layout or says something impossible: where, what, and what should be there."""

    def __init__(self, line, field, found, expected):
        super().__init__(line, field, found, expected)
        self.line, self.field, self.found, self.expected = line, field, found, expected

    def __str__(self):
        found = shortened(self.found) if self.found else "nothing"
        return f"line {self.line}: {self.field}: found {found}, expected {self.expected}"


class FaultyPageError(PageError):
    """All that is wrong with a page, so that who mends it reads it once: its ParseErrors, in the order of lines."""

    def __init__(self, errors):
        super().__init__(*sorted(errors, key=lambda error: error.line))
        self.line = self.args[0].line

    @property
    def errors(self):
        return self.args

    def __str__(self):
        return "\n".join(map(str, self.args))


def shortened(text, width=60):
    """Return text quoted, cut to a width that a terminal shows."""
    return repr(text if len(text) <= width else text[: width - 1] + "…")


# --- A film's shooting secrets ---------------------------------------------------------------------------


@dataclass(frozen=True)
class OutsideWork:
    """A work that a biography names. Kind "book", "film", "documentary" or "other" (a series, a play…)."""

    title: Found[str]
    kind: str
    year: int | None = None


@dataclass(frozen=True)
class Biography:
    """The text under "Le réalisateur": whom it is about (several who share it, none when not found)."""

    heading: Found[str]
    names: tuple[Found[str], ...]
    paragraphs: Paragraphs
    works: tuple[OutsideWork, ...]


@dataclass(frozen=True)
class TextSection:
    """A headed text about the film: kind "intention_note" or "shooting_secret"; author, quality if it is signed."""

    heading: Found[str]
    kind: str
    paragraphs: Paragraphs
    author: Found[str] | None = None
    quality: Found[str] | None = None


@dataclass(frozen=True)
class PopularFilm:
    """A line of the list of popular films, a film of its own."""

    title: Found[str]
    year: Found[int] | None


@dataclass(frozen=True)
class PopularList:
    """The films most popular of the last `days` days, in the page's order."""

    heading: Found[str]
    days: int | None
    films: tuple[PopularFilm, ...]


@dataclass(frozen=True)
class ShootingSecretsPage:
    """Kind 1: what a page says about the making of one film. `biographies` are of its directors."""

    film_title: Found[str]
    biographies: tuple[Biography, ...]
    texts: tuple[TextSection, ...]
    popular: PopularList | None
    warnings: tuple[PageWarning, ...] = ()


# --- A company's catalogue -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Acronym:
    """What a name stands for: its letters in full, and what it means as a word of a language (a code).

    'ISKRA (Image, Son…, "étincelle" en russe)': full_name "Image, Son…", meaning "étincelle", language "ru".
    """

    name: Found[str]
    full_name: Found[str] | None
    meaning: Found[str] | None
    language: Found[str] | None


@dataclass(frozen=True)
class CatalogueFilm:
    """A film of a company's lists. What is printed twice is one film, what only shares its title is another.

    `supports` are in the page's order; who offers them the page does not say. A list holds the film itself, so that
    the same film in two lists is one that is equal.
    """

    title: Found[str]
    supports: tuple[Found[str], ...]
    synopsis: Paragraphs


@dataclass(frozen=True)
class FilmList:
    """The films a company made or shows. Roles: "producer", "co_producer", "distributor", "sales_agent"."""

    heading: Found[str]
    roles: tuple[str, ...]
    announced: Found[int] | None
    films: tuple[CatalogueFilm, ...]


@dataclass(frozen=True)
class CompanyCataloguePage:
    """Kind 2: a company and its films.

    `declared_films` is how many films it says its catalogue has ("plus de 160 films" is 160), `about` every
    paragraph, those facts included.
    """

    name: Found[str]
    acronym: Acronym | None
    declared_films: Found[int] | None
    predecessor: Acronym | None
    about: Paragraphs
    lists: tuple[FilmList, ...]
    warnings: tuple[PageWarning, ...] = ()

    @property
    def films(self):
        """Return every film of the lists, once each."""
        return tuple(dict.fromkeys(film for listed in self.lists for film in listed.films))


# --- A film ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Availability:
    """What the page says of the film's availability, and its words."""

    available: bool
    text: Found[str]


@dataclass(frozen=True)
class GuestText:
    """A text that someone wrote about the film: author and quality ("Cinéaste") if it is signed."""

    paragraphs: Paragraphs
    author: Found[str] | None
    quality: Found[str] | None


@dataclass(frozen=True)
class PageVersion:
    """A version: spoken languages and subtitles are those of this version, not of the film."""

    label: Found[str]
    running_time: Found[int] | None
    spoken: tuple[Found[str], ...]
    subtitles: tuple[Found[str], ...]


@dataclass(frozen=True)
class FilmPage:
    """Kind 3: one film.

    `languages` are the film's own, the original ones. `subtitles` are those that the page says of the film as a
    whole, its versions may say others. `forms` are codes (`catalogue.reference.forms`), `genres` words of the page.
    `availability` is None where the page does not say it: nothing follows from that. `cast` is without signatories
    of texts.
    """

    title: Found[str]
    cover_text: Found[str] | None
    presentation: Paragraphs
    supports: tuple[Found[str], ...]
    availability: Availability | None
    directors: tuple[Found[str], ...]
    cast: tuple[Found[str], ...]
    guest_texts: tuple[GuestText, ...]
    versions: tuple[PageVersion, ...]
    year: Found[int] | None
    countries: tuple[Found[str], ...]
    forms: tuple[Found[str], ...]
    genres: tuple[Found[str], ...]
    running_time: Found[int] | None
    producers: tuple[Found[str], ...]
    languages: tuple[Found[str], ...]
    subtitles: tuple[Found[str], ...]
    short_summary: Found[str] | None
    warnings: tuple[PageWarning, ...] = ()


PageRecord = ShootingSecretsPage | CompanyCataloguePage | FilmPage
