"""What offers add to the publication: supports of the day, distributors for good, and the day of the next change."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from catalogue import housekeeping
from catalogue.models import Company, Page
from catalogue.publication.index import postings
from catalogue.publication.publish import publish, publish_due
from catalogue.publication.state import state
from distributors.models import Offer
from tests.makers import make_distributor, make_film
from tests.pages.reading import all_words, read, titles

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)


def with_offer(title="Users", **columns):
    film = make_film(title, published=False)
    Offer.objects.create(film=film, support="dvd", **columns)
    publish(film)
    return film


def films_on_dvd():
    return list(postings.current(state()).ids("support", "dvd"))


def test_a_support_counts_from_the_day_the_offer_begins_to_its_last():
    film = with_offer(first_day=TODAY + 2 * DAY, last_day=TODAY + 4 * DAY)
    assert Page.objects.get(kind="film").next_change == TODAY + 2 * DAY
    found = []
    for days in range(7):
        changed = publish_due(TODAY + days * DAY)
        found.append((changed, films_on_dvd()))
    there, gone = [film.pk], []
    assert found == [(0, gone), (0, gone), (1, there), (0, there), (0, there), (1, gone), (0, gone)]
    assert Page.objects.get(kind="film").next_change is None


def test_availability_and_what_is_asked_beside_it_are_of_the_day():
    film = with_offer(use="home", first_day=TODAY + 2 * DAY, last_day=TODAY + 3 * DAY)
    found = []
    for days in range(5):
        publish_due(TODAY + days * DAY)
        ways = postings.current(state()).ways
        asked = [("use", ["home"]), ("support", ["dvd"])]
        found.append(
            [
                value
                for value in ("soon", "today", "ended")
                if film.pk in ways.films(ways.meeting([*asked, ("available", [value])]))
            ]
        )
    assert found == [["soon"], ["soon"], ["today"], ["today"], ["ended"]]


def test_a_day_that_was_missed_is_made_up_for():
    with_offer(first_day=TODAY + DAY, last_day=TODAY + 2 * DAY)
    assert (publish_due(TODAY + 30 * DAY), films_on_dvd()) == (1, [])
    assert publish_due(TODAY + 30 * DAY) == 0


def test_the_command_and_the_workers_do_it_too():
    film = with_offer(first_day=TODAY + DAY)
    Page.objects.update(next_change=TODAY)
    call_command("publish", "--due")
    assert Page.objects.get(kind="film").next_change == TODAY + DAY
    assert housekeeping.keep_day(TODAY + DAY) == 1
    assert films_on_dvd() == [film.pk]


def test_the_page_of_the_day_says_what_the_offers_say_of_that_day(client, clock):
    with_offer(first_day=date(2030, 5, 2), last_day=date(2030, 5, 3))

    def said(day):
        clock(f"2030-05-0{day} 12:00:00")
        return all_words(read(client, "/en/films/users/"), ".see__sentence")[0]

    assert [said(day) for day in (1, 2, 3, 4)] == [
        "Not available yet: from 2 May 2030 to 3 May 2030 on DVD.",
        "Available on DVD until 3 May 2030.",
        "Available on DVD until 3 May 2030.",
        "Not available since 4 May 2030.",
    ]


def test_an_unavailable_offer_is_no_support_and_names_its_distributor_all_the_same(client):
    with_offer(availability="unavailable", distributor=make_distributor("ISKRA"))
    assert titles(read(client, "/fr/films/?distributor=iskra")) == ["Users"]
    page = read(client, "/en/films/?support=dvd")
    assert all_words(page, ".notices p") == ["No film answers “Format: DVD”. Drop this choice"]
    assert titles(page) == []
    assert titles(read(client, "/fr/companies/iskra/?as=distributor")) == ["Users"]


def test_a_support_of_which_nothing_more_is_stated_is_a_format_of_the_film(client):
    """The facet names formats; the page says that it is not stated whether they can be had."""
    with_offer()
    assert titles(read(client, "/en/films/?support=dvd")) == ["Users"]
    page = read(client, "/en/films/users/")
    assert all_words(page, ".see__sentence") == ["Exists on DVD; availability not stated."]
    assert page.css_first(".see--lit") is None


def test_publishing_a_film_publishes_the_distributor_it_is_the_first_to_name():
    film = with_offer(distributor=make_distributor("ISKRA"))
    assert Company.objects.get().published_at is not None
    assert (
        Page.objects.get(kind="film", object_id=film.pk).document["offers"][0]["distributor"]["slug"]
        == "iskra"
    )
