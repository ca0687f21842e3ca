"""The front page of a day: what it opens on, and its blocks, one under the other.

An app beside the catalogue adds a block of films by registering a `Wall`. A block over nothing is not shown. Whatever
the catalogue holds, the cards are read by two queries; films are found by the index.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain, zip_longest

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from catalogue.addresses import address
from catalogue.models import Text
from catalogue.publication.cards import cards, mixed_cards
from catalogue.publication.documents.text import IN_LANGUAGE, OF_FILMS
from catalogue.publication.fields import UNKNOWN, facets
from catalogue.publication.frame import site

from .facets import Facets
from .filters import film_filter
from .query import Query
from .selected import first_films, listed_on, with_posters
from .years import years

FILMS = 6  # of a wall, which has two, three or six columns
NEWEST = 12  # films among which the one that opens the page is looked for where no editor chose one
SELECTIONS, SELECTIONS_READ = 3, 30  # of which those of the day are shown
TEXTS, WAYS = 4, 12
YEARS = 10  # with films, that make a chart


@dataclass(frozen=True)
class Wall:
    """A block of films.

    `films` is given the postings and the day, and returns ids: a list in its order, or a bitmap whose newest are shown.
    `query` is that of the list of all of them, which `onward` names.
    """

    name: str
    heading: str
    films: Callable
    query: dict | None = None
    onward: str = ""
    repeats: bool = True  # whether it shows films that a wall above it shows


@dataclass
class Block:
    """A block as the page shows it: `films` of a wall, or `content` of another kind."""

    name: str
    heading: str = ""
    films: list = ()
    url: str | None = None
    onward: str = ""
    content: object = None


@dataclass(frozen=True)
class Opening:
    """The film or the selection that the page opens on, with what an editor says of it."""

    card: dict
    sentence: dict = field(default_factory=lambda: {"fr": "", "en": ""})
    signed_by: str = ""


NEW = Wall(
    "new",
    _("New in the catalogue"),
    lambda postings, today: postings.all_films(),
    query={"sort": ["newest"]},
    onward=_("All the films"),
)
_walls = {"new": NEW}
OTHERS = {  # blocks that need more than the index, and what they are called
    "popular": _("Most viewed in the last 30 days"),
    "selections": _("Selections"),
    "texts": _("Worth reading"),
    "ways": _("By year, by country, by genre"),
}


def register(wall, after):
    """Add a block of films behind another one. An app does so once, when it is ready."""
    names = list(_walls)
    names.insert(names.index(after) + 1, wall.name)
    _walls[wall.name] = wall
    ordered = {name: _walls[name] for name in names}
    _walls.clear()
    _walls.update(ordered)


def block_names():
    """Return {name: heading} of all blocks, in the order that they have unless an editor chose another."""
    return {name: wall.heading for name, wall in _walls.items()} | OTHERS


def counts(postings):
    """Return how many of each the catalogue holds."""
    people, companies = (
        len(postings.any_of(name, postings.values(name))) for name in ("person.letter", "company.letter")
    )
    countries = len({*postings.values("country")} - {UNKNOWN})
    return {
        "films": len(postings.all_films()),
        "people": people,
        "companies": companies,
        "countries": countries,
    }


def newest(postings):
    """Return cards of the newest films. One query."""
    return cards("film", postings.page(postings.all_films(), "newest", 0, FILMS))


class Front:
    """The front page of a day: `film` and `selection`, which it opens on, each an Opening or None, and its `blocks`.

    `highlights` are those of the day, `popular` the ids of the films most read of late, `names` the blocks that are
    wanted, in their order: those that the site shows unless told.
    """

    def __init__(self, postings, today, highlights=(), popular=(), names=None):
        self.postings, self.today = postings, today
        self.films, self.selections = postings.all_films(), postings.ids("selection.all", "selection")
        known = block_names()
        self.names = [name for name in names or site().front_blocks or known if name in known]
        self.popular = [pk for pk in popular if pk in self.films]
        present = {"film": self.films, "selection": self.selections}
        self._chosen = {
            kind: next((one for one in highlights if one["kind"] == kind and one["id"] in ids), None)
            for kind, ids in present.items()
        }
        self._read()
        self.film = self._opening("film", self._newest_film)
        self.selection = self._opening("selection", self._newest_selection)
        self.blocks = [block for name in self.names if (block := self._block(name))]

    @property
    def counts(self):
        return counts(self.postings)

    def _read(self):
        """Read all cards: what the page shows, then the posters of selections and the films of texts."""
        self._walls = self._ids_of_walls()
        self._newest = self.postings.page(self.films, "newest", 0, NEWEST)
        wanted = {
            "film": [*self._newest, *chain.from_iterable(self._walls.values())],
            "selection": self.postings.page(self.selections, "selection.newest", 0, SELECTIONS_READ),
            "text": self._newest_texts() if "texts" in self.names else [],
        }
        for kind, highlight in self._chosen.items():
            wanted[kind] += [highlight["id"]] if highlight else []
        found = mixed_cards({kind: list(dict.fromkeys(ids)) for kind, ids in wanted.items()})
        first = first_films(found["selection"], self.postings)
        ids = {pk for _count, films in first.values() for pk in films} | {
            text["film_id"] for text in found["text"]
        }
        self._cards = {card["id"]: card for card in [*found["film"], *cards("film", sorted(ids))]}
        self._selections = with_posters(found["selection"], first, self._cards)
        self._texts = found["text"]

    def _ids_of_walls(self):
        """Return {name: ids} of the blocks of films: one more than is shown, for the page may open on one of them."""
        found, shown = {}, BitMap()
        for name in self.names:
            if name == "popular":
                ids = self.popular[: FILMS + 1]
            elif name in _walls:
                ids = self._ids_of_wall(_walls[name], shown)
            else:
                continue
            found[name] = ids
            shown.update(ids)
        return found

    def _ids_of_wall(self, wall, shown):
        ids = wall.films(self.postings, self.today)
        if isinstance(ids, list):
            return ids[: FILMS + 1]
        return self.postings.page(ids if wall.repeats else ids - shown, "newest", 0, FILMS + 1)

    def _newest_texts(self):
        """Return the ids of texts about films: the newest of each kind, then the second of each.

        Those in another language than the page come last.
        """
        own = self.postings.ids(IN_LANGUAGE, get_language()) | self.postings.ids(IN_LANGUAGE, "")
        kinds = [self.postings.ids(OF_FILMS, kind) for kind in Text.Kind.values]
        found = []
        for texts in ([ids & own for ids in kinds], [ids - own for ids in kinds]):
            by_kind = [self.postings.page(ids, "text.newest", 0, TEXTS) for ids in texts]
            found += [pk for row in zip_longest(*by_kind) for pk in row if pk]
        return found[:TEXTS]

    def _opening(self, kind, fall_back):
        """What an editor has scheduled; where nothing is, the newest."""
        highlight = self._chosen[kind]
        if highlight is None:
            card = fall_back()
            return Opening(card) if card else None
        known = self._cards if kind == "film" else {card["id"]: card for card in self._selections}
        card = known.get(highlight["id"])
        return Opening(card, highlight["sentence"], highlight["signed_by"]) if card else None

    def _newest_film(self):
        """The newest film that has a picture or words; where none of the newest has, the newest."""
        newest = [self._cards[pk] for pk in self._newest if pk in self._cards]
        told = (card for card in newest if card["cover"] or any(card["short_summary"].values()))
        return next(told, newest[0] if newest else None)

    def _newest_selection(self):
        return next((card for card in self._selections_of_the_day() if card["count"]), None)

    def _selections_of_the_day(self):
        return listed_on(self._selections, self.today)

    def _block(self, name):
        """Return a block, None where it would stand over nothing."""
        if name in self._walls:
            return self._wall(name)
        content = {"selections": self._others, "texts": self._texts_told, "ways": self._ways}[name]()
        return Block(name, OTHERS[name], content=content) if content else None

    def _wall(self, name):
        opening = self.film.card["id"] if self.film else None
        ids = [pk for pk in self._walls[name] if pk != opening and pk in self._cards]
        films = [self._cards[pk] for pk in ids[:FILMS]]
        if not films:
            return None
        if name == "popular":
            return Block(name, OTHERS[name], films)
        wall = _walls[name]
        url = Query(address("catalogue:film-list"), wall.query).url if wall.query else None
        return Block(name, wall.heading, films, url, wall.onward)

    def _others(self):
        """The selections of the day but for the one that the page opens on."""
        opening = self.selection.card["id"] if self.selection else None
        others = [card for card in self._selections_of_the_day() if card["id"] != opening and card["count"]]
        return others[:SELECTIONS]

    def _texts_told(self):
        """Texts with the film that each is about."""
        return [
            text | {"about": self._cards[text["film_id"]]}
            for text in self._texts
            if text["film_id"] in self._cards
        ]

    def _ways(self):
        """Ways into the catalogue: {"years": Years, "facets": [(heading, Facet)]}."""
        counted = Facets(
            film_filter({}, self.postings),
            self.films,
            Query(address("catalogue:film-list"), {}),
            get_language(),
        )
        ways = [(declared.way_in, _way_in(counted, declared)) for declared in facets() if declared.way_in]
        ways = [(heading, facet) for heading, facet in ways if facet.choices]
        chart = years(counted)
        chart = chart if chart and len(chart.bars) >= YEARS else None
        return {"years": chart, "facets": ways} if ways or chart else None


def _way_in(counted, declared):
    """The facet of a field with the first of its values; that some films have none leads nowhere."""
    facet = counted.facet(declared.name, WAYS)
    facet.choices = [choice for choice in facet.choices if choice.value != UNKNOWN]
    return facet
