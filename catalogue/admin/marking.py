"""Two texts with what differs marked, word by word."""

import re
from dataclasses import replace
from difflib import SequenceMatcher

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

WORDS = re.compile(r"\s+|[^\s]+")
LONGEST = 4000  # words of both: a longer text is shown without marks


def marked(changes):
    """Return these changes with the words that differ marked, where something stands on both sides."""
    return [
        replace(change, **dict(zip(("before", "after"), _both(change.before, change.after), strict=True)))
        for change in changes
    ]


def shortened(changes, longest=300):
    """Return these changes with long texts cut."""
    return [
        replace(change, before=_cut(change.before, longest), after=_cut(change.after, longest))
        for change in changes
    ]


def _cut(text, longest):
    return text if hasattr(text, "__html__") or len(text) <= longest else f"{text[:longest].rstrip()}…"


def _both(before, after):
    was, now = WORDS.findall(before), WORDS.findall(after)
    if not (was and now) or "__html__" in {*dir(before)} | {*dir(after)} or len(was) + len(now) > LONGEST:
        return before, after
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return _side(was, "del", ((step, a, b) for step, a, b, _c, _d in steps)), _side(
        now, "ins", ((step, c, d) for step, _a, _b, c, d in steps)
    )


def _side(words, element, steps):
    parts = []
    for step, first, end in steps:
        text = conditional_escape("".join(words[first:end]))
        parts.append(text if step == "equal" or not text else format_html("<{0}>{1}</{0}>", element, text))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped
