"""The ways in which films can be seen, as workers hold them: the films of each, and which of them hold a value.

Ways are numbered, so that what several conditions leave of them is algebra on bitmaps of a few thousand numbers.
"""

from collections import defaultdict
from functools import reduce

from pyroaring import BitMap

NOTHING = BitMap()


class Ways:
    """Never changed, so that readers of several threads can share it."""

    is_to_pack = False

    def __init__(self, numbers=None, films=(), holding=None):
        """`numbers` is {way: its number}, `films` the bitmap of each, `holding` {field: {value: numbers of ways}}."""
        self._numbers, self._films, self._holding = numbers or {}, films, holding or {}

    @classmethod
    def of(cls, held):
        """Make one of {way: Value}, of which the labels tell what it holds: {field: values}."""
        return cls().changed(held)

    def changed(self, changes):
        """Return the same with other ways, {way: Value}; those without films stay, and find none."""
        numbers, films, more = dict(self._numbers), list(self._films), defaultdict(list)
        for way, found in changes.items():
            if way in numbers:
                films[numbers[way]] = found.ids
                continue
            number = numbers[way] = len(films)
            films.append(found.ids)
            for field, values in found.labels.items():
                for value in values:
                    more[field, value].append(number)
        holding = {field: dict(values) for field, values in self._holding.items()}
        for (field, value), added in more.items():
            values = holding.setdefault(field, {})
            values[value] = values.get(value, NOTHING) | BitMap(added)
        return Ways(numbers, films, holding)

    def holding(self, field, values, is_all_of=False):
        """Return the numbers of the ways that hold one of these values of a field, or all of them."""
        held = self._holding.get(field, {})
        found = [held.get(value, NOTHING) for value in values]
        return BitMap.intersection(*found) if is_all_of and found else BitMap.union(NOTHING, *found)

    def meeting(self, conditions):
        """Return the numbers of the ways that meet (field, values, whether all of them) at once."""
        return reduce(lambda left, right: left & right, (self.holding(*each) for each in conditions))

    def films(self, numbers):
        """Return the films that can be seen in one of these ways."""
        films = self._films
        return BitMap.union(NOTHING, *[films[number] for number in numbers])

    def by_value(self, field, numbers=None):
        """Return {value: films that can be seen in a way that holds it}, of these ways or of all."""
        return {
            value: self.films(found)
            for value, held in self._holding.get(field, {}).items()
            if (found := held if numbers is None else held & numbers)
        }
