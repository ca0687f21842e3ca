"""From a film's page one goes on: in the list one came from, and back to it."""

import pytest
from django.utils import timezone

from catalogue.lists.codes import code_of, list_of
from catalogue.lists.pages import PAGE_SIZE
from catalogue.lists.query import Query
from catalogue.models import Company
from catalogue.publication.day import postings_of
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.state import state
from tests.makers import make_film
from tests.pages.reading import read, words

pytestmark = pytest.mark.django_db


def cards(page):
    """[(title, address)] of the cards of a list."""
    links = page.css(".results .card__title a")
    return [(words(link), link.attributes["href"]) for link in links]


def beside(page):
    """{"prev", "next": (title, address)}, those that there are."""
    links = page.css(".along > a")
    return {
        link.attributes["rel"].split()[0]: (words(link.css_first("cite")), link.attributes["href"])
        for link in links
    }


def place(page):
    return words(page.css_first(".along p span"))


def walked(client, address):
    """The titles of a list in the order in which its films lead from one to the next; each leads back to its card."""
    listing = read(client, address)
    total = words(listing.css_first("#results")).split()[0]
    seen, (_title, url) = [], cards(listing)[0]
    while url:
        page = read(client, url)
        seen.append(words(page.css_first("h1")))
        assert place(page) == f"{len(seen)} of {total}"
        back, _hash, card = page.css_first(".along p a").attributes["href"].partition("#")
        on_card = read(client, back).css_first(f"#{card} .card__title a")
        assert (words(on_card), on_card.attributes["href"]) == (seen[-1], url)
        if len(seen) > 1:
            assert beside(page)["prev"][0] == seen[-2]
        url = beside(page).get("next", (None, None))[1]
    return seen


def test_films_lead_from_one_to_the_next_in_the_order_of_their_list(client):
    films = [
        make_film(f"Film {n * 37 % 100}", 1990 + n % 5, ["FR" if n % 8 else "BE"], published=False)
        for n in range(PAGE_SIZE + 2)
    ]
    publish(*films)
    for sort in ("", "title", "-title", "year", "-year", "newest"):
        address = f"/en/films/?country=FR&sort={sort}"
        assert walked(client, address) == [title for title, _url in cards(read(client, address))]


def test_a_list_of_several_pages_is_walked_through(client):
    publish(*[make_film(f"Film {number:02}", published=False) for number in range(PAGE_SIZE + 3)])
    assert walked(client, "/en/films/") == [f"Film {number:02}" for number in range(PAGE_SIZE + 3)]


def test_a_search_is_walked_in_the_order_of_what_matches_best(client):
    make_film("Neige et vent")
    make_film("Autre", synopsis_fr="La neige tombe.", year=1990)
    make_film("Neige")
    make_film("Encore", synopsis_fr="De la neige.", short_summary_fr="De la neige, encore.", year=1991)
    make_film("Soleil")
    walked_through = walked(client, "/en/films/?q=neige")
    assert walked_through == [title for title, _url in cards(read(client, "/en/films/?q=neige"))]
    assert walked_through[0] == "Neige"


def test_a_companys_list_is_walked_in_its_section(client):
    for number in range(22):
        make_film(f"Produit {number:02}", producers=["ISKRA"])
    for number in range(3):
        make_film(f"Prêté {number:02}", supports=["dvd"], distributor="ISKRA")
    for section, name, films in (("producer", "Produit", 22), ("distributor", "Prêté", 3)):
        address = f"/en/companies/iskra/?as={section}&sort=-title"
        assert walked(client, address) == [f"{name} {number:02}" for number in reversed(range(films))]


def test_a_film_outside_the_list_says_nothing_of_it(client):
    make_film("Dedans", countries=["FR"])
    outside = make_film("Dehors", countries=["BE"])
    code = code_of(Query("films/", {"country": ["FR"]}))
    assert read(client, f"/en/films/dedans/?in={code}").css(".along")
    for address in (f"{outside.slug}/?in={code}", "dehors/?in=nonsense", "dehors/"):
        assert not read(client, f"/en/films/{address}").css(".along")


def test_nonsense_is_the_page_without_a_list(client):
    make_film("Seul")
    plain = client.get("/en/films/seul/")
    odd = client.get("/en/films/seul/?in=nonsense")
    assert (odd.content, odd["ETag"]) == (plain.content, plain["ETag"])


def test_a_company_that_is_no_more_leads_nowhere(client):
    film = make_film("Produit", producers=["ISKRA"])
    code = code_of(Query("companies/iskra/", {}))
    assert read(client, f"/en/films/{film.slug}/?in={code}").css(".along")
    unpublish(Company.objects.get())
    assert not read(client, f"/en/films/{film.slug}/?in={code}").css(".along")


def test_the_page_keeps_its_one_address_and_search_engines_do_not_follow_the_list(client):
    for title in ("Un", "Deux", "Trois"):
        make_film(title)
    page = read(client, f"/en/films/trois/?in={code_of(Query('films/', {}))}")
    assert page.css_first("[rel=canonical]").attributes["href"].endswith("/en/films/trois/")
    rels = [link.attributes["rel"] for link in page.css(".along a")]
    assert rels == ["nofollow", "prev nofollow", "next nofollow"]


def test_what_the_list_shows_is_right_after_every_publication(client):
    make_film("Aube")
    make_film("Bise")
    code = code_of(Query("films/", {}))
    address = f"/en/films/aube/?in={code}"
    assert beside(read(client, address))["next"][0] == "Bise"
    added = make_film("Averse")
    assert beside(read(client, address))["next"][0] == "Averse"
    added.title = "Avril"
    added.save()
    publish(added)
    assert beside(read(client, address))["next"] == ("Avril", f"/en/films/avril/?in={code}")
    unpublish(added)
    assert beside(read(client, address))["next"][0] == "Bise"


@pytest.mark.parametrize(
    ("asked", "queries"),
    [("films/", 4), ("films/?country=FR&sort=-year", 4), ("films/?q=film", 6), ("companies/iskra/", 6)],
)
@pytest.mark.parametrize("total", [2, 40])
def test_a_place_in_a_list_costs_what_the_list_does(client, total, asked, queries, django_assert_num_queries):
    publish(
        *[make_film(f"Film {n}", 1990, ["FR"], producers=["ISKRA"], published=False) for n in range(total)]
    )
    path, _mark, values = asked.partition("?")
    pairs = [pair.split("=") for pair in values.split("&") if pair]
    code = code_of(Query(path, {name: [value] for name, value in pairs}))
    assert list_of(code)
    postings_of(state(), timezone.localdate())
    with django_assert_num_queries(queries):
        page = read(client, f"/en/films/film-1/?in={code}")
    assert place(page).endswith(f" of {total}")
