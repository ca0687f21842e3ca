"""Lists of names: people, companies, distributors, from A to Z, with what they did and for how many films."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pyroaring import BitMap

from catalogue.folding import fold
from catalogue.publication.cards import mixed_cards
from catalogue.publication.index.matches import Matches
from catalogue.publication.labels import label
from catalogue.publication.search.names import named
from catalogue.publication.surroundings import films_by_role
from catalogue.reference.roles import CompanyRole, Role

from .facets import ALPHABET, letters_with
from .filters import LONGEST_PHRASE, left_aside
from .pages import Ordered, Pages
from .query import Query

PARAMETERS = ("letter", "named", "page")  # that a list of names understands
ROLES = {"person": Role, "company": CompanyRole}
PICTURES = {"person": "portrait", "company": "logo"}
MOST_ROLES = 3  # that are said of somebody


class NamesQuery(Query):
    """The address of such a list: the first letter, and the words that names hold."""

    own = ("named",)


@dataclass(frozen=True)
class Entry:
    """A name and where it leads, with what they did, the most frequent first, and the number of films.

    `picture` is a face or a logo; else `film` is the card of a film whose poster stands for it; else its initials do.
    """

    name: str
    slug: str
    note: str
    roles: list
    count: int
    picture: dict | None = None
    film: dict | None = None
    country: dict | None = None  # of a company

    @property
    def initials(self):
        """The first letter of the name, and that of its last word."""
        letters = [word[0] for word in re.findall(r"\w+", self.name)]
        return "".join(letters[:1] + letters[1:][-1:]).upper()


class Names:
    """A list of names, of which one page is read. Two queries, and another where names are looked for.

    `asked` is {"letter", "named", "page"} as a query string holds them, `path` where its links lead. `scope` limits it
    to some ids, `roles` what films are counted for.
    """

    def __init__(self, asked, postings, kind, path, scope=None, roles=None):
        self._postings, self._kind, self._roles = postings, kind, roles or ROLES[kind]
        self.letter, self.named, self.notices = _understood(asked)
        own = {"letter": [self.letter] if self.letter else [], "named": [self.named] if self.named else []}
        self.address = NamesQuery(path, own)
        letters = postings.values(f"{kind}.letter")
        shown = postings.any_of(f"{kind}.letter", letters)
        shown = shown if scope is None else shown & scope
        if self.named:
            found = named(kind, self.named, postings)
            shown &= found.ids
            if found.is_cut:
                self.notices.append(
                    _(
                        "Many names begin like this: these are the most frequent. Type more letters to find others."
                    )
                )
        self.letters = letters_with(dict(letters.counts(Matches(shown))), [self.letter], self.address)
        ids = shown & postings.ids(f"{kind}.letter", self.letter) if self.letter else shown
        self.total = len(ids)
        self.pages = Pages(Ordered(postings, [ids], f"{kind}.name"), _page(asked), self.address)
        self.notices += self.pages.notices
        self.entries = self._entries(self.pages.items)

    @property
    def is_narrowed(self):
        return bool(self.letter or self.named)

    @property
    def hidden(self):
        """What the form sends along that asks for words."""
        return self.address.hidden("named")

    @property
    def all_url(self):
        """The address of all names."""
        return self.address.removing("letter").removing("named").url

    def _entries(self, ids):
        by_role = films_by_role(self._kind, ids, self._roles)
        films = {pk: _films(of_one) for pk, of_one in by_role.items()}
        if self._kind == "person":
            posters = self._posters(
                {pk: of_one.get(Role.DIRECTOR, BitMap()) for pk, of_one in by_role.items()}
            )
        else:
            posters = self._posters(films)
        cards = mixed_cards({self._kind: ids, "film": list(posters.values())})
        by_id = {card["id"]: card for card in cards["film"]}
        return [
            Entry(
                card["name"],
                card["slug"],
                card.get("qualifier") or card.get("full_name", ""),
                [] if len(self._roles) == 1 else _said(self._kind, by_role[card["id"]]),
                len(films[card["id"]]),
                card.get(PICTURES[self._kind]),
                by_id.get(posters.get(card["id"])),
                card.get("country"),
            )
            for card in cards[self._kind]
        ]

    def _posters(self, films):
        """Return {id: film whose poster stands for it} of {id: films}: the latest, but none twice."""
        posters, shown = {}, BitMap()
        for pk, of_one in films.items():
            for film in self._postings.page(of_one - shown, "-year", 0, 1):
                posters[pk] = film
                shown.add(film)
        return posters


def what_they_did(kind, ids):
    """Return {id: {"roles", "count"}} of people or companies: what an Entry says of them. One query at most."""
    by_role = films_by_role(kind, ids, ROLES[kind]) if ids else {}
    return {
        pk: {"roles": _said(kind, of_one), "count": len(_films(of_one))} for pk, of_one in by_role.items()
    }


def _films(by_role):
    return BitMap.union(BitMap(), *(films for role, films in by_role.items() if role != "text"))


def _said(kind, by_role):
    """What somebody did, the most frequent first."""
    name = "role" if kind == "person" else "company_role"
    frequent = sorted(by_role, key=lambda role: (role == "text", -len(by_role[role])))
    return [_("Texts") if role == "text" else label(name, role) for role in frequent[:MOST_ROLES]]


def _page(asked):
    number = asked.get("page") or "1"
    return int(number) if _is_number(number) else 1


def _is_number(text):
    return text.isdecimal() and len(text) < 9 and int(text) > 0


def _understood(asked):
    """Return the letter and the words that are asked for, and what is told of what was not understood."""
    wanted, words = asked.get("letter", ""), " ".join(asked.get("named", "")[:LONGEST_PHRASE].split())
    number = asked.get("page") or "1"
    ignored = [] if _is_number(number) else [(number, _("Page"))]
    if wanted not in ("", *ALPHABET):
        ignored.append((wanted, _("First letter")))
        wanted = ""
    if words and not fold(words):
        ignored.append((words, _("Name")))
        words = ""
    return wanted, words, [left_aside(*pair) for pair in ignored]
