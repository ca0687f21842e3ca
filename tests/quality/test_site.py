"""The list of the kinds of pages is complete: what is not in it is not looked at."""

from urllib.parse import urlsplit

import pytest
from django.urls import get_resolver, resolve
from django.utils import translation

from tests.quality.site import LANGUAGES
from tests.quality.site import PAGES_AND_STYLES as PAGES

NO_PAGES = {
    "catalogue:film-booklet",  # these three are made as that of a selection is
    "catalogue:film-list-booklet",
    "catalogue:company-booklet",
    "catalogue:booklet-ask",
    "catalogue:booklet-file",
    "catalogue:film-export",
    "catalogue:selection-export",
    "catalogue:selection-take-along",  # made as that of a list is
    "manifest",
    "site-icon",
    "theme",
    "catalogue:film-cite",
    "catalogue:film-secrets-cite",
    "catalogue:film-text-cite",
    "catalogue:person-text-cite",
    "catalogue:styleguide-poster",
    "catalogue:film-embed",  # see test_embed.py
    "catalogue:selection-embed",
    "catalogue:opensearch",
    "catalogue:suggest",
    "catalogue:suggest-json",
    "catalogue:draft",  # a page with a line above it; it is no page of search engines
    "catalogue:selection-draft",
    "language",
    "healthz",
    "readyz",
    "robots",
    "sitemap",
    "sitemap-part",
    "favicon",
    "oembed",
    "media",
    "poster",
    "share-card",
    "short-address",
}


def views(resolver, namespace=""):
    """The names of all views below an address, the admin's apart: "catalogue:film-list"."""
    for pattern in resolver.url_patterns:
        if str(pattern.pattern).startswith("admin/"):
            continue
        if hasattr(pattern, "url_patterns"):
            yield from views(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}"


def test_every_view_of_the_site_has_its_page_here():
    with translation.override("fr"):
        seen = {resolve(urlsplit(f"/fr/{address}").path).view_name for address in PAGES.values()}
    assert {*views(get_resolver())} == seen | NO_PAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_answers_as_its_kind_does(page, lang):
    answers = {name: page.request.get(f"/{lang}/{address}").status for name, address in PAGES.items()}
    assert answers == dict.fromkeys(PAGES, 200) | {"not-found": 404}
