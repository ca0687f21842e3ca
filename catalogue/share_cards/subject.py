"""What a share card shows, from the card of its page."""

import hashlib
from dataclasses import dataclass, replace

from anyascii import anyascii
from django.utils.translation import override

from catalogue.posters import poster
from catalogue.posters.lettering import writer_of
from catalogue.posters.subject import Film
from catalogue.publication.frame import site

DRAWING = 1  # raise it when cards come out otherwise than before; posters on them have their own
POSTERS = 3  # of a selection
KINDS = ("film", "person", "company", "selection", "site")


@dataclass(frozen=True)
class Subject:
    """A film has its poster and perhaps a picture; anything else has a heading and a line under it.

    `posters` are the first films of a selection, each with the address of its picture. `name`, `mark` (the address of
    a picture) and `accent` are those of the site.
    """

    kind: str  # "film", "person", "company", "selection" or "site"
    id: int
    heading: str
    line: str = ""
    language: str = ""
    picture: str = ""  # its address
    film: Film | None = None
    posters: tuple[tuple[Film, str], ...] = ()
    name: str = ""
    mark: str = ""
    accent: str = ""

    @property
    def pictures(self):
        """The addresses of all pictures that it shows."""
        found = (self.picture, self.mark, *(source for _film, source in self.posters))
        return [address for address in found if address]

    @property
    def digest(self):
        return hashlib.sha256(repr((DRAWING, poster.DRAWING, self)).encode()).hexdigest()[:12]


def subject_of(kind, card=None, beside=None):
    """Return the subject for a page's card, or its document.

    `beside` are the directors of a film's document; of a selection the cards of its first films.
    """
    frame = site()
    with override(frame.languages[0]):  # a card is the same in every language
        name = romanised(frame.name)
    mark, accent = _source(frame.mark["light"]), frame.accent if kind == "site" else ""
    return replace(_subject(kind, card, beside, name), name=name, mark=mark, accent=accent)


def _subject(kind, card, beside, name):
    if kind == "site":
        return Subject(kind, 0, name)
    if kind == "film":
        film = _written(Film.from_card(card, beside))
        line = "\n".join(part for part in (film.names, film.origin) if part)
        return Subject(kind, film.id, film.title, line, film.language, _source(card["cover"]), film)
    if kind == "person":
        return Subject(kind, card["id"], romanised(card["name"]), picture=_source(card["portrait"]))
    if kind == "company":
        full = card["full_name"] if card["full_name"] != card["name"] else ""
        return Subject(kind, card["id"], romanised(card["name"]), romanised(full))
    title = card["title"]["fr"] or card["title"]["en"]
    posters = tuple((Film.from_card(film), _source(film["cover"])) for film in (beside or [])[:POSTERS])
    return Subject(kind, card["id"], romanised(title), romanised(card["curator"]), posters=posters)


def _source(picture):
    return picture["src"] if picture else ""


def _written(film):
    return replace(
        film,
        title=romanised(film.title),
        directors=tuple(romanised(name) for name in film.directors),
        countries=tuple(romanised(name) for name in film.countries),
    )


def romanised(text):
    """Return a text that the bundled faces can write: the machine that draws has perhaps no other letters."""
    return text if writer_of(text, "italic") else anyascii(text)
