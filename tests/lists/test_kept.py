"""What all pages of a list share is made once for each publication, language and address."""

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from catalogue.lists.films import Listing
from catalogue.lists.filters import film_filter
from catalogue.publication.index import postings, snapshot
from catalogue.publication.state import state
from config.jinja2 import made_once
from tests.makers import make_film

pytestmark = pytest.mark.django_db


def listing(address):
    request = RequestFactory().get(address)
    current = postings.current(state())
    return Listing(film_filter(request.GET, current), current.all_films(), request.path)


def facets(address):
    return listing(address).facets


def column(address):
    """The filter column as a page has it."""
    component = engines["jinja2-fr"].env.get_template("components/filters.html").module.filters
    return made_once(component, listing(address))


def test_pages_of_a_list_share_their_facets_until_something_is_published():
    make_film("Users", countries=["FR"], directors=["Ada", "Bo"])
    first = facets("/fr/films/?country=FR")
    assert facets("/fr/films/?country=FR&page=2") is first
    make_film("Norilsk", countries=["FR"], directors=["Ada"])
    now = facets("/fr/films/?country=FR")
    counts = {facet.name: [choice.count for choice in facet.choices] for facet in now}
    assert counts["director"] == [2, 1]


def test_pages_of_a_list_share_their_filter_column_until_something_is_published():
    make_film("Users", countries=["FR"], directors=["Ada", "Bo"])
    first = column("/fr/films/?country=FR")
    assert column("/fr/films/?country=FR&page=2") is first
    assert column("/fr/films/?country=FR&sort=year") != first != column("/fr/films/")
    make_film("Norilsk", countries=["FR"], directors=["Ada"])
    assert ">Ada <small>2</small>" in column("/fr/films/?country=FR")


def test_a_column_is_made_anew_where_templates_are_edited(settings):
    settings.DEBUG = True
    make_film("Users", countries=["FR"])
    assert column("/fr/films/") is not column("/fr/films/")


@pytest.mark.parametrize("other", ["/fr/films/", "/fr/films/?country=BE", "/fr/films/?country=FR&sort=year"])
def test_other_filters_and_other_addresses_have_their_own(other):
    make_film("Users", countries=["FR", "BE"])
    assert facets("/fr/films/?country=FR") != facets(other)


def test_each_language_has_its_own():
    make_film("Users", countries=["DE", "BR"])
    make_film("Norilsk", countries=["SE"])
    labels = []
    for language in ("fr", "en"):
        with translation.override(language):
            labels.append([choice.label for facet in facets("/films/")[:1] for choice in facet.choices])
    assert labels == [["Allemagne", "Brésil", "Suède"], ["Brazil", "Germany", "Sweden"]]


def test_there_is_a_most_of_what_is_kept(monkeypatch):
    monkeypatch.setattr(snapshot, "MOST_KEPT", 3)
    make_film("Users", countries=["FR"])
    for page in range(1990, 2000):
        facets(f"/fr/films/?year_from={page}")
    assert len(postings.current(state())._kept) <= 3
