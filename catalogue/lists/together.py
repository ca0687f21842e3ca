"""What one way of seeing a film has to meet at once: its language, subtitles, format, use… (see publication/ways.py).

Where only one of these fields is in question its own postings answer; else the ways that meet the rest.
"""

from catalogue.publication.fields import UNKNOWN, field, way_fields
from catalogue.publication.index.values import Values
from catalogue.publication.posting_rows import Value


class Together:
    """The choices of an address that fields of ways have."""

    def __init__(self, asked):
        self._postings, self._all_of = asked.postings, asked.all_of
        names = [each.name for each in way_fields()]
        self.chosen = {name: asked.chosen[name] for name in names if asked.chosen.get(name)}

    def films(self):
        """The films of which one way meets all of it; None where nothing is chosen."""
        if not self.chosen:
            return None
        name, *others = self.chosen
        if not others and name not in self._all_of:
            values = field(name).widened(self.chosen[name])
            return self._postings.any_of(name, values)
        ways = self._postings.ways
        return ways.films(ways.meeting(self._conditions(self.chosen)))

    def values(self, name):
        """The values of a field, each with the films of which one way has it and meets what is chosen of the others.

        With all values at once asked for it has to have those that are chosen, too.
        """
        chosen = {other: values for other, values in self.chosen.items() if other != name}
        if name in self._all_of and name in self.chosen:
            chosen[name] = self.chosen[name]
        own, everywhere = self._postings.values(name), field(name).holds_also
        if chosen:
            ways = self._postings.ways
            return ways.values(name, ways.meeting(self._conditions(chosen, name)), own.labels, everywhere)
        if everywhere:
            return self._postings.kept(("widened", name), lambda: _widened(own, everywhere))
        return own

    def _conditions(self, chosen, counted=None):
        """Yield the (field, values, whether all of them) that a way has to meet, with what goes without saying."""
        for name, values in chosen.items():
            yield name, field(name).widened(values), name in self._all_of
        assumed = dict(pair for name in {*chosen, counted} - {None} for pair in field(name).assumes)
        for name, values in assumed.items():
            if name not in chosen and name != counted:
                yield name, values, False


def _widened(values, everywhere):
    """The same values, each but the unknown with the films that hold them all."""
    films = values.ids(everywhere)
    return Values(
        {
            value: Value(
                values.ids(value) if value == UNKNOWN else values.ids(value) | films, values.labels(value)
            )
            for value in values
        }
    )
