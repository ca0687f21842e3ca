"""The films beside a film, each group with its reason: what they have in common with it, the rarest first.

The reasons come from its document, the films from what workers hold, and, of those who worked on it otherwise than as
directors or producers, from postings that a page reads by their keys.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pyroaring import BitMap

from catalogue.addresses import address
from catalogue.elision import elided
from catalogue.publication.credits import directors
from catalogue.publication.fields import UNKNOWN, chosen_fields, field
from catalogue.publication.labels import label
from catalogue.publication.ways import ways
from catalogue.reference.roles import DIRECTING, PRODUCING_COMPANY, Role

from .codes import code_of
from .query import Query
from .years import decade, decade_of

MOST = 8  # cards
FIRST, OTHERS = 4, 2  # cards of the first group, and of each other one
YEARS = 60  # before and after a film's own, in which films are looked for by year
MOST_NAMED = 8  # people and companies in other roles whose films are read
APPEARING = (Role.CAST, Role.PARTICIPANT)


class Reason(NamedTuple):
    """Why films stand beside a film; most of these `films` hold it too. Of a `kind` the rarest is told.

    `says` answers the words and the list of all of them, a Query. Or there is `who` they share, a person or company:
    the words leave room for the name. Of an author `who` is a reference alone: the text about the film says the name.
    """

    kind: str
    films: BitMap
    says: Callable
    who: dict | None = None


@dataclass(frozen=True)
class Group:
    """Some cards with a reason in common; `total` is the number of films that `url` leads to, None of a page."""

    said: str
    url: str | None
    total: int | None
    cards: list


class Neighbours:
    """The films beside the film of a page: `choose` them of the postings of its `keys`, then make `groups` of cards."""

    def __init__(self, page):
        self._page, self._film, self._postings = page, page.document, page.postings
        self._named = [*self._authors(), *list(self._in_other_roles())[:MOST_NAMED]]
        self.keys = [key for keys, _said, _who in self._named for key in keys]

    def choose(self, found):
        """Return the ids of films, of {key: ids} that were read; where there is nothing in common the newest ones."""
        self._shown, self._chosen = BitMap([self._page.object_id]), []
        for reason in self._by_director():
            self._choose(reason, OTHERS if self._chosen else FIRST)
        kinds = set()
        for reason in sorted(self._others(found), key=lambda reason: len(reason.films)):
            if reason.kind not in kinds and self._choose(reason, OTHERS if self._chosen else FIRST):
                kinds.add(reason.kind)
        for reason, ids in self._chosen:  # where reasons are few, more films of each
            ids += self._nearest(reason.films, MOST)
        if not self._chosen:
            self._newest()
        return [pk for _reason, ids in self._chosen for pk in ids]

    def _choose(self, reason, most):
        """Choose so many films for this reason; return whether there are any."""
        if ids := self._nearest(reason.films, most):
            self._chosen.append((reason, ids))
        return bool(ids)

    def groups(self, cards, texts):
        """Return the Groups of what was chosen, with {id: card}, and cards of the texts about the film.

        What is no longer there is left out.
        """
        authors, found = {text["author"]["ref"]: text["author"] for text in texts if text["author"]}, []
        for reason, ids in self._chosen:
            shown = [cards[pk] for pk in ids if pk in cards]
            said, query = reason.says()
            if query:
                code = code_of(query)
                shown = [card | {"code": code} for card in shown] if code else shown
                found.append(Group(said, query.url, len(reason.films), shown))
            elif who := authors.get(reason.who["ref"]) or ("name" in reason.who and reason.who):
                found.append(Group(_said(said, name=who["name"]), _page_of(who), None, shown))
        return [group for group in found if group.cards]

    def _newest(self):
        """Choose the newest films: of a film that has nothing in common with any."""
        films, query = self._postings.all_films(), self._list(sort=["newest"])
        ids = self._new(self._postings.page(films, "newest", 0, MOST + 1), MOST)
        self._chosen.append((Reason("newest", films, lambda: (_("New in the catalogue"), query)), ids))

    def _nearest(self, films, most):
        """Return so many films that nothing shows yet, those first that were made at about the same time.

        Of one year those that came into the catalogue after this one: not the same ones beside all films.
        """
        most, ids = min(most, MOST + 1 - len(self._shown), films.difference_cardinality(self._shown)), []
        for of_year in self._years_around() if most else ():
            if films.intersect(of_year):
                ids += self._new(_from(films & of_year, self._page.object_id), most - len(ids))
            if len(ids) == most:
                return ids
        return ids + self._new(_from(films, self._page.object_id), most - len(ids))

    def _years_around(self):
        """Yield the films of the same year, then of those before and after it, and so on."""
        of_year, year = partial(self._postings.ids, "year"), self._film["year"]
        yield of_year(str(year or UNKNOWN))
        for step in range(1, YEARS if year else 0):
            yield of_year(str(year - step))
            yield of_year(str(year + step))

    def _new(self, films, most):
        ids = list(islice((pk for pk in films if pk not in self._shown), most))
        self._shown.update(ids)
        return ids

    def _by_director(self):
        return [self._having(field("director"), *term) for term in self._terms(field("director"))]

    def _others(self, found):
        """Yield the other Reasons; of those with as many films the first is the most telling."""
        for keys, said, who in self._named:
            films = BitMap.union(*(found[key] for key in keys))
            yield Reason(f"{said} {who['ref']}", films, partial(_in_words, said), who)
        yield from self._of_the_time()
        for declared in chosen_fields():
            if declared.akin and declared.name != "director":
                yield from (self._having(declared, *term) for term in self._terms(declared))

    def _terms(self, declared):
        """Return [(value, labels)] of what the film has of a field, the unknown aside."""
        film, today = self._film, self._page.today
        if declared.way:
            terms = dict(term for way in ways(film) for term in declared.way(film, *way, today))
        else:
            terms = dict(declared.terms(film, today))
        return [term for term in terms.items() if term[0] != UNKNOWN]

    def _having(self, declared, value, labels):
        says = partial(self._says, declared, value, labels)
        return Reason(declared.name, self._postings.ids(declared.name, value), says)

    def _says(self, declared, value, labels):
        name = declared.called(value, labels, get_language())
        return _said(declared.akin, value=name), self._list(**{declared.name: [value]})

    def _of_the_time(self):
        """Yield what was made in the same ten years, in the same countries and anywhere."""
        if not self._film["year"]:
            return
        year = self._film["year"] // 10 * 10
        films = self._postings.kept(("decade", year), lambda: self._of_ten_years(year))
        for country, labels in self._terms(field("country")):
            made_there = films & self._postings.ids("country", country)
            yield Reason("country", made_there, partial(self._says_time, year, country, labels))
        yield Reason("year", films, partial(self._says_time, year))

    def _says_time(self, year, country=None, labels=None):
        if not country:
            return _said(_("Films of the %(decade)s"), decade=decade(year)), decade_of(self._list(), year)
        name = field("country").called(country, labels, get_language())
        said = _said(_("%(country)s in the %(decade)s"), country=name, decade=decade(year))
        return said, decade_of(self._list(country=[country]), year)

    def _of_ten_years(self, year):
        return self._postings.any_of("year", map(str, range(year, year + 10)))

    def _authors(self):
        """Yield (keys of the postings, what is said, who) of those who signed a text about it."""
        directed = {person["ref"] for person in directors(self._film)}
        for ref in self._film["mentioned"].get("authors", ()):
            yield [("author", ref)], _("Also with a text by %(name)s"), {"ref": ref}
            if ref not in directed:
                said = _("By %(name)s, who wrote about this film")
                yield [("person_role", f"{ref}:{role}") for role in DIRECTING], said, {"ref": ref}

    def _in_other_roles(self):
        """Yield the same of the people and companies in other roles."""
        for credit in self._film["credits"]:
            role, said = credit["role"], _("Also with %(name)s")
            if role not in APPEARING:
                said = f"{label('role', role)}{_(': ')}%(name)s"
            if role not in DIRECTING:
                yield from (
                    ([("person_role", f"{who['ref']}:{role}")], said, who) for who in credit["people"]
                )
        for credit in self._film["companies"]:
            role = credit["role"]
            said = f"{label('company_role', role)}{_(': ')}%(name)s"
            if role not in PRODUCING_COMPANY:
                yield from (
                    ([("company_role", f"{who['ref']}:{role}")], said, who) for who in credit["companies"]
                )

    def _list(self, **values):
        return Query(address("catalogue:film-list"), values)


def _page_of(who):
    kind = who["ref"].partition(":")[0]
    return address(f"catalogue:{kind}-detail", who["slug"]) if who["slug"] else None


def _in_words(said):
    """Answer what is said of somebody, of whom there is no list."""
    return said, None


def _from(films, pk):
    """Return the ids of films, those first that are greater than this one."""
    place = films.rank(pk)
    return chain(films[place:], films[:place])


def _said(phrase, **values):
    """Return a phrase with its values, as French elides it."""
    return elided(str(phrase), values) % values
