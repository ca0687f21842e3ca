"""What a list can be narrowed by: every choice with the number of films that a click on it gives.

Inside a facet choices add up (OR), facets narrow each other (AND), and a facet's numbers ignore its own choices,
so that one can always choose more, or otherwise.
"""

import heapq
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache, reduce

from catalogue.addresses import address
from catalogue.folding import fold
from catalogue.publication.fields import COLUMN, UNKNOWN, chosen_fields, field
from catalogue.publication.ways import WAY

from .related import related_choices
from .together import Together

SHOWN = 8  # choices a facet shows before "all of them"
ALPHABET = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#")

_folded = lru_cache(maxsize=50_000)(fold)


@dataclass(slots=True)
class Choice:
    """A value of a facet. Of one that is not chosen exactly one number is told, that of a click on `url`: `count`, the
    films after it, or `added`, how many more they are, where something of the facet is chosen already.
    """

    value: str
    label: str
    count: int | None
    url: str
    selected: bool
    added: int | None = None


@dataclass(slots=True)
class Facet:
    """A field with its first choices. Where all that is chosen can be asked for at once, `all_of_url` is the same list
    with that turned on or off, as `is_all_of` says; None where it would make no difference.
    """

    name: str
    label: str
    choices: list
    more_url: str | None
    all_of_url: str | None = None
    is_all_of: bool = False
    related: dict = dataclass_field(default_factory=dict)  # {value: [Choice]}: see `related_choices`


@dataclass(slots=True)
class Letter:
    letter: str
    count: int
    url: str | None
    selected: bool


@dataclass(slots=True)
class Chip:
    """A choice that can be taken back."""

    filter_label: str
    label: str
    remove_url: str


