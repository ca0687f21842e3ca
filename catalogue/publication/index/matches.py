"""The films of a list, in the shapes that counting needs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyroaring import BitMap

DENSE = 16  # a bitmap is quick where it holds more than one id of so many


@dataclass(frozen=True)
class Matches:
    """Some films, of which the values of fields are counted; `everything` are all films, where they are known."""

    films: BitMap
    everything: BitMap | None = None

    @property
    def is_everything(self):
        return self.films is self.everything

    def count(self, ids):
        """Return how many of some films are among them."""
        if self._others is None:
            return self.films.intersection_cardinality(ids)
        return len(ids) - self._others.intersection_cardinality(ids)

    @cached_property
    def _others(self):
        """All other films, where bitmaps tell quicker what is among these: roaring ones compare badly when sparse."""
        if self.everything is None or len(self.films) * DENSE > len(self.everything):
            return None
        return self.everything - self.films

    @cached_property
    def array(self):
        """Their ids, ascending, as what arrays are looked up by."""
        return np.frombuffer(self.films.to_array(), dtype=np.uint32).astype(np.intp)

    def mask(self, size):
        """Return an array of this size or more that holds 1 at each of their ids, else 0."""
        if len(self._mask) < size:
            self._mask.resize(size, refcheck=False)
        return self._mask

    @cached_property
    def _mask(self):
        mask = np.zeros(int(self.films.max()) + 1 if self.films else 0, dtype=np.uint8)
        mask[self.array] = 1
        return mask
