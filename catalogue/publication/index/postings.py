"""The index that a worker holds: never older than the publication a request has met, and shared by its threads.

When the publication has changed, what has changed is read, and the next Postings take the place of the former.
"""

import threading
from dataclasses import replace

from catalogue.publication.state import state as read_state

from .loading import changes_since, load
from .snapshot import Postings

TRIES = 3  # to read a state of which nothing else has changed meanwhile


class Holding:
    """What one worker holds."""

    def __init__(self):
        self._held = None
        self._lock, self._packing = threading.Lock(), threading.Lock()

    def current(self, state):
        """Return the postings as they are at the state that a request has read, or later."""
        held = self._held
        if held and held.state == state:
            return held
        held = self._bring_up_to(state)
        if (names := _to_pack(held)) and self._packing.acquire(blocking=False):
            threading.Thread(target=self._pack, args=[names], name="packing", daemon=True).start()
        return held

    def prepare(self):
        """Load everything, or bring it up to date, before a worker is made that shares its memory."""
        if names := _to_pack(self._bring_up_to(read_state())):
            self._packing.acquire()
            self._pack(names)

    def forget(self):
        """Let the next reader load everything."""
        self._held = None

    def _bring_up_to(self, state):
        """Read what has changed, and the state again: a rebuild or another thread may have changed it meanwhile."""
        with self._lock:
            if self._held and self._held.state.number > state.number:
                state = read_state()
            for _try in range(TRIES):
                if not (self._held and self._held.state == state):
                    self._held = _next(self._held, state)
                if (now := read_state()) == state:
                    break
                state = now
            return self._held

    def _pack(self, names):
        """Pack columns anew in which much has changed, while readers use what there is."""
        try:
            for name in names:
                former = self._held.values(name)
                packed = former.packed_anew()
                with self._lock:
                    now = self._held.values(name).onto(packed, former)
                    self._held = replace(self._held, fields=self._held.fields | {name: now})
        finally:
            self._packing.release()


def _next(held, state):
    """Rows tell what has changed since a publication, unless a rebuild began after it."""
    if held and state.rebuilt_from <= held.state.number < state.number:
        return held.changed(state, *changes_since(held.state.number))
    return Postings(state, *load())


def _to_pack(held):
    return [name for name, values in held.fields.items() if values.is_to_pack]


worker = Holding()
current, prepare, forget = worker.current, worker.prepare, worker.forget
