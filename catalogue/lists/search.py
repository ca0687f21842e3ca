"""What a search page shows: the best of each kind of page that a phrase finds, or all of one kind, page by page."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language
from pyroaring import BitMap

from catalogue.addresses import address
from catalogue.markdown import paragraphs
from catalogue.publication.cards import documents, mixed_cards
from catalogue.publication.search.fields import SEARCHED
from catalogue.publication.search.find import search, suggest
from catalogue.publication.search.levels import IN_TEXTS
from catalogue.publication.search.marking import excerpt, wanted_words
from catalogue.publication.search.ranking import found_by, titles_shown

from .filters import LONGEST_PHRASE
from .names import ROLES, what_they_did
from .pages import Pages
from .query import Query

BEST = {
    "film": 6,
    "person": 6,
    "company": 6,
    "text": 4,
    "selection": 3,
    "page": 3,
}  # that the first page shows of each kind
# The texts of a page, the longest first; the addresses of their paragraphs begin so too.
INSIDE = {"film": ("synopsis", "short_summary"), "person": ("biography",), "company": ("about",)}
SHORT = 110  # letters of a line beside a name
WITHOUT = 6  # words that are left out one by one, to tell what would be found


class SearchQuery(Query):
    """The address of a search: the words, one kind of page, and whether they are meant as they are spelled."""

    own = ("kind", "literally")


PARAMETERS = ("q", *SearchQuery.own, "page")


@dataclass(frozen=True)
class Section:
    """What was found of one kind. `url` leads to all of it; `cards` are those that are shown."""

    kind: str
    total: int
    url: str
    is_here: bool
    cards: list


@dataclass(frozen=True)
class Other:
    """Another phrase, and the number of pages that it finds, None where that is not counted."""

    phrase: str
    word: str
    total: int | None
    url: str


class Search:
    """A search page. `asked` is {"q", "kind", "literally", "page"} as a query string holds them.

    `popular` are the films most read. Besides those of the search it asks one query for the cards, one more where texts
    are among them, one for what people did, one for what companies did, and one where words stand in the text of
    another page; where nothing is found, some for each word that is left out.
    """

    def __init__(self, asked, postings, popular, path):
        self.phrase = " ".join(asked.get("q", "")[:LONGEST_PHRASE].split())
        self.kind = asked.get("kind") if asked.get("kind") in SEARCHED else ""
        self.is_literal = asked.get("literally") == "1"
        own = {"q": [self.phrase], "kind": [self.kind], "literally": ["1"] if self.is_literal else []}
        self.address = SearchQuery(path, {name: [v for v in values if v] for name, values in own.items()})
        self._postings, self._popular = postings, popular
        self.found = search(self.phrase, postings, popular=popular, literally=self.is_literal)
        self.total = self.found.total if self.phrase else 0
        number = asked.get("page") or "1"
        self._number = int(number) if number.isdecimal() and len(number) < 9 and int(number) else 1

    @cached_property
    def pages(self):
        """The pages of the one kind that is asked for; None where the best of all kinds are shown."""
        return Pages(self.found.kinds[self.kind], self._number, self.address) if self.kind else None

    @cached_property
    def sections(self):
        """The Sections of the page, in the order of tabs; cards only of what is shown."""
        if self.kind:
            cards = self._cards({self.kind: self.pages.items})
        else:
            cards = self._cards({kind: self.found.kinds[kind].first(most) for kind, most in BEST.items()})
        return [
            Section(kind, result.total, self._url(kind), kind == self.kind, cards.get(kind, []))
            for kind, result in self.found.kinds.items()
            if result.total or kind == self.kind
        ]

    @property
    def shown(self):
        """The Sections that show something; those first that the words name most exactly."""
        return sorted((section for section in self.sections if section.cards), key=self._level)

    def _level(self, section):
        levels = self.found.kinds[section.kind].levels
        return next(place for place, level in enumerate(levels) if level)

    def _url(self, kind):
        """Films have a list of their own, with filters; it knows nothing of what is meant as it is spelled.

        It is asked for what was looked for: among films alone another spelling might be the nearest.
        """
        if kind == "film" and not self.is_literal:
            is_other = self.found.mended or self.found.left_out
            return Query(
                address("catalogue:film-list"), {"q": [self.found.phrase if is_other else self.phrase]}
            ).url
        return self.address.setting(kind=kind).url

    @property
    def all_url(self):
        """The address of the best of all kinds."""
        return self.address.removing("kind").url

    @cached_property
    def nearest(self):
        """Other spellings that may have been meant, where nothing is found."""
        phrases, address = self.found.near, self.address.removing("literally")
        if self.is_literal and not self.total:
            meant = search(self.phrase, self._postings)
            phrases = [meant.phrase] if meant.total else meant.near
        return [Other(phrase, phrase, None, address.setting(q=phrase).url) for phrase in phrases]

    @cached_property
    def without(self):
        """What would be found without one of the words, where nothing is found."""
        words = [word.plain for word in self.found.looked_for.words]
        if self.total or len(words) < 2:
            return []
        found = []
        for place, word in enumerate(words[:WITHOUT]):
            phrase = " ".join(words[:place] + words[place + 1 :])
            total = search(phrase, self._postings, literally=True).total
            found += [Other(phrase, word, total, self.address.setting(q=phrase).url)] if total else []
        return found

    def _cards(self, ids):
        cards, lines = mixed_cards(ids), self._lines(ids)
        for kind in INSIDE:
            cards[kind] = [card | lines.get((kind, card["id"]), {}) for card in cards.get(kind, ())]
        for kind in ROLES:
            done = what_they_did(kind, [card["id"] for card in cards[kind]])
            cards[kind] = [card | done[card["id"]] for card in cards[kind]]
        cards["film"] = saying_why(cards["film"], self.found.looked_for)
        if cards.get("text"):
            cards["text"] = self._texts(cards["text"])
        return cards

    def _lines(self, ids):
        """Return {(kind, id): {"line", "paragraph", "language"}} of pages of which a text holds the words."""
        in_texts = {
            kind: BitMap.union(BitMap(), *self.found.kinds[kind].levels[IN_TEXTS:]) for kind in INSIDE
        }
        read = documents({kind: [pk for pk in ids.get(kind, ()) if pk in in_texts[kind]] for kind in INSIDE})
        words, found = wanted_words(self.found.looked_for), {}
        for (kind, pk), document in read.items():
            for name in INSIDE[kind]:
                language, text = _as_shown(document[name])
                line = excerpt(paragraphs(text), words, SHORT)
                if line.is_marked:
                    paragraph = f"{name}-p{line.paragraph}"
                    found[kind, pk] = {"line": line, "paragraph": paragraph, "language": language}
                    break
        return found

    def _texts(self, texts):
        """Texts with what they are about, the line in which the words stand, and the address of its paragraph."""
        about = {kind: {text[f"{kind}_id"] for text in texts} - {None} for kind in ("film", "person")}
        subjects = {kind: {card["id"]: card for card in cards} for kind, cards in mixed_cards(about).items()}
        words = wanted_words(self.found.looked_for)
        return [
            text | {"about": subject, "line": line, "url": f"{_address(text, subject)}#p{line.paragraph}"}
            for text in texts
            if (subject := subjects["film"].get(text["film_id"]) or subjects["person"].get(text["person_id"]))
            for line in [excerpt(paragraphs(text["body"]), words)]
        ]


def suggested(phrase, postings, popular):
    """Return {kind: cards} of what an unfinished phrase may lead to; one query besides those of the search."""
    asked, ids = suggest(phrase, postings, popular)
    cards = mixed_cards(ids)
    return cards | {"film": saying_why(cards["film"], asked)}


def saying_why(films, asked):
    """Return cards of films with the title each was found by, where that is another one than the card shows."""
    titles = [found_by(titles_shown("film", card), asked) for card in films]
    return [card | {"found_by": title} if title else card for card, title in zip(films, titles, strict=True)]


def _as_shown(value):
    """Return (language, text) of a text in two languages: the reader's own, or the other one where that is empty."""
    reader = get_language()
    return next(((code, value[code]) for code in (reader, *value) if value[code]), (reader, ""))


def _address(text, subject):
    view = "catalogue:film-text" if text["film_id"] else "catalogue:person-text"
    return address(view, subject["slug"], text["slug"])
