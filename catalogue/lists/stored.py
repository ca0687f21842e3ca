"""A list of films that is stored as its filter: read from what an editor pastes, checked, written in its one form."""

import re
from difflib import get_close_matches
from urllib.parse import urlsplit

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.publication.fields import chosen_fields, field

from .codes import list_of
from .filters import BEST_MATCH, SORTS, film_filter
from .query import Query, parameters

NAMED = 8  # values that a sentence names
SHORT_ADDRESS = re.compile(r"(?:^|/)l/([\w-]+)/?$", re.ASCII)
ADDRESS = re.compile(r"^(?:https?:/)?/")


def query_of(text):
    """Return the query string in what an editor gives: an address of a list, a short one, its code, or the query."""
    text = text.strip()
    short = SHORT_ADDRESS.search(urlsplit(text).path)
    code = short[1] if short else text
    if "=" not in code and (found := list_of(code)):
        return found.url.partition("?")[2]
    if "?" in text or ADDRESS.match(text):
        return urlsplit(text).query
    return text


def canonical(query, postings):
    """Return a query string in the one form in which it is stored: what lists understand, in their order."""
    return Query("", film_filter(QueryDict(query), postings).known()).setting().url.removeprefix("?")


def faults(query, postings, goes_on=True):
    """Return a sentence for each thing in a query string that no list of films understands.

    `goes_on` says that films are to be collected by it: the words of a search are nothing that lasts.
    """
    data = QueryDict(query)
    asked = film_filter(data, postings)
    found = [
        _("“%(name)s” is no filter of films. There are: %(names)s.")
        % {"name": name[:60], "names": ", ".join(n for n in parameters() if n not in ("as", "q", "page"))}
        for name in data
        if name not in parameters()
    ]
    if goes_on and data.get("q"):
        sentence = _(
            "q=%(words)s: a selection cannot go on collecting by the words of a search. Freeze it, or filter."
        )
        found.append(sentence % {"words": data["q"][:60]})
    wrong = [
        (name, value)
        for name, made in asked.form.fields.items()
        for value in [*getattr(made, "nonsense", ()), *([data[name]] if name in asked.form.errors else [])]
    ]
    wrong += [(name, value) for name, value in asked.unheld() if not _has_meaning(name, value)]
    found += [
        _("%(name)s=%(value)s is not understood. Expected: %(expected)s.")
        % {"name": name, "value": value[:60], "expected": _expected(name, value, asked)}
        for name, value in dict.fromkeys(wrong)
    ]
    return found


def _has_meaning(name, value):
    """Whether a value that no film holds is one nevertheless: films may come to hold it."""
    declared = field(name)
    if declared.name_of:
        return declared.name_of(value, get_language()) != value
    return bool(declared.takes or declared.range)


def _expected(name, value, asked):
    """Return what a parameter takes, in words; of names those that are most like the value."""
    if name == "sort":
        return ", ".join([*SORTS, BEST_MATCH])
    if name not in {declared.name for declared in chosen_fields()}:
        made = asked.form.fields[name]
        least, most = getattr(made, "min_value", None), getattr(made, "max_value", None)
        if least is None:
            return "1"
        return _("a whole number from %(least)s to %(most)s") % {"least": least, "most": most or "…"}
    declared, held = field(name), sorted(asked.postings.values(name))
    if declared.range:
        bounds = {"least": declared.range.first, "most": declared.range.last}
        return _("a whole number from %(least)s to %(most)s") % bounds
    like = get_close_matches(value, held, NAMED) or held[:NAMED]
    return (
        ", ".join(like) + (" …" if len(held) > len(like) else "")
        if like
        else _("nothing yet: no film has any")
    )
