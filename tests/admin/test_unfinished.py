"""What was typed and not saved: kept for its author alone, in the form again as it was left, gone once it is saved."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalogue import housekeeping, unfinished
from catalogue.models import Film, Genre, Highlight, SavedForm, Selection, UnfinishedEntry
from catalogue.pictures.uses import MOST_BYTES
from distributors.models import Offer
from tests.admin.conftest import add_row, form_data, log_in, messages_of
from tests.admin.test_history import change
from tests.history.films import make_whole_film
from tests.pictures.files import cover, encoded, noise

pytestmark = pytest.mark.once

ADD = "/admin/catalogue/film/add/"
KEEP = "/admin/unfinished/"


@pytest.fixture
def other(db):
    return log_in("bruno", group="editors")


def opened(client, address, **typed):
    """What the form at this address sends, with the field that says who has opened it."""
    context = client.get(address).context
    data = form_data(client, address, **typed) | {"_unfinished": context["opened_by"].token}
    return data | ({"_opened": context["opened"]} if "opened" in context else {})


def shown(response):
    """{field: value} of the form and its rows, as they are shown."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    return {name: value for name, value in values.items() if not isinstance(value, File | bool | None)}


def sign_in(client, address, name="editor"):
    return client.post("/admin/login/", {"login": name, "password": "a-long-passphrase", "next": address})


def test_a_session_that_ends_keeps_the_form_which_is_then_saved(editor, other, media):
    data = opened(editor, ADD, title="Le Passage du gué", year="?", _save="1")
    add_row(data, "credits", person="+Alès Navumik", role="director")
    data["cover"] = SimpleUploadedFile("gué.jpg", cover("JPEG"))
    Session.objects.all().delete()
    answer = editor.post(ADD, data)
    entry = UnfinishedEntry.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{ADD}?unfinished={entry.key.hex}")
    asked = editor.get(answer["Location"], follow=True)
    assert "What you typed is kept" in messages_of(asked)[0]
    # Somebody else who signs in sees nothing of it.
    other.force_login(User.objects.get(username="bruno"))
    assert "gué" not in other.get(answer["Location"]).content.decode()
    assert "gué" not in other.get(ADD).content.decode()
    assert not Film.objects.exists()
    assert sign_in(editor, answer["Location"])["Location"] == answer["Location"]
    response = editor.get(answer["Location"])
    page = response.content.decode()
    assert "This is as you left it" in page
    assert "“gué.jpg” is kept" in page
    assert "errorlist" not in page
    again = shown(response)
    assert (again["title"], again["year"], again["credits-1-person"]) == (
        "Le Passage du gué",
        "?",
        "+Alès Navumik",
    )
    again |= {"year": "2021", "cover-_kept": "on", "_unfinished": response.context["opened_by"].token}
    assert editor.post(answer["Location"], again).status_code == 302
    film = Film.objects.get()
    assert (film.title, film.year, film.credits.get().person.name) == (
        "Le Passage du gué",
        2021,
        "Alès Navumik",
    )
    assert film.cover_width == 400
    assert not UnfinishedEntry.objects.exists()


def test_who_signed_in_again_in_another_tab_is_shown_the_form_again(editor):
    """Signing in changes Django's token: what the form of before sends is refused, and kept."""
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    browser.force_login(User.objects.get(username="editor"))
    data = opened(browser, ADD, title="Users", csrfmiddlewaretoken="of-before")
    answer = browser.post(ADD, data)
    assert "?unfinished=" in answer["Location"]
    assert shown(browser.get(answer["Location"]))["title"] == "Users"
    assert browser.post(ADD, {"title": "Users"}).status_code == 403


def test_a_form_of_another_account_is_kept_for_that_account(editor, other):
    data = opened(editor, ADD, title="Users")
    response = other.post(ADD, data, follow=True)
    assert "another account" in messages_of(response)[0]
    assert "title" not in shown(response)
    assert UnfinishedEntry.objects.get().user.username == "editor"
    assert not Film.objects.exists()


