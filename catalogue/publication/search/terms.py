"""The postings that find a page by words, made of its document."""

from .fields import FIRST, NAMES, TEXT, TITLE, TITLED, WHOLE
from .words import SMALL, indexed, key, parts_of, read, titles_of


def search_terms(kind, titles, names=(), texts=()):
    """Yield (field, value) of all that finds a page: by its titles, the names on it, and its texts."""
    titles = [title for title in titles if title]
    wholes = [form for title in titles for form in titles_of(title)] if kind in TITLED else []
    parts = (
        [form for title in titles for part in parts_of(title) for form in titles_of(part)] if wholes else []
    )
    yield from ((f"{kind}.{WHOLE}", whole) for text in {*wholes, *parts} if (whole := key(text)))
    yield from ((f"{kind}.{FIRST}", form) for text in {*wholes, *parts} for form in _first(text))
    yield from ((f"{kind}.{TITLE}", word) for title in titles for word in indexed(title))
    yield from ((f"{kind}.{NAMES}", word) for name in set(names) if name for word in indexed(name))
    found = {word for text in texts if text for word in indexed(text)}
    yield from ((f"{kind}.{TEXT}", word) for word in found - SMALL)


def _first(title):
    word = read(title)[:1]
    return (*word[0].forms, *word[0].also) if word else ()
