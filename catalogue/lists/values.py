"""All values of one filter that a list of films could have: pages from A to Z, narrowed by letter and by text."""

from django.utils.translation import gettext as _

from catalogue.folding import fold, letter
from catalogue.publication.fields import COLUMN, UNKNOWN, field
from catalogue.publication.index.named import Named

from .facets import ALPHABET, letters_with
from .filters import LONGEST_PHRASE, left_aside
from .pages import Pages
from .query import Query, parameters

PAGE_SIZE = 300  # so that all countries are on one


class ValuesQuery(Query):
    """The address of such a page: the list's, the words that names contain, and the letter they begin with."""

    own = ("named", "initial")


def values_parameters():
    """Return all that such a page understands."""
    return (*parameters(), *ValuesQuery.own)


class FieldValues:
    """One page of values. `facets` are those of the list, `asked` the query string, `path` the address of the page."""

    def __init__(self, facets, name, asked, path):
        self._facets, self.name, self.label = facets, name, str(field(name).label)
        self.initial, self.named, self.notices = _understood(asked)
        own = {"initial": [self.initial] if self.initial else [], "named": [self.named] if self.named else []}
        self.address = ValuesQuery(path, facets.query.values | own)
        found = self._named(fold(self.named))
        shown = found.under(self.initial) if self.initial else found
        self.total = len(shown)
        self.is_narrowed = bool(self.initial or self.named)
        self.is_long = self.is_narrowed or self.total > PAGE_SIZE  # to be narrowed, or widened again
        self.letters = letters_with(found.letters(), [self.initial], self.address, "initial")
        self.pages = Pages(shown, facets.asked.chosen.get("page", 1), self.address, PAGE_SIZE)
        self.notices += self.pages.notices if self.is_long else []

    def _named(self, text):
        facets, name = self._facets, self.name
        if field(name).held_as == COLUMN:
            chosen = facets.asked.chosen.get(name, [])
            return facets.postings.values(name).named(facets.within_reach(name), text, chosen)
        named = ((facets.key(name, value), value, count) for value, _chosen, count in facets.offered(name))
        return Named.of(row for row in named if text in row[0])

    @property
    def groups(self):
        """{letter: choices} of this page, from A to Z; what is unknown comes last in a short list."""
        groups = {}
        for choice in self._facets.choices(self.name, self.pages.items):
            is_last = choice.value == UNKNOWN and not self.is_long
            first = "?" if is_last else letter(self._facets.key(self.name, choice.value))
            groups.setdefault(first, []).append(choice)
        return dict(sorted(groups.items(), key=lambda group: group[0] == "?"))

    @property
    def hidden(self):
        """What the form sends along that asks for a text."""
        return self.address.hidden("initial", "named")

    @property
    def all_url(self):
        """The address of all values, not narrowed."""
        return self.address.removing("initial").removing("named").url


def _understood(asked):
    """Return the letter and the text that are asked for, and what is told of what was not understood."""
    initial, named = asked.get("initial", ""), asked.get("named", "").strip()[:LONGEST_PHRASE]
    ignored = []
    if initial not in ("", *ALPHABET):
        ignored.append((initial, _("First letter")))
        initial = ""
    if named and not fold(named):
        ignored.append((named, _("Name")))
        named = ""
    return initial, named, [left_aside(*pair) for pair in ignored]
