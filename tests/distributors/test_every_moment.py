"""Page, card and facet say the same at every moment: no housekeeping has run in these tests."""

from datetime import date

import pytest

from catalogue.models import Page
from catalogue.publication import day
from catalogue.publication.publish import publish, publish_due
from distributors.models import Offer
from tests.makers import make_film
from tests.pages.reading import all_words, links, read

pytestmark = pytest.mark.django_db


def with_offers(*windows, title="Users", support="dvd"):
    film = make_film(title, published=False)
    for first, last in windows:
        Offer.objects.create(film=film, support=support, first_day=first, last_day=last)
    publish(film)
    return film


def shown(client):
    """(whether the page says that it is available, the card's label, the films of the facet)."""
    film, films = read(client, "/en/films/users/"), read(client, "/en/films/")
    facet = [text for text, address in links(films, ".filters") if "support=dvd" in address]
    return (
        all_words(film, ".see__sentence")[0].startswith("Available on"),
        formats(films),
        [text.split()[-1] for text in facet],
    )


def formats(page):
    """What cards say of formats."""
    return [line for line in all_words(page, ".card > p") if ":" in line]


THERE, GONE = (True, ["Available today: DVD"], ["1"]), (False, [], [])
ORDINARY, SPRING, AUTUMN, LEAP = (
    (f"{day} 00:00:00", f"{day} 12:00:00", f"{day} 23:59:59", f"{before} 23:59:59", f"{after} 00:00:00", day)
    for before, day, after in (
        ("2026-06-14", "2026-06-15", "2026-06-16"),
        ("2026-03-28", "2026-03-29", "2026-03-30"),  # 23 hours
        ("2026-10-24", "2026-10-25", "2026-10-26"),  # 25 hours
        ("2028-02-28", "2028-02-29", "2028-03-01"),
    )
)


@pytest.mark.parametrize("moments", [ORDINARY, SPRING, AUTUMN, LEAP], ids=["any", "spring", "autumn", "leap"])
def test_an_offer_of_one_day_is_there_from_midnight_to_midnight_in_paris(client, clock, moments):
    *inside, before, after, only = moments
    clock(before)
    with_offers((only, only))
    make_film("Other")  # or there would be no list to look at
    assert shown(client) == GONE
    for moment in inside:
        clock(moment)
        assert shown(client) == THERE
    clock(after)
    assert shown(client) == GONE


def test_an_offer_ends_in_the_night_in_which_another_begins_or_comes_back_later(client, clock):
    clock("2026-05-31 23:59:59")
    with_offers((None, "2026-05-31"), ("2026-06-01", "2026-06-02"), ("2026-06-04", None))
    make_film("Other")
    found = []
    for moment in ("05-31 23:59:59", "06-01 00:00:00", "06-02 23:59:59", "06-03 00:00:00", "06-04 00:00:00"):
        clock(f"2026-{moment}")
        found.append(shown(client))
    assert found == [THERE, THERE, THERE, GONE, THERE]


def test_every_page_with_a_card_or_a_facet_is_of_the_day(client, clock):
    clock("2026-06-15 23:59:59")
    film = with_offers(("2026-06-16", None))
    addresses = ["/en/", "/en/films/", "/en/films/?support=dvd", "/en/films/charts/", "/en/portrait/"]
    for address in addresses:
        clock("2026-06-15 23:59:59")
        before = client.get(address)
        Page.objects.filter(object_id=film.pk).update(next_change=date(2026, 6, 16))
        clock("2026-06-16 00:00:00")
        after = client.get(address)
        assert before["ETag"] != after["ETag"]
    assert all_words(read(client, "/en/"), ".opening .label") == ["Available today: DVD"]


def test_a_worker_asks_once_whether_the_day_changes_anything(client, clock, django_assert_num_queries):
    clock("2026-06-15 12:00:00")
    with_offers((None, "2026-06-16"))
    read(client, "/en/films/?sort=year")
    with django_assert_num_queries(2):
        read(client, "/en/films/?sort=-year")
    clock("2026-06-16 00:00:00")
    with django_assert_num_queries(3):
        read(client, "/en/films/?sort=year")
    with django_assert_num_queries(2):
        read(client, "/en/films/?sort=-year")


def test_what_is_much_is_left_to_the_housekeeping_and_cards_are_right_all_the_same(
    client, clock, monkeypatch
):
    monkeypatch.setattr(day, "LITTLE", 1)
    clock("2026-06-15 12:00:00")
    for title in ("Users", "Autre"):
        with_offers(("2026-06-16", None), title=title)
    make_film("Third")
    clock("2026-06-16 00:00:00")
    assert shown(client) == (True, ["Available today: DVD"] * 2, [])
    assert publish_due(date(2026, 6, 16)) == 2
    assert shown(client) == (True, ["Available today: DVD"] * 2, ["2"])


def test_a_card_tells_what_is_available_from_what_only_exists(client, clock):
    clock("2026-06-15 12:00:00")
    film = make_film("Users", published=False)
    for support, columns in {
        "dvd": {},
        "vod": {"availability": "available"},
        "dcp": {"last_day": "2026-06-14"},
        "16mm": {"first_day": "2026-06-16"},
        "svod": {"availability": "unavailable"},
    }.items():
        Offer.objects.create(film=film, support=support, **columns)
    Offer.objects.create(film=film, support="vod", use="educational")
    publish(film)
    assert formats(read(client, "/en/films/")) == ["Available today: VOD", "Known formats: DVD"]
    assert formats(read(client, "/fr/films/")) == [
        "Disponible aujourd’hui\u00a0: VOD",
        "Supports connus\u00a0: DVD",
    ]