def test_what_nobody_has_signed_or_too_long_ago_is_not_kept(editor, other, monkeypatch):
    data = opened(editor, ADD, title="Users")
    stranger = Client(headers={"accept-language": "en"})
    assert stranger.post(KEEP, data | {"_unfinished": "no:such:thing"}).status_code == 400
    assert stranger.post(KEEP, {"title": "Users"}).status_code == 400
    monkeypatch.setattr(unfinished, "KEPT", timedelta(seconds=-1))
    answer = stranger.post(ADD, data, follow=True)
    assert "too long ago" in messages_of(answer)[0]
    monkeypatch.undo()
    User.objects.filter(username="editor").update(is_active=False)
    stranger.post(KEEP, data)
    assert other.post(ADD, data)["Location"] == ADD
    assert not UnfinishedEntry.objects.exists()


def test_as_it_is_typed_each_new_film_is_an_entry_of_its_own(editor):
    first, second = opened(editor, ADD, title="One"), opened(editor, ADD, title="Two")
    assert editor.post(KEEP, first | {"year": "19"}).json()["signed_in"]
    for year in ("2\0", "2021"):
        editor.post(KEEP, second | {"year": year})
    response = editor.get(ADD)
    assert "title" not in shown(response)
    assert [entry.name for entry, _form in response.context["others_unfinished"]] == ["Two", "One"]
    rows = next(
        shown.rows for shown in editor.get("/admin/").context["blocks"] if shown.block.name == "unfinished"
    )
    assert [(row.text, row.note) for row in rows] == [("Two", "film"), ("One", "film")]
    entry, form = response.context["others_unfinished"][0]
    assert shown(editor.get(entry.address))["year"] == "2021"
    assert editor.post(KEEP, {"_unfinished": form.token, "_discard": ""})["Location"] == ADD
    assert UnfinishedEntry.objects.get().name == "One"
    assert Client().post(KEEP, first | {"title": "Once"}).json() == {
        "signed_in": False,
        "at": f"{timezone.localtime():%H:%M}",
        "kept": [],
    }
    assert UnfinishedEntry.objects.get().name == "Once"
    Client().post(KEEP, first | {"_discard": ""})
    assert UnfinishedEntry.objects.exists()


def test_a_selection_of_a_list_is_gone_on_with_as_it_began(editor):
    address = "/admin/catalogue/selection/add/?list=country%3DFR"
    editor.post(KEEP, opened(editor, address, title_fr="Été"))
    entry = UnfinishedEntry.objects.get()
    assert entry.address == f"{address}&unfinished={entry.key.hex}"
    response = editor.get(entry.address)
    assert response.context["inline_admin_formsets"] == []
    sent = shown(response) | {"_unfinished": response.context["opened_by"].token}
    assert editor.post(entry.address, sent).status_code == 302
    assert Selection.objects.get().title_fr == "Été"


def test_going_on_with_a_change_shows_what_another_has_saved_since(editor, other):
    film = make_whole_film()
    mine = opened(editor, change(film), title="Mon titre", **{"other_titles-0-title": "Wanderer"})
    editor.post(KEEP, mine)
    theirs = opened(other, change(film), title="Son titre", **{"other_titles-0-DELETE": "on"})
    assert other.post(change(film), theirs).status_code == 302
    response = editor.get(UnfinishedEntry.objects.get().address)
    assert {choice.name for choice in response.context["conflict"].choices} >= {
        "title",
        "other_titles-0-_gone",
    }
    assert "bruno" in response.content.decode()
    sent = shown(response) | {"_opened": response.context["opened"], "_unfinished": mine["_unfinished"]}
    assert editor.post(change(film), sent).status_code == 200
    film.refresh_from_db()
    assert film.title == "Son titre"
    other.post(f"/admin/catalogue/film/{film.pk}/delete/", {"post": "yes"})
    response = editor.get(UnfinishedEntry.objects.get().address)
    assert "bruno" in response.content.decode()
    response = editor.post(change(film), dict(response.context["typed"]) | {"_restore": "1"})
    assert shown(response)["title"] == "Mon titre"  # the film is there again, and so is what is to be chosen
    assert Film.objects.get().title == "Son titre"


