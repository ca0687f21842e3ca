"""In which order pages are listed: blocks of sort keys, so that a page finds its place without the others moving.

Keys are compared as bytes, which both databases and Python do alike.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right

from catalogue.models import OrderingBlock, Page

from .documents import KINDS

SIZE = 1024  # pages of a block when it is made
MOST = 2 * SIZE  # pages of a block before it is split
SMALLEST = 10**15  # added to numbers, so that negative ones sort first
BATCH = 100  # keys looked for, or blocks written, in one query
FEW = 20  # keys whose blocks are looked up one by one, in one query
READ = 5000  # pages read at once
# By hand, as in `posting_rows`: every publication asks it of each key that moves.
AT = (
    "name = %s AND first_key = (SELECT below.first_key"  # noqa: S608 - no input
    f" FROM {OrderingBlock._meta.db_table} AS below WHERE below.generation = %s AND below.name = %s"
    " AND below.first_key <= %s ORDER BY below.first_key DESC LIMIT 1)"
)


def packed(ids):
    """Return ids as the bytes of a block."""
    values = array("I", ids)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def unpacked(data):
    """Return the ids of a block's bytes."""
    values = array("I")
    values.frombytes(bytes(data))
    if sys.byteorder == "big":
        values.byteswap()
    return values


def keys_of(page):
    """Return {ordering: sort key} of a page: bytes that end with its object id."""
    return {name: _key(key(page)) for name, key in KINDS[page.kind].orderings.items()}


def _key(parts):
    """Texts end with a sign below all others and numbers have one length, so that bytes sort as the parts would."""
    return b"".join(
        f"{part + SMALLEST:016d}".encode() if isinstance(part, int) else _plain(part) + b"\x01"
        for part in parts
    )


def _plain(text):
    return "".join(sign if sign >= " " else " " for sign in text).encode()


def _id_of(key):
    return abs(int(key[-16:]) - SMALLEST)


def apply(changes, generation, number):
    """Write changes, each ({ordering: key} before, the same after), to the blocks they touch and to no other."""
    removed, added = {}, {}
    for before, after in changes:
        for name in before.keys() | after.keys():
            if before.get(name) != after.get(name):
                removed.setdefault(name, set()).update([before[name]] if name in before else [])
                added.setdefault(name, set()).update([after[name]] if name in after else [])
    moved = [(name, key) for name in removed for key in removed[name] ^ added[name]]
    blocks = {(block.name, bytes(block.first_key)): block for block in _blocks_with(moved, generation)}
    firsts = {name: sorted(first for other, first in blocks if other == name) for name in removed}
    changed = {}
    for name, key in moved:
        at = bisect_left(firsts[name], key + b"\x00") - 1
        first = firsts[name][at] if at >= 0 else b""
        if (name, first) not in changed:
            changed[name, first] = _entries(blocks.get((name, first)))
        keys, ids = changed[name, first]
        at = bisect_left(keys, key)
        if key in added[name]:
            keys.insert(at, key)
            ids.insert(at, _id_of(key))
        elif keys[at] == key:
            del keys[at], ids[at]
    _write(
        [
            _block(generation, name, *part, number)
            for (name, first), entries in changed.items()
            for part in _parts(first, *entries)
        ]
    )


def replace(name, generation, blocks):
    """Put blocks in the place of all that a generation has of an ordering."""
    OrderingBlock.objects.of(generation).filter(name=name).delete()
    OrderingBlock.objects.bulk_create(blocks, batch_size=BATCH)


def all_blocks(kind, name, generation):
    """Return the blocks of an ordering, of all pages of a generation, cut where the one that visitors read is cut."""
    keys = sorted(_all_keys(kind, name, generation))
    present = OrderingBlock.objects.current().filter(name=name).order_by("first_key")
    firsts = sorted({b"", *(bytes(first) for first in present.values_list("first_key", flat=True))})
    ends = [*(bisect_left(keys, first) for first in firsts[1:]), len(keys)]
    start, blocks = 0, []
    for first, end in zip(firsts, ends, strict=True):
        entries = keys[start:end], array("I", map(_id_of, keys[start:end]))
        blocks += [_block(generation, name, *part, None) for part in _parts(first, *entries)]
        start = end
    return blocks


def _all_keys(kind, name, generation):
    """Yield the keys of all pages, read some at a time."""
    columns, after = ("kind", "object_id", "sort_key", "year", "published_at"), 0
    pages = (
        Page.objects.of(generation).filter(kind=kind).order_by("object_id").values_list(*columns, named=True)
    )
    while rows := pages.filter(object_id__gt=after)[:READ]:
        yield from (_key(KINDS[kind].orderings[name](row)) for row in rows)
        after = rows[len(rows) - 1].object_id


def _blocks_with(moved, generation):
    """Return the blocks in which these (name, key) stand or would stand; one query, two where they are many."""
    blocks, wanted = OrderingBlock.objects.of(generation), OrderingBlock.objects.none()
    if len(moved) <= FEW:
        parameters = [each for name, key in moved for each in (name, generation, name, key)]
        at = " OR ".join([AT] * len(moved))
        return list(blocks.extra(where=[at], params=parameters)) if moved else []  # noqa: S610 - no input
    firsts, needed = {}, {}
    names = {name for name, _key in moved}
    for name, first in blocks.filter(name__in=names).values_list("name", "first_key"):
        firsts.setdefault(name, []).append(bytes(first))
    for each in firsts.values():
        each.sort()
    for name, key in moved:
        if at := bisect_right(firsts.get(name, []), key):
            needed.setdefault(name, set()).add(firsts[name][at - 1])
    for name, keys in needed.items():
        wanted |= blocks.filter(name=name, first_key__in=keys)
    return list(wanted)


def _entries(block):
    """Return the keys of a block and the ids that they end with."""
    if block and block.keys:
        return bytes(block.keys).split(b"\n"), unpacked(block.ids)
    return [], array("I")


def _parts(first, keys, ids):
    """Cut a block that has grown too large; yield (first key, keys, ids) of each part."""
    if len(keys) <= MOST:
        yield first, keys, ids
        return
    for start in range(0, len(keys), SIZE):
        yield keys[start] if start else first, keys[start : start + SIZE], ids[start : start + SIZE]


def _block(generation, name, first_key, keys, ids, number):
    return OrderingBlock(
        generation=generation,
        name=name,
        first_key=first_key,
        keys=b"\n".join(keys),
        ids=packed(ids),
        number=number,
    )


def _write(blocks):
    OrderingBlock.objects.bulk_create(
        blocks,
        update_conflicts=True,
        unique_fields=["generation", "name", "first_key"],
        update_fields=["keys", "ids", "number"],
    )
