"""A family of compositions: how it draws, and which films it suits."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    draw: Callable  # (film, inks, chance) → Sheet
    suits: Callable = lambda film: True
