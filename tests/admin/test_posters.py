"""Editors choose a film's poster by looking at its drawings; the site shows the choice once it is published."""

import re

import pytest

from catalogue.models import Film, Page
from catalogue.posters.addresses import poster_url
from tests.admin.conftest import form_data
from tests.makers import make_film
from tests.pages.reading import read

pytestmark = pytest.mark.once


def change(film):
    return f"/admin/catalogue/film/{film.pk}/change/"


def card(film):
    return Page.objects.get(kind="film", object_id=film.pk).card


def pictures(client, film):
    """{choice: address of its picture}, and the choice that is taken."""
    page = read(client, change(film))
    labels = page.css(".posters label:has(input)")
    found = {
        label.css_first("input").attributes["value"]: label.css_first("img").attributes["src"]
        for label in labels
    }
    (taken,) = [one.attributes["value"] for one in page.css(".posters input[checked]")]
    return found, taken


def test_a_film_offers_several_drawings_of_both_styles_and_tells_which_it_has(editor):
    film = make_film("Shoah", 1985, ["FR"], directors=["Claude Lanzmann"])
    found, taken = pictures(editor, film)
    assert taken == "drawn-0"
    assert [choice.partition("-")[0] for choice in found] == 6 * ["drawn"] + 12 * ["sober"]
    answers = {choice: editor.get(address) for choice, address in found.items()}
    assert {answer["Content-Type"] for answer in answers.values()} == {"image/svg+xml; charset=utf-8"}
    assert len({answer.content for answer in answers.values()}) == 18
    assert answers["drawn-0"].content == editor.get(poster_url(card(film))).content
    assert "Shoah, Claude Lanzmann, France 1985" in answers["sober-0"].content.decode()


def test_the_drawing_that_is_chosen_is_on_the_site_once_it_is_published(editor):
    film = make_film("Shoah", 1985)
    shown = pictures(editor, film)[0]["sober-2"]
    before = poster_url(card(film))
    editor.post(change(film), form_data(editor, change(film), poster="sober-2", _save="1"))
    film.refresh_from_db()
    assert (film.poster_style, film.poster_variant, film.has_changes) == ("sober", 2, True)
    assert poster_url(card(film)) == before
    editor.post(change(film), form_data(editor, change(film), _publish="1"))
    assert pictures(editor, film)[1] == "sober-2"
    address = poster_url(card(film))
    assert address != before
    assert editor.get(before)["Location"] == address
    assert editor.get(address).content == editor.get(shown).content
    for path in ("/fr/films/", "/fr/films/shoah/"):
        assert f'src="{address}"' in editor.get(path).content.decode()


def test_a_drawing_beyond_those_that_are_offered_is_kept(editor):
    film = make_film("Shoah", poster_style="sober", poster_variant=40)
    assert pictures(editor, film)[1] == "sober-40"
    editor.post(change(film), form_data(editor, change(film), year="1985", _save="1"))
    assert Film.objects.values_list("poster_variant", "year").get() == (40, 1985)


def test_a_form_without_a_choice_changes_nothing(editor):
    film = make_film("Shoah", poster_style="sober")
    data = form_data(editor, change(film))
    del data["poster"]
    editor.post(change(film), data | {"_save": "1"})
    film.refresh_from_db()
    assert (film.poster_style, film.has_changes) == ("sober", False)


@pytest.mark.parametrize("choice", ["sober-99", "bright-0", "sober", "0"])
def test_no_other_choice_is_taken(editor, choice):
    film = make_film("Shoah")
    editor.post(change(film), form_data(editor, change(film), poster=choice, _save="1"))
    film.refresh_from_db()
    assert (film.poster_style, film.poster_variant) == ("", 0)
    answers = [
        editor.get(f"/admin/catalogue/film/{film.pk}/poster/{one}.svg")
        for one in ("bright-0", "sober", "0", "sober-99999")
    ]
    assert {answer.status_code for answer in answers} == {404}


def test_a_film_that_is_not_saved_yet_has_no_drawings(editor):
    assert "posters" not in editor.get("/admin/catalogue/film/add/").content.decode()


def test_drawings_are_for_those_who_may_see_the_film(client, curator):
    film = make_film("Shoah", published=False)
    address = f"/admin/catalogue/film/{film.pk}/poster/sober-0.svg"
    assert client.get(address).status_code == 302
    page = curator.get(change(film)).content.decode()
    assert len(re.findall(r"<img src=\"[^\"]*/poster/drawn-0.svg\"", page)) == 1
    assert curator.get(address).status_code == 200


def test_documents_from_before_are_read_as_drawn(client, db):
    film = make_film("Shoah")
    page = Page.objects.get(kind="film")
    for key in ("poster_style", "poster_variant"):
        page.document.pop(key)
        page.card.pop(key, None)
    page.save()
    assert f'src="{poster_url(card(film))}"' in client.get("/fr/films/shoah/").content.decode()
