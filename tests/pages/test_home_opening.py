"""What the front page opens on, and on which day."""

import pytest
from django.utils import timezone

from catalogue.models import Highlight
from catalogue.publication.publish import publish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film, make_selection
from tests.pages.front import days, opening, shown
from tests.pages.reading import all_words, read, words

pytestmark = pytest.mark.django_db


def at(monkeypatch, day):
    """Let it be a day."""
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: day)


def test_a_highlight_is_shown_on_its_days_and_nothing_is_written_at_midnight(client, monkeypatch):
    film, newest = make_film("Cléo"), make_film("Newest")
    Highlight.objects.create(
        film=film, sentence_en="She looks.", signed_by="Nobody", first_day=days(1), last_day=days(3)
    )
    found = {}
    for number in range(5):
        at(monkeypatch, days(number))
        page = read(client, "/en/")
        found[number] = opening(page)
        if number == 1:
            assert words(page.css_first(".opening__sentence")) == "She looks."
            assert words(page.css_first(".opening__signed")) == "Nobody"
    cleo, fallback = [film.title], [newest.title]
    assert found == {0: fallback, 1: cleo, 2: cleo, 3: cleo, 4: fallback}


def test_a_day_that_begins_with_another_highlight_makes_another_page_of_it(client, monkeypatch):
    film = make_film("Cléo")
    make_film("Newest")
    Highlight.objects.create(film=film, first_day=days(1))
    etag = client.get("/fr/")["ETag"]
    assert client.get("/fr/", headers={"If-None-Match": etag}).status_code == 304
    at(monkeypatch, days(1))
    answer = client.get("/fr/", headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert "Cléo" in answer.content.decode()


def test_saving_and_deleting_a_highlight_renews_the_page_at_once(client):
    film = make_film("Cléo")
    make_film("Newest")
    etag = client.get("/fr/")["ETag"]
    highlight = Highlight.objects.create(film=film)
    assert client.get("/fr/", headers={"If-None-Match": etag}).status_code == 200
    assert opening(read(client, "/fr/")) == ["Cléo"]
    highlight.delete()
    assert opening(read(client, "/fr/")) == ["Newest"]


def test_the_smallest_number_is_shown_and_of_equal_ones_the_one_that_begins_last(client):
    films = [make_film(f"Film {number}") for number in range(4)]
    Highlight.objects.create(film=films[0], first_day=days(-9), position=2)
    Highlight.objects.create(film=films[1], first_day=days(-3), position=1)
    Highlight.objects.create(film=films[2], first_day=days(-1), position=1)
    Highlight.objects.create(film=films[3], position=1)
    assert opening(read(client, "/fr/")) == ["Film 2"]


def test_what_is_not_published_is_not_shown_and_the_next_in_order_is(client):
    draft, film = make_film("Draft", published=False), make_film("Film")
    hidden, selection = make_selection("Caché", [film], published=False), make_selection("Choix", [film])
    for number, each in enumerate([draft, film]):
        Highlight.objects.create(film=each, position=number)
    for number, each in enumerate([hidden, selection]):
        Highlight.objects.create(selection=each, position=number)
    assert opening(read(client, "/fr/")) == ["Film", "Choix"]
    publish(draft, hidden)
    assert opening(read(client, "/fr/")) == ["Draft", "Caché"]


def test_a_deleted_film_leaves_with_its_highlight(client):
    film = make_film("Cléo")
    make_film("Other")
    Highlight.objects.create(film=film)
    film.delete()
    assert opening(read(client, "/fr/")) == ["Other"]


def test_a_rebuild_writes_the_highlights_anew(client):
    film = make_film("Cléo")
    make_film("Newest")
    Highlight.objects.create(film=film)
    Highlight.objects.update(sentence_fr="Changée sans rien dire.")
    publish_all()
    assert words(read(client, "/fr/").css_first(".opening__sentence")) == "Changée sans rien dire."


def test_a_sentence_in_one_language_is_marked_on_the_page_of_the_other(client):
    Highlight.objects.create(film=make_film("Cléo"), sentence_fr="Elle regarde.")
    sentence = read(client, "/en/").css_first(".opening__sentence")
    assert (words(sentence), sentence.attributes["lang"]) == ("Elle regarde.", "fr")


def test_without_a_highlight_it_opens_on_the_newest_film_that_has_words(client):
    make_film("Told", short_summary_fr="Une ville.")
    make_film("Bare")
    page = read(client, "/fr/")
    assert opening(page) == ["Told"]
    assert words(page.css_first(".opening__sentence")) == "Une ville."
    assert shown(page, "new") == ["Bare"]


def test_without_a_highlight_it_opens_on_the_newest_selection_of_the_day_that_holds_a_film(client):
    film = make_film("Users")
    make_selection("Ancien", [film])
    make_selection("Récent", [film])
    make_selection("Vide", [])
    make_selection("À venir", [film], first_day=days(1))
    page = read(client, "/fr/")
    assert opening(page) == ["Users", "Récent"]
    assert all_words(page, ".selections h3") == ["Ancien"]
