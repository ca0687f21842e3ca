"""The feed of a list: its newest films, read by feedparser."""

from datetime import UTC, datetime

import feedparser
import pytest

from catalogue.models import Film
from catalogue.publication.publish import publish
from tests.makers import make_film

from .films import taken

pytestmark = pytest.mark.django_db
FEED = "/fr/films/list.atom"


@pytest.fixture(scope="module")
def films(shared_rows):
    with shared_rows(make_films):
        yield


def make_films():
    """Forty films, the first ones last; two of them directed, one with signs that no XML may hold."""
    for number in range(40):
        film = make_film(
            ["A < B & C", "Be\x07ll"][number] if number < 2 else f"Film {number}",
            1990,
            ["FR", "SN"][number % 2 :],
            directors=["Ada", "Bela"][:number] if number < 3 else [],
            short_summary_fr="Un film <b>à part</b>." if number == 1 else "",
            published=False,
        )
        Film.objects.filter(pk=film.pk).update(
            published_at=datetime(2026, 3, 1 + number // 2, 12, tzinfo=UTC)
        )
        publish(film)


def read_feed(client, address):
    feed = feedparser.parse(taken(client, address))
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.mark.usefixtures("films")
def test_a_feed_is_valid_and_says_what_it_is(client):
    response = client.get(f"{FEED}?country=SN&sort=year")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = read_feed(client, f"{FEED}?country=SN&sort=year")
    assert feed.version == "atom10"
    assert feed.feed.title == "Films sénégalais"
    assert feed.feed.language == "fr"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["alternate"] == feed.feed.id == "http://testserver/fr/films/?country=SN&sort=year"
    assert links["self"] == f"http://testserver{FEED}?country=SN&sort=year"
    assert feed.feed.author == "Catalogue de films"


@pytest.mark.usefixtures("films")
def test_it_tells_the_newest_films_first_whatever_the_order_of_the_list(client):
    feed = read_feed(client, f"{FEED}?sort=title")
    dates = [entry.published for entry in feed.entries]
    assert len(dates) == 30
    assert dates == sorted(dates, reverse=True)
    assert feed.feed.updated == dates[0]
    assert feed.entries[0].title == "Film 39 (1990)"


@pytest.mark.usefixtures("films")
def test_an_entry_names_its_directors_and_summary(client):
    entries = {entry.title: entry for entry in read_feed(client, f"{FEED}?director=ada").entries}
    bell, other = entries["Bell (1990)"], entries["Film 2 (1990)"]
    assert [author.name for author in bell.authors] == ["Ada"]
    assert [author.name for author in other.authors] == ["Ada", "Bela"]
    assert bell.summary == "<p>Sénégal, 1990</p><p>Un film &lt;b&gt;à part&lt;/b&gt;.</p>"
    assert bell.link == "http://testserver/fr/films/be-ll/"


@pytest.mark.usefixtures("films")
def test_entries_keep_their_ids_and_dates_when_a_film_is_corrected(client):
    film = Film.objects.get(title="Film 39")
    before = read_feed(client, FEED)
    film.title, film.slug = "Autre titre", "autre-titre"
    film.save()
    publish(film)
    after = read_feed(client, FEED)
    assert after.entries[0].title == "Autre titre (1990)"
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert [entry.updated for entry in after.entries] == [entry.updated for entry in before.entries]
    assert [entry.id for entry in read_feed(client, "/en/films/list.atom").entries] == [
        entry.id for entry in before.entries
    ]


def test_a_list_without_films_is_a_feed_without_entries(client):
    nothing = f"{FEED}?country=JP"
    assert read_feed(client, nothing).entries == []
    assert taken(client, nothing) == taken(client, nothing)
