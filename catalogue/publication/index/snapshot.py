"""Counts, facets and pages of any list, by algebra on bitmaps. Each worker holds one `Postings` (see `postings`)."""

from dataclasses import dataclass, field

from pyroaring import BitMap

from catalogue.publication.state import State
from catalogue.publication.ways import WAY

from .matches import Matches
from .ordered import Ordering
from .values import Values
from .vocabulary import Vocabulary
from .ways import Ways

NOTHING = BitMap()
NO_VALUES = Values({})
NO_WAYS = Ways()
NO_WORDS = Vocabulary.of(())
WORDS = "words"  # the vocabulary, among the fields
NO_ORDERING = Ordering()
MOST_KEPT = 300  # things that are made of it and wanted again


@dataclass(frozen=True)
class Postings:
    """What workers hold of the publication's index, as it was at a state or later. It never changes."""

    state: State
    fields: dict  # {field: Values, Column or Ways}
    orderings: dict  # {name: Ordering}
    _kept: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def kept(self, key, make):
        """Return what `make` makes of these postings alone, made once for each key."""
        found = self._kept.get(key)
        if found is None:
            found = make()
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    def changed(self, state, fields, orderings):
        """Return the next one, which shares all that has stayed: {field: {value: Value}}, {name: {first key: ids}}."""
        found = Postings(
            state,
            self.fields | {name: self.values(name).changed(values) for name, values in fields.items()},
            self.orderings | {name: self._ordering(name).changed(those) for name, those in orderings.items()},
        )
        if not fields and not orderings:
            found._kept.update(self._kept)
        return found

    def values(self, field_name):
        """Return the Values or the Column of a field."""
        return self.fields.get(field_name, NO_WORDS if field_name == WORDS else NO_VALUES)

    @property
    def words(self):
        """The Vocabulary of the search."""
        return self.values(WORDS)

    def ids(self, field_name, value):
        """Return the bitmap of one value; empty where nothing holds it. Not to be changed."""
        return self.values(field_name).ids(value)

    def any_of(self, field_name, values):
        """Return the union of several values' bitmaps."""
        return BitMap.union(NOTHING, *(self.ids(field_name, value) for value in values))

    def all_films(self):
        return self.ids("all", "film")

    @property
    def ways(self):
        """The ways in which films can be seen."""
        return self.fields.get(WAY.name, NO_WAYS)

    def matches(self, films):
        """Return films as Matches."""
        return Matches(films, self.all_films())

    def page(self, ids, ordering, first, count, backwards=False):
        """Return `count` of the ids from place `first` (0 is the first) of an ordering."""
        has_all = ids is self.all_films()
        return self._ordering(ordering).page(ids, first, count, backwards, has_all)

    def place(self, ids, ordering, pk, backwards=False):
        """Return the place of one of the ids in an ordering (0 is the first); None where it stands nowhere."""
        has_all = ids is self.all_films()
        return self._ordering(ordering).place(ids, pk, backwards, has_all)

    def _ordering(self, name):
        return self.orderings.get(name, NO_ORDERING)
