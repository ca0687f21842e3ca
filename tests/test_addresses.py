"""Addresses by the names of their routes: what Django's `reverse` answers, and its errors."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from catalogue.addresses import address, address_in

LANGUAGES = ["fr", "en"]
VALUES = {"int": 12, "slug": "une-lumiere-au-nord"}
PICTURE = "films/a b é.jpg"  # its route is a regular expression
WHOLE = {"int": st.integers(min_value=0), "slug": st.from_regex(r"[-a-zA-Z0-9_]{1,20}", fullmatch=True)}


def routes(patterns=None, namespaces=()):
    """(name, [kind of each argument]) of every route of the site that has a name."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        inner = getattr(entry, "url_patterns", None)
        if str(entry.pattern).startswith("admin/"):  # Django's own, and those of accounts
            continue
        if inner is not None:
            yield from routes(inner, (*namespaces, entry.namespace) if entry.namespace else namespaces)
        elif entry.name:
            kinds = [
                type(one).__name__.removesuffix("Converter").lower()
                for one in entry.pattern.converters.values()
            ]
            yield ":".join((*namespaces, entry.name)), kinds


OURS = list(routes())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "kinds"), OURS)
def test_every_route_has_the_address_that_django_gives_it(lang, name, kinds):
    args = [PICTURE] if name == "media" else [VALUES[kind] for kind in kinds]
    with override(lang):
        assert address(name, *args) == address_in(lang, name, *args) == reverse(name, args=args)


@given(
    route=st.sampled_from([row for row in OURS if row[1]]), data=st.data(), lang=st.sampled_from(LANGUAGES)
)
def test_arguments_are_filled_in_as_django_does(route, data, lang):
    name, kinds = route
    args = [data.draw(WHOLE[kind]) for kind in kinds]
    with override(lang):
        assert address(name, *args) == reverse(name, args=args)


def test_the_readers_language_is_in_the_address():
    with override("en"):
        assert address("catalogue:film-list") == "/en/films/"
        assert address_in("fr", "catalogue:film-detail", "users") == "/fr/films/users/"


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("catalogue:nothing", []),
        ("film-list", []),
        ("catalogue:film-list", ["users"]),
        ("catalogue:film-detail", []),
        ("catalogue:film-detail", ["two words"]),
        ("catalogue:film-detail", ["../admin"]),
        ("catalogue:film-detail", ["é"]),
        ("catalogue:film-detail", [""]),
        ("catalogue:film-detail", ["users", "secrets"]),
        ("poster", ["one", "abc"]),
    ],
)
def test_what_leads_nowhere_is_an_error(name, args):
    for find in (lambda: address_in("fr", name, *args), lambda: reverse(name, args=args)):
        with pytest.raises(NoReverseMatch):
            find()
