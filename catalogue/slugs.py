"""Readable, unique and stable addresses.

A slug follows its name as long as nobody chose another; what was once a public address is never given to anything else.
"""

import re

from catalogue.folding import fold

MAX_LENGTH = 80
NUMBER = re.compile(r"№|\bn[°º]", re.IGNORECASE)


def slug_of(name, fallback):
    """Return name as a slug of at most 80 letters, cut between words; fallback where nothing readable is left.

    A sign of number is "n": "n°2", "nº 2" and "№ 2" are "n-2". A degree sign separates words: "37°2" is "37-2".
    """
    slug = fold(NUMBER.sub("n ", name).replace("°", " ")).replace(" ", "-")
    if len(slug) > MAX_LENGTH:
        slug = slug[:MAX_LENGTH].rsplit("-", 1)[0]
    return slug or fallback


def first_free(slug, is_taken):
    """Return slug, or slug-2, slug-3… the first for which is_taken(slug) is false."""
    candidate, number = slug, 1
    while is_taken(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
