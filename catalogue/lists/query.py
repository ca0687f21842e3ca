"""The query string of a list: parsed once, changed by making another, always written in the same order.

Parameters stand in the order of `parameters`, the values of one by their codes, but for those whose order is that of
the list: so a list has one address, however it came about.
"""

from functools import lru_cache
from urllib.parse import quote_plus

from catalogue.publication.fields import chosen_fields


def parameters():
    """Return all that a list of films understands, in the order of its address. Rename one and links break.

    "as" is the part of a company's page, "q" the words of a search.
    """
    return _parameters(chosen_fields())


@lru_cache(maxsize=8)
def _parameters(fields):
    return ("as", "q", *(name for field in fields for name in field.parameters), "sort", "page")


@lru_cache(maxsize=8)
def _in_given_order(fields):
    return frozenset(field.name for field in fields if field.keeps_order)


def in_order(name, values):
    """Return the values of a parameter, each once, as an address has them."""
    once = dict.fromkeys(values)
    return tuple(once if len(once) < 2 or name in _in_given_order(chosen_fields()) else sorted(once))


@lru_cache(maxsize=16)
def _places(names, own):
    """Return {parameter: its place in an address}; what a page has of its own stands in front of the page's number."""
    return {name: place for place, name in enumerate((*names[:-1], *own, names[-1]))}


class Query:
    """The parameters of a list's address. Methods return another Query, without the page: a new list begins at 1."""

    own = ()  # parameters that lists of films do not have

    def __init__(self, path, values):
        """`values` is {parameter: values}; what is unknown, empty or there twice is left out."""
        self.path = path
        self.values = {name: in_order(name, values[name]) for name in self._places() if values.get(name)}

    def _places(self):
        return _places(parameters(), self.own)

    def _changed(self, **changes):
        query = object.__new__(type(self))
        query.path = self.path
        merged = {**self.values, **changes, "page": ()}
        names = sorted(merged, key=self._places().get)
        query.values = {name: in_order(name, merged[name]) for name in names if merged[name]}
        return query

    def adding(self, name, value):
        return self._changed(**{name: (*self.values.get(name, ()), value)})

    def adder(self, name):
        """Return what gives the address with a value added, as `adding` does: quicker where there are many."""
        places, before, after = self._places(), [], []
        for other, value in self.hidden(name):
            (before if places[other] < places[name] else after).append(f"{other}={_quoted(value)}")
        start, end = (
            f"{self.path}?{''.join(f'{pair}&' for pair in before)}{name}=",
            "".join(f"&{pair}" for pair in after),
        )
        if not (own := self.values.get(name)):
            return lambda value: f"{start}{_quoted(value)}{end}"
        between = f"&{name}="
        return lambda value: f"{start}{between.join(map(_quoted, in_order(name, (*own, value))))}{end}"

    def removing(self, name, value=None):
        """Without one value of a parameter, or without all of them."""
        left = tuple(v for v in self.values.get(name, ()) if value is not None and v != value)
        return self._changed(**{name: left})

    def setting(self, **values):
        """With these values in the place of the present ones; None takes a parameter away."""
        return self._changed(
            **{name: () if value is None else (str(value),) for name, value in values.items()}
        )

    def page(self, number):
        return type(self)(self.path, {**self.values, "page": (str(number),) if number > 1 else ()})

    def at(self, path):
        """The same parameters at another path."""
        return Query(path, self.values)

    def hidden(self, *without):
        """The (name, value) pairs that a form must send along, but for those it asks for itself."""
        return [(n, v) for n, vs in self.values.items() if n not in (*without, "page") for v in vs]

    @property
    def url(self):
        pairs = [f"{name}={_quoted(value)}" for name, values in self.values.items() for value in values]
        return f"{self.path}?{'&'.join(pairs)}" if pairs else self.path


@lru_cache(maxsize=10_000)
def _quoted(value):
    return quote_plus(value)
