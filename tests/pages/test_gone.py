"""An address whose page was deleted says so, with what is near, and can be another page's."""

import pytest

from catalogue import history
from catalogue.models import Film, Snapshot
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_film, make_text

pytestmark = pytest.mark.django_db


def test_a_deleted_film_answers_410_with_films_of_its_director_and_its_address_is_free(client):
    film, other = (make_film(title, directors=["Ada"]) for title in ("Users", "Others"))
    history.take(film, origin=Snapshot.Origin.DELETION)
    film.delete()
    response = client.get("/en/films/users/")
    assert response.status_code == 410
    assert f"/en/films/{other.slug}/" in response.content.decode()
    again = make_film("Users", published=False)
    assert again.slug == "users"
    publish(again)
    assert client.get("/en/films/users/").status_code == 200
    unpublish(again)
    assert client.get("/en/films/users/").status_code == 404


def test_a_deleted_address_is_gone_until_a_draft_that_takes_it_is_published(client):
    film = make_film("Users")
    unpublish(film)
    history.take(film, origin=Snapshot.Origin.DELETION)
    film.delete()
    draft = make_film("Users", published=False)
    assert (draft.slug, client.get("/fr/films/users/").status_code) == ("users", 410)
    draft.delete()
    history.restore(Snapshot.objects.get(origin=Snapshot.Origin.DELETION))
    restored = Film.objects.get()
    assert (restored.slug, client.get("/fr/films/users/").status_code) == ("users", 410)
    publish(restored)
    assert client.get("/fr/films/users/").status_code == 200


def test_what_was_renamed_or_taken_off_before_it_was_deleted_answers_410(client):
    film = make_film("Users")
    film.title = "Uses"
    film.save()
    publish(film)
    unpublish(film)
    film.delete()
    assert {client.get(f"/fr/films/{slug}/").status_code for slug in ("users", "uses")} == {410}


def test_a_deleted_text_answers_410(client):
    text = make_text(make_film("Users"), "Body.", heading="Why")
    assert client.get("/en/films/users/texts/why/").status_code == 200
    text.delete()
    assert client.get("/en/films/users/texts/why/").status_code == 410
    assert client.get("/en/films/users/texts/other/").status_code == 404
