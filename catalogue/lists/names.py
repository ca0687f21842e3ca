"""Lists of names: people, companies, distributors, from A to Z."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.lists.facets import Letter
from catalogue.lists.films import cards
from catalogue.lists.filters import left_aside
from catalogue.lists.pages import PAGE_SIZE, Pager
from catalogue.lists.query import Query

ALPHABET = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#")


@dataclass(frozen=True)
class Entry:
    """A name and where it leads; `count` is its number of films, None where that is no matter."""

    name: str
    slug: str
    note: str
    count: int | None


class Directory(Pager):
    """One page of names. `scope` limits it to some ids, `count` tells an id's number of films. One query."""

    def __init__(self, request, postings, kind, scope=None, count=lambda pk: None):
        letters = postings.values(f"{kind}.letter")
        everyone = postings.any_of(f"{kind}.letter", letters)
        shown = everyone if scope is None else everyone & scope
        asked = request.GET.get("letter", "")
        chosen = asked if asked in ALPHABET else ""
        address = Query(request.path, {"letter": [chosen] if chosen else []})
        self.letters = [
            _letter(letter, shown, postings.ids(f"{kind}.letter", letter), chosen, address)
            for letter in ALPHABET
        ]
        ids = shown & postings.ids(f"{kind}.letter", chosen) if chosen else shown
        number = request.GET.get("page") or "1"
        is_number = number.isdecimal() and len(number) < 9 and int(number) > 0
        super().__init__(len(ids), int(number) if is_number else 1, address)
        ignored = [] if is_number else [(number, _("Page"))]
        ignored += [(asked, _("First letter"))] if asked not in ("", *ALPHABET) else []
        self.notices += [left_aside(value, label) for value, label in ignored]
        page = postings.page(ids, f"{kind}.name", self.first, PAGE_SIZE)
        self.entries = [
            Entry(
                card["name"],
                card["slug"],
                card.get("qualifier") or card.get("full_name", ""),
                count(card["id"]),
            )
            for card in cards(kind, page)
        ]


def _letter(letter, shown, holders, chosen, address):
    count = shown.intersection_cardinality(holders)
    selected = letter == chosen
    target = address.removing("letter") if selected else address.setting(letter=letter)
    return Letter(letter, count, target.url if count or selected else None, selected)
