"""Addresses of pages by the names of their routes: what Django's `reverse` answers, without its search at every call.

What a route looks like in a language is found once; an address is that with its arguments filled in. Whatever is not
plain (a name or a value that does not fit, a value to be quoted, a route that is a regular expression) is left to
`reverse`, which refuses it or knows better.
"""

import re
from functools import cache
from urllib.parse import quote

from django.urls import URLResolver, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from django.utils.translation import get_language, override

ARGUMENT = re.compile(r"<[^>]+>")
PLAIN = re.compile(r"[\w.-]+", re.ASCII).fullmatch  # needs no quoting
SAFE = "!$&'()*+,;=/~:@"  # what `reverse` leaves as it is


def address(name, *args):
    """Return the address of a route, in the reader's language."""
    return address_in(get_language(), name, *args)


def address_in(language, name, *args):
    """Return the address of a route in a language; NoReverseMatch where there is none."""
    route, converters = _routes(language).get(name, ("", None))
    if converters is None or len(args) != len(converters):
        return _reversed(language, name, args)
    texts = []
    for (to_url, fits), value in zip(converters, args, strict=True):
        text = str(to_url(value))
        if not (fits(text) and PLAIN(text)):
            return _reversed(language, name, args)
        texts.append(text)
    return route % tuple(texts)


def _reversed(language, name, args):
    with override(language):
        return reverse(name, args=args)


@cache
def _routes(language):
    """Return {name: (route with a place for each argument, [(to_url, fits)])} of all that is no regular expression."""
    with override(language):
        found = list(_walk(get_resolver().url_patterns, "/", {}, ()))
    names = [name for name, _route, _converters in found]
    return {name: (route, converters) for name, route, converters in found if names.count(name) == 1}


def _walk(patterns, above, converters, namespaces):
    for entry in patterns:
        pattern = entry.pattern
        if not isinstance(pattern, RoutePattern | LocalePrefixPattern):
            continue
        parts = (quote(part, SAFE).replace("%", "%%") for part in ARGUMENT.split(str(pattern)))
        route = above + "%s".join(parts)
        found = converters | pattern.converters
        if isinstance(entry, URLResolver):
            inside = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, route, found, inside)
        elif entry.name:
            ways = [(one.to_url, re.compile(one.regex).fullmatch) for one in found.values()]
            yield ":".join((*namespaces, entry.name)), route, ways
