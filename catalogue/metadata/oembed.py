"""What other sites show of a page (oEmbed): a card in an <iframe>, in the size that they ask for."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.html import escape

from catalogue.addresses import address_in
from catalogue.publication.frame import site

KINDS = {"catalogue:film-detail": "film", "catalogue:selection-detail": "selection"}
WIDTH = 600  # unless a smaller width is asked for
NARROW = 360  # pixels, below which the poster stands above the words: static/css/embed.css
KEPT = 24 * 3600  # seconds that they may keep an answer for


def page_at(url, host):
    """Return (kind, slug, language) of a page of this host that has a card, None of any other address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    language = translation.get_language_from_path(parts.path)
    if parts.scheme not in ("http", "https") or parts.netloc != host or not language:
        return None
    with translation.override(language):
        try:
            found = resolve(parts.path)
        except Resolver404:
            return None
    kind = KINDS.get(found.view_name)
    return (kind, found.kwargs["slug"], language) if kind else None


def size(kind, most_width=None, most_height=None):
    """Return (width, height) in pixels of a card of this kind with these maxima."""
    width = min(WIDTH, most_width or WIDTH)
    film = 240 if width >= NARROW else width * 3 // 2 + 225
    height = {"film": film, "selection": 360}[kind]
    return width, min(height, most_height or height)


def frame(origin, language, kind, slug, title, size):
    """Return the markup of a card, as text: what is in it can open a window, and nothing else."""
    width, height = size
    source = origin + address_in(language, f"catalogue:{kind}-embed", slug)
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{width}" height="{height}" loading="lazy"'
        ' style="border:0;max-width:100%" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def embed_code(kind, here, slug, title):
    """Return the markup that a page offers to put on other sites."""
    return frame(here["origin"], translation.get_language(), kind, slug, title, size(kind))


def answer(origin, title, author, html, size):
    """Return the answer of the protocol, {name: value}."""
    width, height = size
    named = {"author_name": author} if author else {}
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        **named,
        "provider_name": site().name,
        "provider_url": f"{origin}/",
        "cache_age": KEPT,
        "html": html,
        "width": width,
        "height": height,
    }
