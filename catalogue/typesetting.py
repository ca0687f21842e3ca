"""French typography, put right in a text that was typed: quotation marks, apostrophes, ellipses, no-break spaces.

Addresses, code, the targets of links, entities and hours are left as they are. What is right already does not change:
typesetting twice is typesetting once.
"""

import re
from difflib import SequenceMatcher

from catalogue.typography import NO_BREAK_SPACE, PARAGRAPHS, with_apostrophes

THIN = "\u202f"  # a narrow no-break space: before ; ! ?
STASHED = "\ue000"  # stands for what is left alone
LEFT_ALONE = re.compile(
    rf"""{STASHED}
    | `[^`\n]*`
    | <[^<>\n]*>
    | &\#?\w+;
    | \\[!-/:-@\[-`{{-~]
    | \]\([^()\n]*\)
    | \[\^\w+\]:?
    | ^[ ]{{0,3}}\[[^\]\n]+\]:[ ].*$
    | \b(?:https?|ftp|mailto|tel):[^\s»”"<>]*[^\s»”"<>.,;:!?)\]*_]
    | \bwww\.[^\s»”"<>]*[^\s»”"<>.,;:!?)\]*_]
    | [\w.+-]+@[\w-]+\.[\w.-]*\w
    | \d+:\d+
    """,
    re.VERBOSE | re.MULTILINE,
)
STRAIGHT = re.compile(r'(?<![\w"])"(?=[^\s"])([^"]*)(?<=[^\s"])"(?![\w"])')
CURLED = re.compile(r"“(?=[^\s“”])([^“”]*)(?<=[^\s“”])”")
ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
OPENING = re.compile(r"« *(?=[^\s»])")
CLOSING = re.compile(r"(?<=[^\s«]) *»")
BEFORE = rf"(?<=[\w)\]»”*…%’{STASHED}]) *"
AFTER = rf"(?=$|[\s)\]»”*_,.…]|{STASHED})"
HIGH = re.compile(rf"{BEFORE}([;!?]+){AFTER}", re.MULTILINE)
COLON = re.compile(rf"{BEFORE}:(?=$|[\s*_])", re.MULTILINE)
MOST_COMPARED = 4000  # words


def typeset(text):
    """Return a French text as it is typeset."""
    stashed = LEFT_ALONE.findall(text)
    rest = iter(stashed)
    parts = re.split(f"({PARAGRAPHS.pattern})", LEFT_ALONE.sub(STASHED, text))
    return re.sub(STASHED, lambda _found: next(rest), "".join(map(_paragraph, parts)))


def _paragraph(text):
    text = CURLED.sub(_quoted, STRAIGHT.sub(_quoted, text))
    text = ELLIPSIS.sub("…", with_apostrophes(text))
    text = CLOSING.sub(f"{NO_BREAK_SPACE}»", OPENING.sub(f"«{NO_BREAK_SPACE}", text))
    return COLON.sub(f"{NO_BREAK_SPACE}:", HIGH.sub(rf"{THIN}\1", text))


def _quoted(found):
    """Guillemets; within guillemets, the marks of a quotation in a quotation."""
    before = found.string[: found.start()]
    inside = before.count("«") > before.count("»")
    return f"“{found[1]}”" if inside else f"«{NO_BREAK_SPACE}{found[1]}{NO_BREAK_SPACE}»"


def changes(before, after):
    """Return ([(words, words)] that look otherwise now, how many more spaces do not break any more)."""
    old, new = before.split()[:MOST_COMPARED], after.split()[:MOST_COMPARED]
    seen = [
        (" ".join(old[i:j]), typeset(" ".join(new[k:m])))
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    told = sum(_unbreaking(now) for _was, now in seen)
    return seen, max(0, _unbreaking(after) - _unbreaking(before) - told)


def _unbreaking(text):
    return text.count(NO_BREAK_SPACE) + text.count(THIN)
