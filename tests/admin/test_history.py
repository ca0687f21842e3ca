"""What was saved in the admin is seen, compared and restored there; what was deleted comes back from the bin."""

import pytest
from django.contrib.auth.models import User

from catalogue import history
from catalogue.models import Film, Snapshot, Text
from catalogue.publication.publish import publish, unpublish
from tests.admin.conftest import add_row, form_data, messages_of
from tests.history.films import make_whole_film
from tests.makers import make_film, make_offer, make_page, make_person, make_selection, make_text

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/film/"


def change(obj):
    return f"/admin/{obj._meta.app_label}/{obj._meta.model_name}/{obj.pk}/change/"


def save(client, obj, **values):
    response = client.post(change(obj), form_data(client, change(obj), **values))
    assert response.status_code == 302, response.context["errors"]


def test_a_save_keeps_the_state_with_who_and_what_changed(editor):
    film = make_film("Users", 1998, published=False)
    save(editor, film, year=1999)
    found, kept = Snapshot.objects.of(film).order_by("pk")
    assert (found.origin, found.user, found.state["year"]) == ("found", None, 1998)
    assert (kept.origin, kept.user, kept.changed) == ("admin", User.objects.get(), ["year"])
    save(editor, film)
    assert history.latest(film) == kept
    data = form_data(editor, change(film))
    add_row(data, "versions", spoken="anglais")
    editor.post(change(film), data)
    [version] = history.latest(film).state["versions"]
    assert version["language_uses"][0]["language"] == "en"


@pytest.mark.parametrize(
    "make", [lambda: make_person("Ada"), lambda: make_selection("Été", [make_film("A")])]
)
def test_other_entities_are_kept_too(editor, make):
    obj = make()
    name = "gender" if obj.kind == "person" else "curator"
    save(editor, obj, **{name: "woman"})
    assert history.latest(obj).changed == [name]


def test_an_offer_or_a_text_saved_alone_is_in_the_state_of_its_film(editor):
    film = make_film("Users", published=False)
    save(editor, make_offer(film), support="dcp")
    assert history.latest(film).changed == ["offers"]
    text = make_text(film, "Body.", published=False)
    save(editor, text, heading="Why")
    assert (history.latest(film).changed, history.latest(text).changed) == (["texts"], ["heading"])
    data = form_data(editor, change(film)) | {"texts-0-heading": "Why not"}
    editor.post(change(film), data)
    assert history.latest(text).state["heading"] == "Why not"
    editor.post(f"/admin/catalogue/text/{text.pk}/delete/", {"post": "yes"})
    assert (history.latest(film).state["texts"], history.latest(text).origin) == ([], "deletion")


def test_the_history_says_who_changed_what_and_its_queries_do_not_grow(editor, django_assert_max_num_queries):
    film = make_whole_film()
    for year in range(1990, 1996):
        save(editor, film, year=year)
    publish(film)
    with django_assert_max_num_queries(16):
        page = editor.get(f"{LIST}{film.pk}/history/").content.decode()
    for said in ("editor", "editing", "as it was found", "<b>Year</b> <del>1994</del>", "<ins>1995</ins>"):
        assert said in page
    numbers = [*Snapshot.objects.of(film).values_list("pk", flat=True)]
    compared = editor.get(
        f"{LIST}{film.pk}/history/compare/?from={numbers[0]}&to={numbers[-1]}"
    ).content.decode()
    assert "<del>1985</del>" in compared
    assert "<ins>1995</ins>" in compared


def test_a_field_a_group_and_everything_are_restored(editor):
    film = make_whole_film()
    first = history.take(film)
    save(editor, film, year=1990, colour="colour")
    film.credits.all().delete()
    address = f"{LIST}{film.pk}/history/{first.pk}/"
    asked = editor.get(address).content.decode()
    assert 'value="year"' in asked
    assert 'value="credits"' in asked
    response = editor.post(address, {"name": ["year", "credits"], "ticked": "1"}, follow=True)
    assert messages_of(response) == ["“Sans toit ni loi (1985)” was restored."]
    film.refresh_from_db()
    assert (film.year, film.colour, film.credits.count()) == (1985, "colour", 2)
    editor.post(address, {"everything": "1"})
    assert history.state_of(film) == first.state
    assert history.latest(film).origin == "restore"


def test_a_deleted_film_is_restored_from_the_bin_with_its_address(editor, client):
    film = make_whole_film()
    publish(film)
    public = f"/en/films/{film.slug}/"
    unpublish(film)
    before = history.state_of(film)
    editor.post(f"{LIST}{film.pk}/delete/", {"post": "yes"})
    assert not Film.objects.exists()
    assert not Text.objects.exists()
    assert client.get(public).status_code == 410
    [kept] = Snapshot.objects.deletions(Film)
    assert str(film) in editor.get(f"{LIST}bin/").content.decode()
    assert "Agnès Varda" in editor.get(f"{LIST}bin/{kept.pk}/").content.decode()
    editor.post(f"{LIST}bin/{kept.pk}/")
    film = Film.objects.get()
    assert history.state_of(film) == before
    assert client.get(public).status_code == 410
    publish(film)
    assert client.get(public).status_code == 200
    assert not Snapshot.objects.deletions(Film).exists()


def test_many_deleted_at_once_are_in_the_bin(editor):
    pages = [make_page(title, published=False) for title in ("Un", "Deux")]
    data = {"action": "delete_selected", "_selected_action": [page.pk for page in pages], "post": "yes"}
    editor.post("/admin/catalogue/ownpage/", data)
    shown = editor.get("/admin/catalogue/ownpage/bin/").content.decode()
    assert "Un" in shown
    assert "Deux" in shown


def test_who_may_not_change_a_film_restores_none(curator):
    film = make_film("Users")
    kept = history.take(film)
    assert curator.post(f"{LIST}{film.pk}/history/{kept.pk}/", {"everything": "1"}).status_code == 403
    history.take(film, origin=Snapshot.Origin.DELETION)
    unpublish(film)
    film.delete()
    assert curator.post(f"{LIST}bin/{history.latest(kept.model(pk=kept.object_id)).pk}/").status_code == 403
