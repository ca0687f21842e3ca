"""How the title of a list says what is chosen of a field; declared with the field, put together by `lists/words.py`."""

from collections.abc import Callable
from dataclasses import dataclass, field

# Where a phrase stands: it is what the films are called, an adjective of that, the first behind it, one of those that
# follow in the order of fields, or one of these that no comma may be missing before.
NOUN, ADJECTIVE, FIRST, IN_TURN, APART = "noun", "adjective", "first", "in turn", "apart"


@dataclass(frozen=True)
class Saying:
    """A phrase of `values`, joined by "or", each put as `each` has it. French elides in both.

    `whole` are the values that are said by phrases of their own, such as the unknown. `says` tells the words of a value
    where these are not what it is called; None where there are none. `together` is the phrase of values, joined by
    "and", that are asked for all at once; `counted` is said of several, whichever they are. What cannot be said so is
    said as for a field without a Saying.
    """

    phrase: str = "%(values)s"
    each: str = "%(value)s"
    whole: dict = field(default_factory=dict)
    says: Callable = None
    place: str = IN_TURN
    together: str = ""
    counted: str = ""
