"""Fields of films: what lists can be narrowed by, and what pages find films by. One declaration each.

The query string, its form, postings, facets, chips, lists of values and portraits derive from the declarations. Those
of the catalogue are in `film_fields`; an app beside it registers its own when it is ready (see docs/develop.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from django.utils.translation import pgettext_lazy

from catalogue.folding import fold

from .saying import Saying

VALUES, COLUMN, WAYS, BY_KEY = "values", "column", "ways", "by key"  # see Field.held_as
UNKNOWN = "unknown"  # the value of a film whose document does not say
NO_LABELS = {}  # of values that no visitor chooses
LONGEST = 150  # letters of a value


@dataclass(frozen=True)
class Range:
    """That the values of a field are whole numbers, which can be asked for from one to another."""

    first: int
    last: int
    from_label: str
    to_label: str
    since: str  # how a title says it, with a place for the first of them
    until: str  # or for the last
    put_right: str  # what a visitor is told who asked for them in the wrong order


@dataclass(frozen=True, eq=False)
class Field:
    """A field of films.

    `terms` is given a film's document and a day, and yields (value, {"fr", "en"}) for each value the film has on it:
    see `named`. Where `says` tells the names they are not kept. `label` is what visitors call the field; without one
    they cannot choose by it. A field whose value may differ from one way of seeing a film to another has `way` in the
    place of `terms`: it is given the film, a version of it, an offer of that version and the day (see `ways`).

    A film has the value UNKNOWN of a field that visitors choose by and that its document says nothing of.
    """

    name: str
    label: str = ""
    terms: Callable = lambda film, today: ()
    way: Callable = None
    says: Callable = None  # value -> text in the reader's language, for values that are no names
    takes: Callable = None  # value -> whether it could be one of this field, where not any text could
    name_of: Callable = None  # value, language -> its name, for values that no film holds
    unknown: str = pgettext_lazy("value of a filter", "Unknown")
    order: Callable = None  # sort key of a value; without one the most frequent come first
    range: Range | None = None
    all_of: str = ""  # what choosing all of several values at once is called; else one of them is enough
    # (field, values) of a way that are meant where nothing of that other field is chosen.
    assumes: tuple = ()
    holds_also: str = ""  # a value that makes a film hold every other value too, but for the unknown
    related: Callable = None  # value -> other values that are offered beside it
    company_roles: tuple = ()  # that a company has for the films it finds
    next_change: Callable = None  # film, today -> the next day on which `terms` answers otherwise, or None
    # How workers hold it in memory: each value with its films, a column that tells the values of each film (where there
    # may be as many values as films, each of one name in all languages), the ways of films with what each holds, or not
    # at all: read by key when asked for.
    held_as: str = VALUES
    # values -> {value: Value}, of a field that visitors choose by and that workers do not hold
    read: Callable = None
    is_facet: bool = True  # whether the filter column offers it
    # number of chosen values -> what they are called, where one chip is for all of them
    said_together: Callable = None
    keeps_order: bool = False  # whether the order of chosen values is that of the list
    in_portrait: int = 12  # how many of its values a portrait shows
    heading: str = ""  # of its table in a portrait; the label unless told
    way_in: str = ""  # its heading on the home page, which offers its first values
    # How the title of a list says what is chosen; by its label where none is told.
    in_title: Saying | None = None
    # What a film's page calls others that have a "%(value)s" in common with it; without it that tells nothing.
    akin: str = ""

    @cached_property
    def is_chosen(self):
        """Whether visitors can choose films by it."""
        return bool(self.label)

    @property
    def parameters(self):
        """Its names in an address."""
        name = self.name
        if self.range:
            return (name, f"{name}_from", f"{name}_to", f"{UNKNOWN}_{name}")
        return (name, f"{name}_all") if self.all_of else (name,)

    def could_be(self, value, held):
        """Return whether a value makes sense, whether or not a film holds it; `held` are those that some film holds."""
        if value in held or (value == UNKNOWN and not self.range):
            return True
        if self.range:
            return value.isascii() and value.isdecimal() and self._is_in_range(value)
        if self.takes:
            return self.takes(value)
        return not self.says and value.isprintable() and len(value) <= LONGEST

    def _is_in_range(self, value):
        return value[0] != "0" and len(value) < 9 and self.range.first <= int(value) <= self.range.last

    def widened(self, values):
        """Return the values that a film may hold to be found by one of these."""
        if not self.holds_also or not {*values} - {UNKNOWN}:
            return values
        return list(dict.fromkeys([*values, self.holds_also]))

    def called(self, value, labels, language):
        """Return what visitors call a value; never its code where it has a name."""
        if value == UNKNOWN:
            return str(self.unknown)
        if self.says:
            return self.says(value)
        if not labels and self.name_of:
            return self.name_of(value, language)
        return labels.get(language) or labels.get("fr") or value

    def checked(self, value, labels):
        """Return the labels to publish with a value. One that visitors choose and that has no name is refused."""
        if self.is_chosen and not (labels or self.says or value == UNKNOWN):
            raise ValueError(f"Field {self.name!r} has a value without a label: {value!r}.")
        return NO_LABELS if self.says else labels


_fields = {}
_more_terms = {}


def register(field, after=None):
    """Add a field, behind the one named `after` or at the end. An app does so once, when it is ready."""
    if field.name in _fields:
        raise ValueError(f"There is a field named {field.name!r} already.")
    names = list(_fields)
    names.insert(names.index(after) + 1 if after else len(names), field.name)
    _set({name: _fields.get(name, field) for name in names})


def unregister(name):
    """Take a field away; for tests, which add one for a moment."""
    _set({other: field for other, field in _fields.items() if other != name})


def _set(declared):
    _fields.clear()
    _fields.update(declared)
    for derived in (fields, chosen_fields, way_fields, facets):
        derived.cache_clear()


def add_terms(name, terms):
    """Let another app add values to a field that the catalogue has declared."""
    _more_terms.setdefault(name, []).append(terms)


def field(name):
    """Return the field of this name; KeyError where there is none."""
    return _fields[name]


@cache
def fields():
    """Return all fields, in the order of addresses and of the filter column."""
    return tuple(_fields.values())


@cache
def chosen_fields():
    """Return the fields that visitors can choose by."""
    return tuple(field for field in fields() if field.is_chosen)


@cache
def way_fields():
    """Return the fields that a film may have other values of in each of its ways."""
    return tuple(field for field in fields() if field.way)


@cache
def facets():
    """Return the fields that the filter column offers."""
    return tuple(field for field in chosen_fields() if field.is_facet)


def film_terms(film, today):
    """Yield (field, value, labels) for all values that a film's document has on a day, whichever way it is seen."""
    for declared in fields():
        is_unknown = declared.is_chosen and not (declared.way or declared.read)
        for terms in (declared.terms, *_more_terms.get(declared.name, ())):
            for value, labels in terms(film, today):
                is_unknown = False
                yield declared.name, value, declared.checked(value, labels)
        if is_unknown:
            yield declared.name, UNKNOWN, NO_LABELS


def next_change(film, today):
    """Return the next day on which a film's terms will be others, or None."""
    days = [field.next_change(film, today) for field in fields() if field.next_change]
    return min((day for day in days if day), default=None)


def named(*entries):
    """Yield terms of what a document names: {"code" or "slug", "name": {"fr", "en"}}; unknown for None.

    Choices have no name there: their field says it.
    """
    for entry in entries:
        code = (entry.get("code") or entry["slug"]) if entry else UNKNOWN
        yield code, entry.get("name", NO_LABELS) if entry else NO_LABELS


def public_name(reference):
    """Return the term of a person or company: named in addresses by slug, or by number where it has no page.

    "sort" is what it stands by from A to Z: the family name first, a company without its article; then the whole name,
    for both are looked for.
    """
    name, sort_name = fold(reference["name"]), fold(reference.get("sort_name", ""))
    sort = name if sort_name in ("", name) else f"{sort_name} {name}"
    labels = {"fr": reference["name"], "en": reference["name"], "sort": sort}
    return reference["slug"] or reference["ref"].partition(":")[2], labels
