"""A finished answer that a worker has kept is the very answer that it would make, and nothing of a visitor is in it."""

import gzip
from threading import Thread

import brotli
import pytest
from django.test import Client

from catalogue import answers
from catalogue.answers import OVERHEAD, Answer, Answers
from catalogue.models import Film
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_film
from tests.pages.test_answers import FILM, POLICY, PUBLIC
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

ENCODINGS = {"": lambda body: body, "gzip": gzip.decompress, "br": brotli.decompress}
LIST = "/fr/films/"


@pytest.fixture(scope="module")
def showcase(shared_rows):
    with shared_rows(make_showcase) as film:
        yield film


def everything(address, encoding=""):
    """(status, headers, body) of a page."""
    response = Client().get(address, headers={"Accept-Encoding": encoding})
    return response.status_code, dict(response.headers), response.content


def fresh(address, encoding=""):
    answers.kept.clear()
    return everything(address, encoding)


@pytest.mark.parametrize("address", [*PUBLIC, "films/charts/", "portrait/", "companies/lampe/portrait/"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_kept_answer_is_the_answer_that_would_be_made(showcase, lang, address, django_assert_num_queries):
    address = f"/{lang}/{address}"
    bodies = set()
    for encoding, decompressed in ENCODINGS.items():
        made = fresh(address, encoding)
        with django_assert_num_queries(1):
            assert everything(address, encoding) == made
        assert made[1].get("Content-Encoding", "") == encoding
        bodies.add(decompressed(made[2]))
    assert len(bodies) == 1


def test_after_any_publication_it_is_the_new_one(showcase):
    film = Film.objects.get(pk=showcase.pk)
    changes = [
        lambda: Film.objects.filter(pk=film.pk).update(short_summary_fr="Plus court.", has_changes=True),
        lambda: make_film("Nouveau", 2024, ["SE"], directors=["Ada Lindqvist"], producers=["Lampe"]),
        lambda: unpublish(Film.objects.get(title="Nouveau")),
        lambda: unpublish(film),
    ]
    for change, lang in zip(changes, ("fr", "en", "fr", "en"), strict=True):
        addresses = [f"/{lang}/{address}" for address in PUBLIC]
        for address in addresses:
            everything(address)
        change()
        publish(*Film.objects.published())
        kept = {address: everything(address) for address in addresses}
        assert kept == {address: fresh(address) for address in addresses}


def test_two_workers_answer_with_what_was_just_published(monkeypatch):
    workers = [Answers(), Answers()]
    for title in ("Aube", "Bise"):
        make_film(title)
        for worker in workers:
            monkeypatch.setattr(answers, "kept", worker)
            for _time in range(2):
                assert title in everything(LIST)[2].decode()
                assert title in everything(f"/fr/films/{title.lower()}/")[2].decode()


def test_what_a_page_does_not_understand_makes_no_other_answer(showcase):
    for address in (LIST, FILM, "/fr/people/", "/fr/companies/lampe/", "/sitemap-pages.xml", "/fr/"):
        answers.kept.clear()
        first = everything(address)
        for number in range(5):
            assert everything(f"{address}?utm_source={number}&nothing={number}") == first
        assert len(answers.kept) == 1


def test_what_a_page_understands_makes_another_answer_in_whatever_order_it_is_asked(showcase):
    first = everything(f"{LIST}?country=SE&sort=year&utm_source=mail")
    assert everything(f"{LIST}?sort=year&country=SE") == first
    assert len(answers.kept) == 1
    assert everything(f"{LIST}?country=FR&sort=year") != first
    assert "XX" in everything(f"{LIST}?country=XX")[2].decode()


def test_nothing_of_the_visitor_makes_another_answer(showcase):
    visitors = [
        {"User-Agent": "Mozilla/5.0", "Accept-Encoding": "gzip, deflate, br"},
        {"User-Agent": "Opera/9", "Accept-Encoding": "br;q=1.0, gzip;q=0.8", "Cookie": "a=b"},
        {"Accept-Language": "en", "Referer": "https://example.org/", "Accept-Encoding": "gzip, br, zstd"},
    ]
    assert len({Client().get(FILM, headers=headers).content for headers in visitors}) == 1
    assert len(answers.kept) == 1


def test_the_host_and_the_scheme_show_in_the_page(showcase, settings):
    settings.ALLOWED_HOSTS = ["films.example", "cinema.example"]
    for host in settings.ALLOWED_HOSTS:
        for secure in (False, True):
            page = Client().get(FILM, headers={"Host": host}, secure=secure).content.decode()
            assert f'rel="canonical" href="http{"s" * secure}://{host}{FILM}"' in page
    assert Client().get(FILM, headers={"Host": "elsewhere.example"}).status_code == 400
    assert len(answers.kept) == 4


def test_middleware_does_with_it_what_it_does_with_any_answer(showcase, settings):
    settings.SECURE_SSL_REDIRECT = True
    client = Client()
    for _time in range(2):
        response = client.get(FILM, secure=True)
        policy = {part.strip() for part in response["Content-Security-Policy"].split(";")}
        assert (response.status_code, policy, response["X-Frame-Options"]) == (200, POLICY, "DENY")
    assert (client.get(FILM).status_code, len(answers.kept)) == (301, 1)


def test_only_a_page_is_kept_and_head_is_answered_from_it(showcase):
    for address in (
        "/fr/films/nothing/",
        "/fr/people/nothing/",
        "/robots.txt",
        "/",
        "/posters/1-nothing.svg",
    ):
        Client().get(address)
    Client().head(LIST)
    assert len(answers.kept) == 0
    whole = Client().get(LIST)
    assert Client().head(LIST)["ETag"] == whole["ETag"]
    assert len(answers.kept) == 1


def test_while_debugging_nothing_is_kept(showcase, settings):
    settings.DEBUG = True
    assert everything(LIST)[0] == 200
    assert len(answers.kept) == 0


def test_what_is_kept_has_a_bounded_size_together(showcase, settings):
    settings.KEPT_ANSWERS = 100_000
    for number in range(30):
        everything(f"{LIST}?q=mot{number}")
    assert 1 <= len(answers.kept) < 30
    assert answers.kept.size <= 100_000


def test_the_least_recently_used_goes_first(settings):
    settings.KEPT_ANSWERS = 3 * (OVERHEAD + 100)
    store, answer = Answers(), Answer("etag", b"body", {})
    for address in "abc":
        store.put(address, answer)
    store.get("a", "etag")
    store.put("d", answer)
    assert [address for address in "abcd" if store.get(address, "etag")] == ["a", "c", "d"]
    store.put("e", Answer("etag", b"x" * settings.KEPT_ANSWERS, {}))
    assert [address for address in "acde" if store.get(address, "etag")] == ["a", "c", "d"]


def test_an_answer_of_another_version_is_none():
    store = Answers()
    store.put("a", Answer("old", b"old", {}))
    assert store.get("a", "new") is None
    store.put("a", Answer("new", b"new", {}))
    assert (store.get("a", "new").body, store.get("a", "old"), len(store)) == (b"new", None, 1)


def test_with_no_room_nothing_is_kept(settings):
    settings.KEPT_ANSWERS = 0
    store = Answers()
    store.put("a", Answer("etag", b"", {}))
    assert (len(store), store.size) == (0, 0)


def test_threads_keep_count_of_the_size(settings):
    settings.KEPT_ANSWERS = 20 * OVERHEAD
    store = Answers()

    def work(first):
        for number in range(2000):
            address = (first + number) % 40
            store.put(address, Answer("etag", b"x" * address, {}))
            store.get(address, "etag")

    threads = [Thread(target=work, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0 < store.size <= settings.KEPT_ANSWERS
    store.clear()
    assert store.size == 0
