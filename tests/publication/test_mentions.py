"""A film is found by the selections that hold it and the texts about it, as published: its own draft stays a draft."""

import pytest

from catalogue.models import Page
from catalogue.publication import background
from catalogue.publication import publish as publishing
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film, make_person, make_selection, make_text

pytestmark = pytest.mark.django_db


def terms(film, field):
    page = Page.objects.current().get(kind="film", object_id=film.pk)
    return {value: labels for name, value, labels in page.terms if name == field}


@pytest.fixture
def film():
    """On the site, with changes that nobody has published."""
    film = make_film("Users", 2021)
    film.title = "Brouillon"
    film.save()
    return film


def is_a_draft_still(film):
    film.refresh_from_db()
    page = Page.objects.current().get(kind="film", object_id=film.pk)
    return film.has_changes and page.document["title"] == "Users"


def test_a_film_follows_what_is_said_of_it_and_its_draft_stays(film):
    text = make_text(film, "Une note.", text_kind="presentation", published=False)
    selection = make_selection("Neige", [film], title_en="Snow", published=False)
    assert (terms(film, "text"), terms(film, "selection")) == ({"unknown": {}}, {"unknown": {}})
    publish(text)
    publish(selection)
    assert terms(film, "text") == {"presentation": {}}
    assert terms(film, "selection") == {"neige": {"fr": "Neige", "en": "Snow"}}
    selection.title_fr = "Hiver"
    selection.save()
    text.text_kind = "press_quote"
    text.save()
    assert "presentation" in terms(film, "text")
    publish(text, selection)
    assert terms(film, "text") == {"press_quote": {}}
    assert terms(film, "selection") == {"hiver": {"fr": "Hiver", "en": "Snow"}}
    unpublish(text)
    selection.delete()
    assert (terms(film, "text"), terms(film, "selection")) == ({"unknown": {}}, {"unknown": {}})
    assert is_a_draft_still(film)


def test_a_rebuild_fills_in_what_is_said_of_a_film_with_a_draft(film):
    make_text(film, "Une note.")
    page = Page.objects.current().get(kind="film", object_id=film.pk)
    del page.document["mentioned"]  # as one that was built before
    page.save()
    publish_all()
    assert terms(film, "text") == {"intention_note": {}}
    assert is_a_draft_still(film)


def test_a_film_published_with_its_texts_or_after_them_is_found_by_them():
    together, after = (make_film(title, published=False) for title in ("Users", "Norilsk"))
    texts = [make_text(film, "Une note.", published=False) for film in (together, after)]
    publish(together, *texts)
    publish(after)
    assert terms(together, "text") == terms(after, "text") == {"intention_note": {}}


def test_a_text_that_moves_to_another_film_moves_in_lists_once_published():
    before, after = make_film("Users"), make_film("Norilsk")
    text = make_text(before, "Une note.")
    text.film = after
    text.save()
    publish(before, after)
    assert "intention_note" in terms(before, "text")
    publish(text)
    assert (list(terms(before, "text")), list(terms(after, "text"))) == (["unknown"], ["intention_note"])


def test_a_selection_of_very_many_films_is_done_in_steps(monkeypatch):
    monkeypatch.setattr(publishing, "AT_ONCE", 2)
    films = [make_film(f"Film {number}") for number in range(5)]
    make_selection("Neige", films)
    assert sum("neige" in terms(film, "selection") for film in films) == 2
    background.work_off()
    assert all("neige" in terms(film, "selection") for film in films)


def test_a_changed_body_leaves_the_film_as_it_was(film):
    text, selection = make_text(film, "Une note."), make_selection("Neige", [film])
    version = Page.objects.filter(kind="film").values_list("updated_at", flat=True)
    before = version.get()
    text.body = selection.introduction_fr = "Autre."
    text.save()
    selection.save()
    publish(text, selection)
    assert version.get() == before


def test_a_text_about_a_person_is_of_no_film(film):
    make_text(None, "Portrait.", person=make_person("Ada"))
    assert terms(film, "text") == {"unknown": {}}
