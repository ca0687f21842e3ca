"""The films of a list, in the shapes that counting needs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyroaring import BitMap


@dataclass(frozen=True)
class Matches:
    """Some films, of which the values of fields are counted. `is_everything` where they are all that is published."""

    films: BitMap
    is_everything: bool = False

    @cached_property
    def array(self):
        """Their ids, ascending."""
        return np.frombuffer(self.films.to_array(), dtype=np.uint32)

    @cached_property
    def _mask(self):
        mask = np.zeros(int(self.films.max()) + 1 if self.films else 0, dtype=np.uint8)
        mask[self.array] = 1
        return mask

    def among(self, ids):
        """Return an array that holds 1 where an id is one of theirs, else 0."""
        mask = self._mask
        if len(mask) and len(ids) and int(ids.max()) < len(mask):
            return mask[ids]
        inside = ids < len(mask)
        found = np.zeros(len(ids), dtype=np.uint8)
        found[inside] = mask[ids[inside]]
        return found
