"""Publishing from the admin holds the publication briefly: many objects are left to the background, and forms that
publish take their turn before they write.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.admin import many
from catalogue.models import Film, Genre, Page, Text
from catalogue.publication import background
from catalogue.publication.publish import publish
from tests.makers import make_film, make_text

from .conftest import form_data

LIST = "/admin/catalogue/film/"


@pytest.fixture
def films(monkeypatch, db):
    monkeypatch.setattr(many, "AT_ONCE", 2)
    films = [make_film(f"Film {number}", 1990, directors=["Ada"], published=False) for number in range(3)]
    make_text(films[0], "Une note.", published=False)
    return films


def act(client, action, films, **sent):
    data = {"action": action, "_selected_action": [film.pk for film in films], **sent}
    return client.post(LIST, data, follow=True)


def test_many_films_come_onto_the_site_with_their_texts_in_the_background(editor, films):
    answer = act(editor, "publish_selected", films)
    assert "Waiting: 4" in answer.content.decode()
    assert not Page.objects.exists()
    background.work_off()
    assert Page.objects.filter(kind="film").count() == 3
    answer = editor.get(answer.request["PATH_INFO"])
    assert "Done: 4 pages." in answer.content.decode()
    assert Text.objects.get().published_at
    act(editor, "unpublish_selected", films, _asked="1")
    assert Film.objects.published().count() == 3
    background.work_off()
    assert not Page.objects.filter(kind__in=["film", "text"]).exists()


def test_a_few_films_are_there_at_once(editor, films):
    act(editor, "publish_selected", films[:2])
    assert Page.objects.filter(kind="film").count() == 2


def test_taking_off_the_site_is_asked_of_a_few_as_of_many(editor, films):
    """What is asked names those that are on the site where they are few; queries do not grow with them."""
    assert "Nothing of what you chose" in act(editor, "unpublish_selected", films).content.decode()
    asked = []
    for number in (1, 2, 3):
        publish(*films[:number], *Text.objects.all())
        with CaptureQueriesContext(connection) as captured:
            page = act(editor, "unpublish_selected", films).content.decode()
        asked.append(len(captured))
        assert f"{number} page{'s' * (number > 1)} will no longer be found" in page
        assert "A text leaves the site too." in page
        named = number if number <= many.AT_ONCE else 0
        assert [f"<li>{film}</li>" in page for film in films] == [place < named for place in range(3)]
    assert asked[0] == asked[1] == asked[2] + 1
    assert Film.objects.published().count() == 3
    act(editor, "unpublish_selected", films[:1], _asked="1")
    assert not Text.objects.published().exists()
    assert Film.objects.published().count() == 2


def test_each_is_in_the_history_of_its_film(editor, films):
    act(editor, "publish_selected", films)
    background.work_off()
    for film in films:
        assert "Published." in editor.get(f"{LIST}{film.pk}/history/").content.decode()


def statements(client, address, data):
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address, data).status_code == 302
    return [query["sql"] for query in asked]


def first(found, *beginnings):
    return next(place for place, sql in enumerate(found) if sql.replace('"', "").startswith(beginnings))


@pytest.mark.parametrize("work", ["save and publish", "rename", "delete"])
def test_a_form_that_publishes_takes_its_turn_before_it_writes(administrator, db, work):
    film = make_film("Users", genres=["Essai"])
    genre = f"/admin/catalogue/genre/{Genre.objects.get().pk}/"
    address, data = {
        "save and publish": lambda: (
            f"{LIST}{film.pk}/change/",
            form_data(administrator, f"{LIST}{film.pk}/change/", title="Norilsk", _publish="1"),
        ),
        "rename": lambda: (f"{genre}change/", form_data(administrator, f"{genre}change/", name_fr="Drame")),
        "delete": lambda: (f"{genre}delete/", {"post": "yes"}),
    }[work]()
    found = statements(administrator, address, data)
    turn = next(place for place, sql in enumerate(found) if "catalogue_cataloguestate" in sql)
    assert turn < first(found, "UPDATE catalogue_film", "UPDATE catalogue_genre", "DELETE")
