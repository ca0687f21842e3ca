"""Selections from lists and films: two clicks, frozen or collecting; by a curator's rights alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from catalogue.models import Page, SelectedFilm, Selection, SharedDraft
from catalogue.models.shared_draft import share_draft
from catalogue.publication.publish import publish
from tests.admin.conftest import form_data, messages_of
from tests.makers import make_film, make_selection
from tests.pages.reading import addresses, all_words, read, titles, words

pytestmark = pytest.mark.once

ADD = "/admin/catalogue/selection/add/"


def page_of(selection, name="change"):
    return f"/admin/catalogue/selection/{selection.pk}/{name}/"


def make_senegal(count=3):
    return [make_film(f"Film {number}", 1960 + number, ["SN"]) for number in range(count)]


def make_films(count):
    return [make_film(f"{number} of {count}", published=False) for number in range(count)]


def rows_of(selection):
    return [(row.film.title, row.note_fr) for row in selection.selected_films.all()]


def link_to_the_desk(client, address):
    """The address of the form of a selection that a public page leads to."""
    return next(found for found in addresses(read(client, address), "main") if found.startswith(ADD))


def test_a_list_becomes_a_selection_in_two_clicks_and_is_then_ordered_annotated_and_published(
    curator, client
):
    make_senegal()
    make_film("Elsewhere", 1960, ["FR"])
    form = link_to_the_desk(client, "/en/films/?country=SN&sort=-year")
    saved = curator.post(form, form_data(curator, form))
    selection = Selection.objects.get()
    assert saved["Location"] == page_of(selection)
    assert (selection.title_fr, selection.title_en) == ("Films sénégalais", "Senegalese films")
    assert (selection.filter, rows_of(selection)) == ("", [("Film 2", ""), ("Film 1", ""), ("Film 0", "")])
    numbers = {"selected_films-2-position": "0", "selected_films-0-position": "2"}
    data = form_data(curator, page_of(selection), **numbers, **{"selected_films-2-note_fr": "D’abord."})
    curator.post(page_of(selection), data | {"_publish": "1"})
    assert titles(read(client, "/en/selections/films-senegalais/")) == ["Film 0", "Film 1", "Film 2"]
    make_film("Film 3", 1963, ["SN"])
    assert len(titles(read(client, "/en/selections/films-senegalais/"))) == 3


def test_a_list_goes_on_collecting_and_is_frozen_with_its_notes(curator, client):
    films = make_senegal()
    form = link_to_the_desk(client, "/en/films/?country=SN&sort=-year")
    curator.post(form, form_data(curator, form, keep="smart", _publish="1"))
    selection, other = Selection.objects.get(), make_film("Elsewhere", 1960, ["FR"])
    assert selection.filter == "country=SN&sort=-year"
    SelectedFilm.objects.create(selection=selection, film=films[1], note_fr="Pourquoi.")
    SelectedFilm.objects.create(selection=selection, film=other, note_fr="Pas ici.")
    make_film("Film 3", 1963, ["SN"])
    assert len(titles(read(client, "/en/selections/films-senegalais/"))) == 4
    asked = curator.get(page_of(selection, "freeze")).content.decode()
    assert "Elsewhere" in asked
    assert Selection.objects.get().filter
    curator.post(page_of(selection, "freeze"))
    assert rows_of(selection) == [("Film 3", ""), ("Film 2", ""), ("Film 1", "Pourquoi."), ("Film 0", "")]
    selection.refresh_from_db()
    assert (selection.filter, selection.has_changes) == ("", True)
    assert curator.get(page_of(selection, "freeze"))["Location"] == page_of(selection)  # once


def test_what_is_more_than_can_be_frozen_is_told_and_nothing_is_saved(curator, monkeypatch):
    for module in ("selection_form", "selection_freezing", "freezing"):
        monkeypatch.setattr(f"catalogue.admin.{module}.MOST_FROZEN", 2)
    make_senegal()
    form = f"{ADD}?list=country%3DSN"
    refused = curator.post(form, form_data(curator, form))
    assert refused.context["adminform"].form.errors["keep"] == [
        "This list holds 3 films, and 2 can be frozen at most. Narrow it, or let the selection collect."
    ]
    selection = make_selection("Choix", [], filter="country=SN", published=False)
    assert "3 films, and 2 can be frozen" in curator.post(page_of(selection, "freeze")).content.decode()
    assert Selection.objects.get().filter == "country=SN"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("contry=SN", "“contry” is no filter of films. There are: "),
        ("country=Senegal", "country=Senegal is not understood. Expected: SN"),
        ("director=agnes-vrada", "director=agnes-vrada is not understood. Expected: agnes-varda"),
        ("year_from=12", "year_from=12 is not understood. Expected: a whole number from 1874 to "),
        ("form=docu", "form=docu is not understood. Expected: documentary"),
        ("sort=best", "sort=best is not understood. Expected: title, -title, "),
        ("country=SN&q=mer", "q=mer: a selection cannot go on collecting by the words of a search."),
        ("page=2", "This asks for nothing: a filter is at least one parameter=value."),
    ],
)
def test_a_wrong_filter_is_an_error_that_names_it_and_what_is_expected(curator, typed, told):
    make_film("Film", 1960, ["SN"], directors=["Agnès Varda"], forms=["documentary"])
    refused = curator.post(ADD, form_data(curator, ADD, title_fr="Choix", filter=typed))
    [error] = refused.context["adminform"].form.errors["filter"]
    assert error.startswith(told)
    assert not Selection.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "https://films.example/fr/films/?sort=year&country=SN&page=3",
        "/en/films/?sort=year&country=SN",
        "sort=year&country=SN&country=SN",
    ],
)
def test_a_filter_is_pasted_in_any_form_and_stored_in_one(curator, typed):
    make_senegal()
    curator.post(ADD, form_data(curator, ADD, title_fr="Choix", filter=typed))
    assert Selection.objects.get().filter == "country=SN&sort=year"


def test_a_list_found_by_words_can_be_frozen_alone(curator):
    make_film("La mer", 1960)
    form = f"{ADD}?list=q%3Dmer"
    curator.post(form, form_data(curator, form))
    assert rows_of(Selection.objects.get()) == [("La mer", "")]


def test_a_film_is_the_first_of_a_new_selection_or_the_last_of_one_in_the_making(curator, client):
    film, other = make_film("Users"), make_film("Other")
    form = link_to_the_desk(client, "/en/films/users/")
    curator.post(form, form_data(curator, form))
    selection = Selection.objects.get()
    assert rows_of(selection) == [("Users", "")]
    page = curator.get(f"{ADD}?film={other.pk}").content.decode()
    assert page_of(selection, "add-film") in page
    added = curator.post(page_of(selection, "add-film"), {"film": other.pk}, follow=True)
    assert messages_of(added) == ["“Other” was added, at the end."]
    assert rows_of(selection) == [("Users", ""), ("Other", "")]
    again = curator.post(page_of(selection, "add-film"), {"film": film.pk}, follow=True)
    assert messages_of(again) == ["“Users” is in it already."]
    assert len(rows_of(selection)) == 2


def test_the_films_of_a_list_are_added_to_a_selection_in_the_making(curator):
    make_senegal()
    curator.post(ADD, form_data(curator, ADD, title_fr="Choix"))
    selection = Selection.objects.get()
    page = curator.get(f"{ADD}?list=country%3DSN").content.decode()
    assert page_of(selection, "add-film") in page
    for told in ("3 films were added, at the end.", "0 films were added, at the end."):
        added = curator.post(page_of(selection, "add-film"), {"list": "country=SN"}, follow=True)
        assert messages_of(added) == [told]
        assert len(rows_of(selection)) == 3


def test_a_draft_shows_the_films_that_are_on_the_site(client, db):
    films = [make_film("Users"), make_film("Hidden", published=False)]
    secret = share_draft(make_selection("Choix", films, published=False), timezone.now() + timedelta(1))
    assert titles(read(client, f"/en/drafts/{secret}/")) == ["Users"]
    assert titles(read(client, f"/en/selections/drafts/{secret}/")) == ["Users"]  # as it was told once


def test_who_may_only_read_selections_shares_and_freezes_none(editor, curator, django_user_model):
    selection = make_selection("Choix", [], filter="country=SN", published=False)
    user = django_user_model.objects.get(username="curator")
    user.groups.clear()
    for name in ("share", "freeze", "add-film"):
        film = make_film(name)
        assert curator.post(page_of(selection, name), {"film": film.pk}).status_code in (302, 403)
    assert curator.get(ADD).status_code == 403
    assert not SharedDraft.objects.exists()
    assert Selection.objects.get().filter == "country=SN"
    assert not Page.objects.filter(kind="selection").exists()


def test_a_collecting_selection_tells_in_the_admin_what_it_holds_now(curator):
    make_senegal()
    selection = make_selection("Choix", [], filter="country=SN", published=False)
    page = read(curator, page_of(selection))
    assert words(page.css_first(".field-collected .readonly")) == "3 films: Senegalese films"
    assert "by a filter" in all_words(read(curator, "/admin/catalogue/selection/"), ".field-film_count")


def test_a_published_selection_has_the_code_that_shows_it_on_another_site(curator, client):
    selection = make_selection("Choix", [make_film("Users")], published=False)
    assert read(curator, page_of(selection)).css(".told") == []
    publish(selection)
    code = read(curator, page_of(selection)).css_first(".told input").attributes["value"]
    source = LexborHTMLParser(code).css_first("iframe").attributes["src"]
    assert "Choix" in read(client, source.removeprefix("http://testserver")).text()


def test_a_form_of_many_films_asks_as_much_as_one_of_few(curator, django_assert_num_queries):
    few, many = (make_selection(f"{count}", make_films(count)) for count in (1, 40))
    curator.get(page_of(few))
    with CaptureQueriesContext(connection) as asked:
        curator.get(page_of(few))
    with django_assert_num_queries(len(asked)):
        curator.get(page_of(many))


def test_a_companys_films_and_films_chosen_one_by_one_become_selections_too(curator, client):
    films = [make_film(f"Film {number}", producers=["ISKRA"]) for number in range(3)]
    form = link_to_the_desk(client, "/en/companies/iskra/")
    curator.post(form, form_data(curator, form, keep="smart"))
    assert Selection.objects.get().filter == "producer=iskra"
    chosen = "&".join(f"film={film.pk}" for film in (films[2], films[0]))
    form = link_to_the_desk(client, f"/en/films/?{chosen}")
    curator.post(form, form_data(curator, form))
    assert [title for title, _note in rows_of(Selection.objects.latest("pk"))] == ["Film 2", "Film 0"]
    assert [
        found for found in addresses(read(client, "/en/films/"), "main") if ADD in found
    ] == []  # no filter
