"""Nothing that was saved is lost: the whole state of an object at each save, compared, restored.

A state is a document: the columns of the object, and the rows that belong to it (see `parts`) with theirs. Whoever
saves calls `begin` before it changes an object and `take` once all is saved, in the same transaction.
"""

from .differences import Change, differences
from .parts import ENTITIES, register
from .pictures import kept_pictures
from .restoring import restore
from .state import state_of, states_of
from .taking import begin, changed_by, latest, take
from .words import Words

__all__ = [
    "ENTITIES",
    "Change",
    "Words",
    "begin",
    "changed_by",
    "differences",
    "kept_pictures",
    "latest",
    "register",
    "restore",
    "state_of",
    "states_of",
    "take",
]