class Facets:
    """The facets of one list: its scope (all films, or a company's), its filters and its address.

    `elsewhere` is the address of the same list on the films' own page.
    """

    def __init__(self, asked, scope, query, language, elsewhere=None):
        self.asked, self.postings = asked, asked.postings
        self.scope, self.query, self.language = scope, query, language
        self.elsewhere = elsewhere or query
        self.filtered, self.together = asked.films(), Together(asked)
        films = self.together.films()
        if films is not None:
            self.filtered[WAY.name] = films
        self._matches, self._values = {}, {}

    def result(self):
        """The films of the list."""
        return self.without(None)

    def without(self, name):
        """The films that all filters but one let through; fields of ways are one filter."""
        return self.matches(name).films

    def matches(self, name):
        """The same, as they are counted."""
        key = WAY.name if name and field(name).way else name
        key = key if key in self.filtered else None
        if key not in self._matches:
            others = [films for other, films in self.filtered.items() if other != key]
            films = reduce(lambda left, right: left & right, others, self.scope)
            self._matches[key] = self.postings.matches(films)
        return self._matches[key]

    def within_reach(self, name):
        """The films that another choice of a field could bring.

        Those that are in the list already are brought by none, and none but those where all choices are to be met.
        """
        if not self.asked.chosen.get(name):
            return self.matches(name)
        if name in self.asked.all_of:
            return self.matches(None)
        return self.postings.matches(self.without(name) - self.result())

    def values(self, name):
        """The values of a field with the films that each finds beside what is chosen of other fields of ways."""
        if name not in self._values:
            own = field(name).way
            self._values[name] = self.together.values(name) if own else self.postings.values(name)
        return self._values[name]

    def label(self, name, value):
        """What visitors call a value."""
        return field(name).called(value, self.postings.values(name).labels(value), self.language)

    def facet(self, name, shown=SHOWN):
        """A facet with its most frequent choices, the chosen ones first; `shown=None` for all of them."""
        counted = self.offered(name, None if field(name).order else shown)
        if shown and len(counted) > shown and not field(name).order:
            counted = _of_the_highest(counted, shown + 1)
        first = heapq.nsmallest(shown or len(counted), counted, key=self._order(name))
        more_url = None
        if len(counted) > len(first):
            more_url = self.elsewhere.at(address("catalogue:film-values", name)).url
        choices = self.choices(name, [(value, count) for value, _chosen, count in first])
        return Facet(
            name,
            str(field(name).label),
            choices,
            more_url,
            self._all_of_url(name, len(counted)),
            name in self.asked.all_of,
            related_choices(self, name, choices),
        )

    def _all_of_url(self, name, values):
        """The list that meets all its choices of a field at once, or one of them again; None where that is the same."""
        is_on = name in self.asked.all_of
        if not field(name).all_of or not self.asked.chosen.get(name) or (values < 2 and not is_on):
            return None
        return self.query.setting(**{field(name).parameters[-1]: None if is_on else 1}).url

    def counted(self, name, enough=None):
        """[(value, whether it is chosen, number of films that hold it)] for all that the list could have.

        With `enough`, those that cannot be among so many most frequent may be left out, yet not all of them.
        """
        return self._counted(name, self.matches(name), enough)

    def offered(self, name, enough=None):
        """The same with the number of films that a click gives, or adds where something of the field is chosen."""
        return self._counted(name, self.within_reach(name), enough)

    def _counted(self, name, matches, enough):
        chosen, values = self.asked.chosen.get(name, []), self.values(name)
        counted = values.counts(matches, enough and enough + len(chosen))
        return [
            *((value, True, matches.count(values.ids(value))) for value in chosen),
            *((value, False, count) for value, count in counted if value not in chosen),
        ]

    def present(self, name):
        """How many values of a field the list could have; to be unknown is none."""
        matches = self.matches(name)
        is_unknown = matches.films.intersect(self.values(name).ids(UNKNOWN))
        return self.values(name).present(matches) - is_unknown

    def _order(self, name):
        """Chosen first, then the most frequent, then by name, or in the field's own order; the unknown last."""
        if own := field(name).order:
            return lambda counted: (True,) if counted[0] == UNKNOWN else (False, own(counted[0]))
        return lambda counted: (
            not counted[1],
            counted[0] == UNKNOWN,
            -counted[2],
            self.key(name, counted[0]),
        )

    def key(self, name, value):
        """What a value stands by from A to Z."""
        if field(name).held_as == COLUMN:
            return self.postings.values(name).key(value)
        return "" if value == UNKNOWN else _folded(self.label(name, value))

    def choices(self, name, counted):
        """The Choices of (value, number of films that hold it)."""
        address_of = self.query.adder(name)
        chosen, choices = self.asked.chosen.get(name, []), []
        is_added = chosen and name not in self.asked.all_of
        for value, number in counted:
            selected = value in chosen
            address = self.removing(name, value).url if selected else address_of(value)
            count = None if selected or is_added else number
            added = number if is_added and not selected else None
            choices.append(Choice(value, self.label(name, value), count, address, selected, added))
        return choices

    def removing(self, name, value):
        """The address without a choice; that all are to be met goes with the last one."""
        query = self.query.removing(name, value)
        if name in self.asked.all_of and not query.values.get(name):
            return query.removing(field(name).parameters[-1])
        return query

    def letters(self):
        """A to Z and "#"; a letter without films has no address."""
        chosen = self.asked.chosen.get("letter", [])
        counts = dict(self.postings.values("letter").counts(self.matches("letter")))
        return letters_with(counts, chosen, self.query)

    def _said_together(self):
        """{name of a field: what its chosen values are called together}."""
        values = {
            each: self.query.values.get(each.name, ()) for each in chosen_fields() if each.said_together
        }
        return {each.name: each.said_together(len(some)) for each, some in values.items() if len(some) > 1}

    def chips(self):
        """One chip for each choice in use, or for all those of a field that are said together, first."""
        said = {each.parameters[-1]: str(each.unknown) for each in chosen_fields() if each.range}
        all_of = {each.parameters[-1]: str(each.all_of) for each in chosen_fields() if each.all_of}
        names = {each.name for each in chosen_fields()}
        chips, together = [], self._said_together()
        for name, label in together.items():
            chips.append(Chip("", label, self.query.removing(name).url))
        for name, value in self.query.hidden("as", "sort", *together):
            filter_label = "" if name in said else self.asked.label(name)
            label = self.label(name, value) if name in names else (said | all_of).get(name, value)
            chips.append(Chip(filter_label, label, self.removing(name, value).url))
        return chips


def _of_the_highest(counted, enough):
    """Leave out what cannot be among so many first: names need not be compared. What is chosen stays."""
    least = heapq.nlargest(enough, (count for _value, chosen, count in counted if not chosen))
    return [row for row in counted if row[1] or row[2] >= least[-1]]


def letters_with(counts, chosen, query, name="letter"):
    """Return the Letters of {letter: how many}, each with the address of the list that begins with it."""
    letters, without = [], query.removing(name)
    address_of = without.adder(name)
    for letter in ALPHABET:
        count, selected = counts.get(letter, 0), letter in chosen
        address = without.url if selected else address_of(letter)
        letters.append(Letter(letter, count, address if count or selected else None, selected))
    return letters
