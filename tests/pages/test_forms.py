"""The form of films: on their pages, in lists, and for editors."""

import pytest

from catalogue.models import Film, Page
from catalogue.publication.publish import publish
from tests.admin.conftest import editor, form_data  # noqa: F401 - a fixture
from tests.makers import make_film

from .reading import all_words, facts, links, read, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def films():
    make_film("Shoah", forms=["documentary"], colour="colour")
    make_film("Sans soleil", forms=["essay", "documentary"])
    make_film("Playtime", forms=["fiction"])
    make_film("Sans rien")


@pytest.mark.usefixtures("films")
@pytest.mark.parametrize(
    ("lang", "name", "values"),
    [
        ("fr", "Forme", ["Documentaire 2", "Essai 1", "Fiction 1", "Sans indication 1"]),
        ("en", "Form", ["Documentary 2", "Essay 1", "Fiction 1", "Unknown 1"]),
    ],
)
def test_documentaries_can_be_asked_for(client, lang, name, values):
    page = read(client, f"/{lang}/films/")
    (facet,) = [node for node in page.css(".facet") if name in all_words(node, "summary")]
    assert all_words(facet, "li a") == values
    assert titles(read(client, f"/{lang}/films/?form=documentary")) == ["Sans soleil", "Shoah"]
    assert titles(read(client, f"/{lang}/films/?form=unknown")) == ["Sans rien"]
    assert titles(read(client, f"/{lang}/films/?form=essay&form=fiction")) == ["Playtime", "Sans soleil"]


@pytest.mark.usefixtures("films")
def test_a_films_page_tells_its_forms_in_the_order_of_the_list_and_leads_to_their_films(client):
    page = read(client, "/fr/films/sans-soleil/")
    assert facts(page)["Formes"] == "Documentaire, Essai"
    assert ("Essai", "/fr/films/?form=essay") in links(page, ".facts")
    assert facts(read(client, "/en/films/shoah/"))["Form"] == "Documentary"
    assert "Forme" not in facts(read(client, "/fr/films/sans-rien/"))


def test_editors_tick_the_forms_of_a_film(editor):  # noqa: F811
    film = make_film("Users", forms=["fiction", "animation"])
    address = f"/admin/catalogue/film/{film.pk}/change/"
    page = editor.get(address).content.decode()
    assert page.count('type="checkbox" name="forms"') == 9
    editor.post(address, form_data(editor, address, forms=["documentary", "fiction"], _publish="1"))
    document = Page.objects.get(kind="film", object_id=film.pk).document
    assert document["forms"] == [{"code": "fiction"}, {"code": "documentary"}]
    response = editor.post(address, form_data(editor, address, forms=["western"], _save="1"))
    assert response.status_code == 200
    assert Film.objects.get().forms.count() == 2


def test_a_document_of_before_there_were_forms_is_of_an_unknown_one(client):
    film = make_film("Users", forms=["fiction"])
    page = Page.objects.get(kind="film", object_id=film.pk)
    del page.document["forms"]
    page.save()
    assert client.get("/fr/films/users/").status_code == 200
    publish(film)
    assert titles(read(client, "/fr/films/?form=fiction")) == ["Users"]
