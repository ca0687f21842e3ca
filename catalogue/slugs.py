"""Readable, unique and stable addresses.

A slug follows its name as long as nobody chose another; what was once a public address is never given to anything else.
"""

from catalogue.folding import fold

MAX_LENGTH = 80


def slug_of(name, fallback):
    """Return name as a slug of at most 80 letters, cut between words; fallback where nothing readable is left."""
    slug = fold(name).replace(" ", "-")
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
