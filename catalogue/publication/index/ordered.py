"""An ordering as workers hold it: its blocks, so that a page is found by skipping what holds nothing of it."""

from bisect import bisect_right
from typing import NamedTuple

from pyroaring import BitMap

FEW = 4  # of a block whose places are looked for one by one
GROUP = 32  # blocks that are skipped at once where nothing of them is wanted


class Block(NamedTuple):
    """Some ids that follow each other; `members` are the same as a bitmap."""

    first_key: bytes
    ids: object  # array of ids
    members: BitMap


class _Group(NamedTuple):
    first_key: bytes
    blocks: list
    members: BitMap

    @classmethod
    def of(cls, blocks):
        return cls(blocks[0].first_key, blocks, BitMap.union(BitMap(), *(block.members for block in blocks)))


class Ordering:
    """Blocks in the order of their first keys; never changed, so that readers of several threads can share it."""

    def __init__(self, groups=()):
        self._groups = list(groups)

    @classmethod
    def of(cls, blocks):
        """Make one of {first key: array of ids}."""
        ordered = [Block(first, blocks[first], BitMap(blocks[first])) for first in sorted(blocks)]
        return cls(_Group.of(ordered[start : start + GROUP]) for start in range(0, len(ordered), GROUP))

    def changed(self, blocks):
        """Return the same with other blocks in the place of those with the same first key; what is new goes between."""
        if not self._groups:
            return Ordering.of(blocks)
        firsts = [group.first_key for group in self._groups]
        groups, touched = list(self._groups), {}
        for first, ids in blocks.items():
            place = max(0, bisect_right(firsts, first) - 1)
            touched.setdefault(place, {})[first] = Block(first, ids, BitMap(ids))
        for place, others in touched.items():
            merged = {block.first_key: block for block in groups[place].blocks} | others
            groups[place] = _Group.of([merged[first] for first in sorted(merged)])
        return Ordering(groups)

    def page(self, wanted, first, count, backwards=False, has_all=False):
        """Return `count` of the wanted ids from place `first` (0 is the first); `has_all` where all are wanted."""
        inside = len if has_all else wanted.intersection_cardinality
        turned = reversed if backwards else iter
        found = []
        for group in turned(self._groups):
            if first >= (here := inside(group.members)):
                first -= here
                continue
            for block in turned(group.blocks):
                if first >= (here := inside(block.members)):
                    first -= here
                    continue
                ids = list(turned(block.ids)) if has_all else _ordered(block, wanted, turned)
                found += ids[first : first + count - len(found)]
                first = 0
                if len(found) == count:
                    return found
        return found

    def place(self, wanted, pk, backwards=False, has_all=False):
        """Return the place of an id among the wanted ones (0 is the first); None where it is none of them."""
        if pk not in wanted:
            return None
        inside = len if has_all else wanted.intersection_cardinality
        turned, before = reversed if backwards else iter, 0
        for group in turned(self._groups):
            if pk not in group.members:
                before += inside(group.members)
                continue
            for block in turned(group.blocks):
                if pk in block.members:
                    ids = list(turned(block.ids)) if has_all else _ordered(block, wanted, turned)
                    return before + ids.index(pk)
                before += inside(block.members)
        return None


def _ordered(block, wanted, turned):
    """Return those of a block that are wanted, in its order; where they are few, without looking at the others."""
    inside = set(block.members & wanted)
    if len(inside) <= FEW:
        return list(turned(sorted(inside, key=block.ids.index)))
    return [pk for pk in turned(block.ids) if pk in inside]