def test_chosen_pictures_survive_a_refused_field(editor, media):
    data = opened(editor, ADD, title="", cover=SimpleUploadedFile("gué.jpg", cover("JPEG")))
    add_row(
        data,
        "stills",
        image=SimpleUploadedFile("rive.png", encoded("PNG", noise(480, 270))),
        focal_x="50",
        focal_y="50",
    )
    add_row(data, "stills", image=SimpleUploadedFile("not.png", b"no picture"))
    page = editor.post(ADD, data).content.decode()
    assert "“gué.jpg” is kept" in page
    assert "“rive.png” is kept" in page
    assert "not.png" not in page
    assert list(media.glob("**/*.*")) == []
    data = {name: value for name, value in data.items() if not hasattr(value, "read")}
    data |= {"cover-_kept": "on", "stills-0-image-_kept": "on", "title": ""}
    page = editor.post(ADD, data).content.decode()
    assert "“rive.png” is kept" in page
    del data["cover-_kept"]
    assert editor.post(ADD, data | {"title": "Users", "stills-TOTAL_FORMS": "1"}).status_code == 302
    film = Film.objects.get()
    assert (bool(film.cover), film.stills.count()) == (False, 1)
    assert not UnfinishedEntry.objects.exists()


def test_pictures_that_go_ahead_are_named_by_the_form(editor, media):
    data = opened(editor, ADD, title="Users")
    light = SimpleUploadedFile("gué.jpg", cover("JPEG"))
    heavy = SimpleUploadedFile("heavy.jpg", b"0" * (MOST_BYTES + 1))
    add_row(data, "stills", focal_x="50", focal_y="50")
    told = editor.post(KEEP, data | {"cover": light, "stills-0-image": heavy}).json()
    assert told["kept"] == ["cover"]
    assert editor.post(ADD, data | {"cover-_kept": "on", "stills-TOTAL_FORMS": "0"}).status_code == 302
    assert Film.objects.get().cover_width == 400


def test_what_is_old_goes_and_so_do_files_of_nothing(editor, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    data = opened(editor, ADD, title="", cover=SimpleUploadedFile("gué.jpg", cover("JPEG")))
    editor.post(ADD, data)
    housekeeping.keep_day(timezone.localdate())
    assert len([*tmp_path.glob("unfinished/*/*")]) == 1
    UnfinishedEntry.objects.update(kept_at=timezone.now() - timedelta(days=31))
    unfinished.prune()
    assert not UnfinishedEntry.objects.exists()


def test_a_form_that_is_sent_twice_saves_once(editor):
    data = opened(editor, ADD, title="Le Passage du gué", _save="1")
    editor.post(ADD, data)
    film = Film.objects.get()
    again = editor.post(ADD, data, follow=True)
    assert (again.redirect_chain[-1][0], Film.objects.count()) == (change(film), 1)
    assert "nothing was saved a second time" in messages_of(again)[-1]
    rows = opened(editor, change(film))
    add_row(rows, "offers", support="dvd")
    for _ in range(2):
        assert editor.post(change(film), rows).status_code == 302
    assert film.offers.count() == 1
    editor.post(ADD, opened(editor, ADD, title="Le Passage du gué", _save="1"))
    assert Film.objects.count() == 2  # another form
    for model, typed in [
        (Offer, {"support": "dcp", "use": "home"}),
        (Highlight, {}),
        (Genre, {"name_fr": "Guerre", "name_en": "War", "slug": "war"}),
    ]:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
        before, sent = model.objects.count(), opened(editor, address, film=film.pk, **typed)
        assert editor.post(address, sent).status_code == 302
        assert "saved already" in messages_of(editor.post(address, sent, follow=True))[-1]
        assert model.objects.count() == before + 1
    SavedForm.objects.update(saved_at=timezone.now() - timedelta(days=31))
    unfinished.prune()
    assert not SavedForm.objects.exists()


def test_save_then_back_and_publish_publishes_what_was_saved(editor, other):
    data = opened(editor, ADD, title="Le Passage du gué", year="2021")
    add_row(data, "credits", person="+Alès Navumik", role="director")
    for _ in range(2):
        editor.post(ADD, data | {"_save": "1"}, follow=True)
    film = Film.objects.get()
    assert film.published_at is None
    answer = editor.post(ADD, data | {"_publish": "1"}, follow=True)
    assert "is on the site as you see it here" in messages_of(answer)[0]
    film.refresh_from_db()
    assert (film.published_at is None, film.has_changes, Film.objects.count()) == (False, False, 1)
    assert (
        "nothing was saved a second time"
        in messages_of(editor.post(ADD, data | {"_publish": "1"}, follow=True))[0]
    )
    assert other.post(change(film), opened(other, change(film), title="Son titre")).status_code == 302
    answer = editor.post(ADD, data | {"_publish": "1"}, follow=True)
    assert "changed since" in messages_of(answer)[0]
    film.refresh_from_db()
    assert (film.title, film.has_changes) == ("Son titre", True)
