"""A family of compositions: how it draws, which films it suits, which it leans to."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    draw: Callable  # (film, inks, chance) → Sheet
    suits: Callable = lambda film: True
    decades: tuple = ()  # those whose manner it has
    leans: Callable = lambda film: False  # a title that it was made for

    def leaning(self, film):
        """Return how much a film calls for this family; the first offered wins among equals."""
        decade = film.year // 10 * 10 if film.year else None
        return 2 * bool(self.leans(film)) + (decade in self.decades)
