"""Chance with long tails, as in life: a few that are met everywhere, very many that are met once."""

from bisect import bisect
from itertools import accumulate


class Zipf:
    """Draws values of which the first is the most frequent; the rth comes 1 / r ** exponent as often."""

    def __init__(self, values, exponent):
        self.values = list(values)
        self.weights = list(accumulate(1 / rank**exponent for rank in range(1, len(self.values) + 1)))

    def one(self, chance):
        return self.values[bisect(self.weights, chance.random() * self.weights[-1], hi=len(self.values) - 1)]

    def many(self, chance, count):
        return chance.choices(self.values, cum_weights=self.weights, k=count)

    def some(self, chance, count):
        """At most `count` different ones."""
        return list(dict.fromkeys(self.many(chance, count)))


class Careers:
    """Draws numbers: now and then one that is new, else whoever was drawn before, the more often the likelier.

    Most come once or twice, a few by the hundred (Simon's process).
    """

    def __init__(self, share_of_new, numbers):
        self.share_of_new, self.numbers, self.drawn = share_of_new, numbers, []

    def one(self, chance):
        is_new = not self.drawn or chance.random() < self.share_of_new
        number = next(self.numbers) if is_new else self.drawn[int(chance.random() * len(self.drawn))]
        self.drawn.append(number)
        return number

    def some(self, chance, count):
        return list(dict.fromkeys(self.one(chance) for _number in range(count)))
