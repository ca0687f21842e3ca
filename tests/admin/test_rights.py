"""What editors and curators may do, and what nobody may."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from catalogue.models import Film, Page, Selection
from tests.admin.conftest import add_row, form_data
from tests.makers import make_film, make_offer, make_selection, make_text

pytestmark = pytest.mark.once


def codenames(group):
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


@pytest.mark.django_db
def test_editors_write_everything_but_what_the_site_counts_and_who_may_log_in():
    rights = codenames("editors")
    for model in [
        "film",
        "person",
        "company",
        "version",
        "text",
        "still",
        "selection",
        "ownpage",
        "offer",
        "distributor",
        "highlight",
    ]:
        assert {f"{action}_{model}" for action in ["add", "change", "delete", "view"]} <= rights
    assert "delete_country" not in rights
    assert {right for right in rights if right.endswith(("dailyviews", "_user", "_group", "_page"))} == {
        "view_dailyviews"
    }


@pytest.mark.django_db
def test_curators_write_selections_alone():
    rights = codenames("curators")
    written = {right for right in rights if not right.startswith("view_")}
    assert written == {
        "publish",
        *(
            f"{action}_{model}"
            for action in ["add", "change", "delete"]
            for model in ["selection", "selectedfilm"]
        ),
    }
    assert {"view_film", "view_offer", "view_dailyviews"} <= rights


def test_a_curator_makes_and_publishes_a_selection(curator):
    film, other = make_film("Users"), make_film("Other")
    address = "/admin/catalogue/selection/add/"
    data = form_data(curator, address, title_fr="L'été")
    add_row(data, "selected_films", film=film.pk, note_fr="Pourquoi.", position="2")
    add_row(data, "selected_films", film=other.pk, position="1")
    curator.post(address, data | {"_publish": "1"})
    page = Page.objects.get(kind="selection")
    assert [row["film_id"] for row in page.document["films"]] == [other.pk, film.pk]


def test_a_curator_reads_films_and_changes_none(curator):
    film = make_film("Users", directors=["Jane Doe"])
    address = f"/admin/catalogue/film/{film.pk}/"
    page = curator.get(f"{address}change/").content.decode()
    assert "Jane Doe" in page
    assert "_publish" not in page
    assert curator.post(f"{address}change/", {"title": "Mine"}).status_code == 403
    assert curator.post(f"{address}unpublish/").status_code == 403
    action = {"_selected_action": [film.pk], "action": "unpublish_selected", "_asked": "1"}
    curator.post("/admin/catalogue/film/", action)
    assert Page.objects.filter(kind="film").count() == 1


def test_who_may_not_publish_saves_drafts(curator):
    selection = make_selection("Été", [make_film("Users")], published=False)
    curators = Group.objects.get(name="curators")
    curators.permissions.remove(curators.permissions.get(codename="publish"))
    address = f"/admin/catalogue/selection/{selection.pk}/"
    data = form_data(curator, f"{address}change/", title_fr="Hiver")
    assert "_publish" not in curator.get(f"{address}change/").content.decode()
    curator.post(f"{address}change/", data | {"_publish": "1"})
    assert Selection.objects.get().title_fr == "Hiver"
    curator.post(
        "/admin/catalogue/selection/",
        {"_selected_action": [selection.pk], "action": "publish_selected"},
    )
    assert not Page.objects.filter(kind="selection").exists()
    assert curator.post(f"{address}unpublish/").status_code == 403


def test_what_is_on_the_site_is_not_deleted(administrator):
    film = make_film("Users")
    assert administrator.post(f"/admin/catalogue/film/{film.pk}/delete/", {"post": "yes"}).status_code == 403
    action = {"_selected_action": [film.pk], "action": "delete_selected", "post": "yes"}
    administrator.post("/admin/catalogue/film/", action)
    assert Film.objects.count() == 1


def test_a_draft_is_deleted_by_an_editor(editor):
    film = make_film("Users", published=False, spoken=["fr"], directors=["Jane Doe"], supports=["dvd"])
    make_text(film, "Body.", published=False)
    response = editor.post(f"/admin/catalogue/film/{film.pk}/delete/", {"post": "yes"})
    assert response.status_code == 302
    assert not Film.objects.exists()


def test_a_draft_selection_is_deleted_by_a_curator(curator):
    selection = make_selection("Été", [make_film("Users")], published=False)
    curator.post(f"/admin/catalogue/selection/{selection.pk}/delete/", {"post": "yes"})
    assert not Selection.objects.exists()


@pytest.mark.django_db
def test_a_password_is_read_up_to_1024_letters():
    User.objects.create_superuser("anna", password="x" * 1024)
    client = Client(headers={"accept-language": "en"})
    refused = client.post("/admin/login/", {"login": "anna", "password": "x" * 1025})
    assert "password" in refused.context["form"].errors
    answer = client.post("/admin/login/", {"login": "anna", "password": "x" * 1024})
    assert answer.status_code == 302


@pytest.mark.django_db
def test_the_admin_speaks_the_visitors_language():
    client = Client()
    assert "Mot de passe" in client.get("/admin/login/", headers={"accept-language": "fr"}).content.decode()
    assert "Password" in client.get("/admin/login/", headers={"accept-language": "en"}).content.decode()


def test_nothing_of_the_admin_is_kept_by_a_browser_or_a_proxy(editor):
    assert editor.get("/admin/catalogue/film/")["Cache-Control"] == "private, no-store"


def test_what_is_refused_and_what_is_deleted_say_what_comes_of_it(curator, administrator):
    film = make_film("Users", published=False)
    refused = curator.get("/admin/catalogue/film/add/")
    assert refused.status_code == 403
    assert "Your role does not open this page" in refused.content.decode()
    assert 'href="/admin/"' in refused.content.decode()
    asked = administrator.get(f"/admin/catalogue/film/{film.pk}/delete/").content.decode()
    assert "“Users” goes to the bin" in asked
    offer = make_offer(film)
    asked = administrator.get(f"/admin/distributors/offer/{offer.pk}/delete/").content.decode()
    assert "is deleted, with all that belongs to it" in asked
