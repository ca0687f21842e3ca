"""Lists of names: people, companies, distributors, from A to Z."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.publication.cards import cards
from catalogue.publication.index.matches import Matches

from .facets import ALPHABET, letters_with
from .filters import left_aside
from .pages import Ordered, Pages
from .query import Query

PARAMETERS = ("letter", "page")  # that a list of names understands


@dataclass(frozen=True)
class Entry:
    """A name and where it leads; `count` is its number of films, None where that is no matter."""

    name: str
    slug: str
    note: str
    count: int | None


class Names:
    """A list of names, of which one page is read. One query.

    `asked` is {"letter", "page"} as a query string holds them, `path` where its links lead. `scope` limits it to some
    ids, `counts` is given the ids of the page and tells {id: number of films}.
    """

    def __init__(self, asked, postings, kind, path, scope=None, counts=None):
        everyone = postings.any_of(f"{kind}.letter", postings.values(f"{kind}.letter"))
        shown = everyone if scope is None else everyone & scope
        wanted = asked.get("letter", "")
        chosen = wanted if wanted in ALPHABET else ""
        address = Query(path, {"letter": [chosen] if chosen else []})
        by_letter = dict(postings.values(f"{kind}.letter").counts(Matches(shown)))
        self.letters = letters_with(by_letter, [chosen], address)
        ids = shown & postings.ids(f"{kind}.letter", chosen) if chosen else shown
        self.total = len(ids)
        number = asked.get("page") or "1"
        is_number = number.isdecimal() and len(number) < 9 and int(number) > 0
        self.pages = Pages(Ordered(postings, [ids], f"{kind}.name"), int(number) if is_number else 1, address)
        ignored = [] if is_number else [(number, _("Page"))]
        ignored += [(wanted, _("First letter"))] if wanted not in ("", *ALPHABET) else []
        self.notices = self.pages.notices + [left_aside(value, label) for value, label in ignored]
        numbers = counts(self.pages.items) if counts else {}
        self.entries = [_entry(card, numbers.get(card["id"])) for card in cards(kind, self.pages.items)]


def _entry(card, count):
    note = card.get("qualifier") or card.get("full_name", "")
    return Entry(card["name"], card["slug"], note, count)
