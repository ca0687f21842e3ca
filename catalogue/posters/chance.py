"""What looks like chance in a poster, and is the same each time for a film."""

from random import Random


class Chance:
    """Numbers drawn from a seed; only Random.random(), which is the same in every Python."""

    def __init__(self, seed):
        self._random = Random(str(seed)).random  # noqa: S311 - decides of shapes, not of secrets

    def between(self, low, high):
        return low + (high - low) * self._random()

    def whole(self, low, high):
        """Return a whole number, both ends included."""
        return min(high, low + int(self._random() * (high - low + 1)))

    def pick(self, choices):
        return choices[self.whole(0, len(choices) - 1)]

    def yes(self, share=0.5):
        return self._random() < share

    def shuffled(self, things):
        places = sorted((self._random(), at) for at in range(len(things)))
        return [things[at] for _place, at in places]
