"""Who reads a film's page counts once a day, without a cookie; editors, robots and HEAD requests do not count."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from catalogue import answers, housekeeping
from catalogue.models import DailyViews, Film, Viewing
from catalogue.readership import viewings
from tests.makers import make_film, make_text
from tests.pages.reading import read, titles

pytestmark = pytest.mark.django_db

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
FILM = "/fr/films/users/"
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def nothing_noted_by_other_tests(db):
    viewings.write_down()  # of films that are there no more


def visit(client, address=FILM, agent=BROWSER, ip="192.0.2.1", method="get", **headers):
    return getattr(client, method)(address, REMOTE_ADDR=ip, headers={"User-Agent": agent, **headers})


def counted():
    """{film title: count} of today, once what was noted is written down."""
    viewings.write_down()
    return {row.film.title: row.count for row in DailyViews.objects.filter(day=timezone.localdate())}


def test_a_visitor_counts_once_a_day_however_often_the_page_is_read(client):
    make_film("Users")
    for _time in range(3):
        visit(client)
    assert counted() == {"Users": 1}
    visit(client)
    assert counted() == {"Users": 1}


def test_visitors_are_told_apart_by_address_and_browser(client):
    make_film("Users")
    for ip, agent in (("192.0.2.1", BROWSER), ("192.0.2.2", BROWSER), ("192.0.2.1", "Opera/9")):
        visit(client, ip=ip, agent=agent)
    assert counted() == {"Users": 3}


def test_a_page_that_a_worker_has_kept_counts_for_all_who_read_it(client):
    make_film("Users")
    for number in range(3):
        visit(client, ip=f"192.0.2.{number}")
    assert (len(answers.kept), counted()) == (1, {"Users": 3})


def test_every_film_and_every_language_of_its_page_counts_for_the_film(client):
    for title in ("Users", "Norilsk"):
        make_film(title)
    visit(client)
    visit(client, "/en/films/users/", ip="192.0.2.2")
    visit(client, "/fr/films/norilsk/")
    assert counted() == {"Users": 2, "Norilsk": 1}


def test_a_visitor_counts_again_on_another_day(client, monkeypatch):
    make_film("Users")
    visit(client)
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY + timedelta(days=1))
    visit(client)
    viewings.write_down()
    assert list(DailyViews.objects.order_by("day").values_list("day", "count")) == [
        (TODAY, 1),
        (TODAY + timedelta(days=1), 1),
    ]
    assert Viewing.objects.values("visitor").distinct().count() == 2


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1)",
        "curl/8.5",
        "python-requests/2",
        "HeadlessChrome/120",
        "Slurp",
    ],
)
def test_robots_do_not_count(client, agent):
    make_film("Users")
    assert visit(client, agent=agent).status_code == 200
    assert counted() == {}


def test_an_editor_does_not_count(admin_client):
    make_film("Users")
    visit(admin_client)
    assert counted() == {}


def test_head_requests_and_pages_not_sent_again_do_not_count(client):
    make_film("Users")
    etag = visit(client, method="head")["ETag"]
    assert visit(client, **{"If-None-Match": etag}).status_code == 304
    assert counted() == {}


def test_lists_texts_and_missing_pages_do_not_count(client):
    make_text(make_film("Users"), "Une note.")
    for address in ("/fr/", "/fr/films/", f"{FILM}texts/intention-note/", "/fr/films/nothing/"):
        visit(client, address)
    assert counted() == {}


def test_reading_writes_nothing_while_the_page_waits(client, django_assert_max_num_queries):
    make_film("Users")
    with django_assert_max_num_queries(11) as asked:
        visit(client)
    verbs = {query["sql"].split()[0] for query in asked.captured_queries}
    assert verbs - {"DECLARE"} == {"SELECT"}  # DECLARE: a cursor of PostgreSQL
    assert not DailyViews.objects.exists()


def test_neither_address_nor_browser_is_kept(client):
    make_film("Users")
    visit(client)
    viewings.write_down()
    (viewing,) = Viewing.objects.values()
    assert viewing["visitor"].isalnum()
    assert len(viewing["visitor"]) == 32
    assert "192.0.2.1" not in str(viewing)


def test_behind_a_proxy_the_last_hop_tells_the_visitor_and_elsewhere_nobody_can_pretend(client, settings):
    make_film("Users")
    for forged in ("203.0.113.1", "203.0.113.2"):
        visit(client, **{"X-Forwarded-For": forged})
    assert counted() == {"Users": 1}
    settings.BEHIND_PROXY = True
    for hops in ("203.0.113.1, 198.51.100.7", "203.0.113.2, 198.51.100.7", "198.51.100.8"):
        visit(client, **{"X-Forwarded-For": hops})
    assert counted() == {"Users": 3}


def test_a_film_deleted_meanwhile_is_forgotten(client):
    film = make_film("Users")
    visit(client)
    Film.objects.filter(pk=film.pk).delete()
    assert counted() == {}


def test_who_read_is_forgotten_after_a_day_and_the_counts_stay():
    film = make_film("Users")
    for days in range(4):
        day = TODAY - timedelta(days=days)
        Viewing.objects.create(day=day, film_id=film.pk, visitor="a")
        DailyViews.objects.create(day=day, film=film, count=1)
    viewings.forget_past_days(TODAY)
    assert set(Viewing.objects.values_list("day", flat=True)) == {TODAY, TODAY - timedelta(days=1)}
    assert DailyViews.objects.count() == 4


def test_a_note_written_down_after_midnight_adds_to_its_own_day(client):
    make_film("Users")
    for number in range(5):
        visit(client, ip=f"192.0.2.{number}")
    viewings.write_down()
    visit(client, ip="192.0.2.99")
    housekeeping.keep_day(TODAY + timedelta(days=1))
    viewings.write_down()
    assert DailyViews.objects.get(day=TODAY).count == 6


def test_what_could_not_be_written_down_is_written_when_the_database_answers_again(client):
    def away(*_arguments):
        raise OperationalError("away")

    make_film("Users")
    visit(client)
    with connection.execute_wrapper(away), pytest.raises(OperationalError):
        viewings.write_down()
    visit(client, ip="192.0.2.2")
    assert counted() == {"Users": 2}


def test_what_was_read_becomes_popular_on_the_home_page(client):
    for title in ("Users", "Norilsk"):
        make_film(title)
    visit(client)
    housekeeping.work()
    assert read(client, "/fr/").css("#popular") != []
    assert titles(read(client, "/fr/").css_first("section[aria-labelledby=popular]")) == ["Users"]
