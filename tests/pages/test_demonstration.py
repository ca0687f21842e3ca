"""The demonstration catalogue as visitors read it: what holds for every one of its pages."""

import io
from functools import partial

import pytest
from django.core.management import call_command

from catalogue.models import Page
from tests.pages.headings import over_nothing, repeated
from tests.pages.reading import addresses, read

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]


@pytest.fixture(scope="module", autouse=True)
def demonstration(shared_rows):
    with shared_rows(partial(call_command, "load_fixtures", stdout=io.StringIO())):
        yield


def slugs(kind):
    return list(Page.objects.current().filter(kind=kind).values_list("slug", flat=True))


def test_every_film_has_films_beside_it(client):
    for slug in slugs("film"):
        cards = read(client, f"/fr/films/{slug}/").css("section[aria-labelledby=neighbours] .card__title a")
        assert 6 <= len(cards) <= 8, slug
        assert len({card.attributes["href"].partition("?")[0] for card in cards}) == len(cards)


@pytest.mark.parametrize("kind", ["film", "person", "company", "selection"])
def test_no_heading_stands_over_nothing_or_twice(client, kind):
    folder = {"person": "people", "company": "companies"}.get(kind, f"{kind}s")
    for slug in slugs(kind):
        page = read(client, f"/fr/{folder}/{slug}/")
        assert (over_nothing(page), repeated(page)) == ([], []), slug


def test_its_own_pages_are_linked_to_and_lead_to_pages_that_are_there(client):
    assert len(slugs("page")) == 3
    for lang in ("fr", "en"):
        linked = addresses(read(client, f"/{lang}/"), "footer nav")
        for slug in slugs("page"):
            assert f"/{lang}/pages/{slug}/" in linked
            page = read(client, f"/{lang}/pages/{slug}/")
            assert page.css(".note") == []
            for address in addresses(page, ".written"):
                assert client.get(address).status_code == 200, address
