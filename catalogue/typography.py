"""Typesetting that must not depend on who typed a text: its spaces, its paragraphs."""

import re

NO_BREAK_SPACE = "\u00a0"
BEFORE = re.compile(r" (?=[:;!?»](?:\s|$|[.,)…]))")
AFTER = re.compile(r"(?<=«) ")
SENTENCE_END = re.compile(r"[.!?…][»”\")\u00a0]*(?=\s)")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|[\"“«])")
PARAGRAPHS = re.compile(r"\n\s*\n")


def unbroken(value):
    """Return a text with the no-break spaces that French punctuation wants; a list or dict with all of its texts so.

    "Mufasa : Le Roi Lion" never begins a line with a colon. English has no space there, so nothing of it changes.
    """
    if isinstance(value, str):
        return AFTER.sub(NO_BREAK_SPACE, BEFORE.sub(NO_BREAK_SPACE, value))
    if isinstance(value, dict):
        return {key: unbroken(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unbroken(inner) for inner in value]
    return value


def with_apostrophes(text):
    """Return a text with ’ for each straight apostrophe between letters, or between a letter and a quotation."""
    return APOSTROPHE.sub("’", text)


def paragraphs(text):
    """Return the paragraphs of a text, which empty lines set apart. Their places, from 1, are addresses: `#p3`."""
    return [paragraph.strip() for paragraph in PARAGRAPHS.split(text.strip()) if paragraph.strip()]


def beginning(text, most):
    """Return how a text begins: whole sentences where they fill a third of the room, else whole words and "…"."""
    first = " ".join(paragraphs(text)[:1]).replace("\n", " ")
    if len(first) <= most:
        return first
    ends = [found.end() for found in SENTENCE_END.finditer(first, 0, most + 1)]
    if ends and ends[-1] * 3 >= most:
        return first[: ends[-1]]
    return first[:most].rpartition(" ")[0].rstrip(" ,;:–—(«\u00a0") + "…"
