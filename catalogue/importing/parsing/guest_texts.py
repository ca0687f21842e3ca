"""Texts that are signed: paragraphs, then the author's name and quality. No Django."""

from catalogue.importing.parsing.names import is_capitalised, looks_like_name
from catalogue.importing.records import Found, GuestText

LONGEST_SIGNATURE = 100  # less than the longest name that the catalogue takes


def guest_texts(lines):
    """Return the texts of these lines; a signature ends a text, and what follows the last one is a text unsigned."""
    texts, paragraphs = [], []
    for group in groups(lines):
        author, quality = signature(group) if paragraphs else (None, None)
        if author:
            texts.append(GuestText(tuple(paragraphs), author, quality))
            paragraphs = []
        else:
            paragraphs += [line.paragraph() for line in group]
    if paragraphs:
        texts.append(GuestText(tuple(paragraphs), None, None))
    return tuple(texts)


def groups(lines):
    """Return lines that no empty line parts, together."""
    groups = []
    for line in lines:
        if line.after_blank or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def signature(group):
    """Return (author, quality) when a group signs a text: "Danae Elon / Cinéaste" or "Danae Elon, cinéaste"."""
    if len(group) > 2 or any(
        line.ends_like_a_sentence or len(line.text) > LONGEST_SIGNATURE for line in group
    ):
        return None, None
    first = group[0].text.lstrip("—–- ")
    if len(group) == 1:
        name, _comma, quality = first.partition(", ")
        line = group[0].number
        return (
            (Found(name, line), Found(quality, line) if quality else None)
            if looks_like_name(name)
            else (None, None)
        )
    one_name = len(first.split()) == 1 and is_capitalised(first)
    if not looks_like_name(first) and not one_name:
        return None, None
    return Found(first, group[0].number), group[1].found()
