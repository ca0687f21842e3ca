"""What is not published yet, shown: previews for editors, secret addresses for others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.models import Film, SharedDraft
from tests.admin.conftest import log_in
from tests.makers import make_film, make_text
from tests.pages.reading import all_words, read, words

pytestmark = pytest.mark.once


def page_of(film, name):
    return f"/admin/catalogue/film/{film.pk}/{name}/"


def at(**distance):
    return f"{timezone.localtime() + timedelta(**distance):%Y-%m-%dT%H:%M}"


@pytest.fixture
def film(db):
    return make_film("Users", 2021, published=False)


def test_an_address_is_told_once_ends_as_chosen_and_is_withdrawn(editor, client, film):
    address = page_of(film, "share")
    usual = read(editor, address).css_first("[name=until]").attributes["value"]
    assert usual == at(days=30)
    told = read(editor, address).css("#secret")
    assert told == []
    page = editor.post(address, {"until": at(days=2)}).content.decode()
    [secret] = [word for word in page.split('"') if "/en/drafts/" in word]
    key = secret.rstrip("/").rpartition("/")[2]
    assert key not in editor.get(address).content.decode()
    assert key not in str(SharedDraft.objects.values().get())
    row = SharedDraft.objects.get()
    assert (row.kind, row.object_id, row.user.username) == ("film", film.pk, "editor")
    assert f"{timezone.localtime(row.expires_at):%Y-%m-%dT%H:%M}" == at(days=2)
    assert all_words(read(editor, address), "#content tbody td")[0] == "editor"
    assert words(read(client, secret).css_first("h1")) == "Users"
    film.refresh_from_db()
    assert film.to_check_since is None
    editor.post(address, {"revoke": row.pk})
    assert client.get(secret).status_code == 410
    assert read(editor, address).css("#content tbody") == []


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (at(days=-1), "This time has passed"),
        (at(days=367), "Give a time within a year"),
        ("tomorrow", "Enter a valid date/time."),
        ("", "This field is required."),
    ],
)
def test_an_end_that_cannot_be_is_told_beside_its_field(editor, film, until, told):
    assert told in str(editor.post(page_of(film, "share"), {"until": until}).context["form"]["until"].errors)
    assert not SharedDraft.objects.exists()


def test_editors_see_a_page_as_it_is_saved_with_its_texts_in_each_language(editor, client, film):
    make_text(film, "Une note.", False, heading="Note")
    address = f"{page_of(film, 'preview')}en/"
    form = read(editor, page_of(film, "change"))
    assert form.css_first(f".object-tools a[href='{address}']").attributes["target"] == "_blank"
    response, page = editor.get(address), read(editor, address)
    assert "no-store" in response["Cache-Control"]
    assert words(page.css_first("h1")) == "Users"
    assert page.css_first(".notices a").attributes["href"] == page_of(film, "change")
    other = page.css_first("a.language").attributes["href"]
    assert words(read(editor, other).css_first(".notices b")) == "Aperçu."
    text = page.css_first(".readings a").attributes["href"]
    assert "Une note." in words(read(editor, text).css_first(".reading"))
    assert editor.get(page.css_first(".film__poster img").attributes["src"]).status_code == 200
    assert editor.get(f"{page_of(film, 'preview')}de/").status_code == 404
    assert client.get(address).status_code == 302  # to the sign-in


def test_who_may_only_read_shares_nothing(curator, film):
    assert curator.get(page_of(film, "preview") + "fr/").status_code == 200
    assert curator.post(page_of(film, "share"), {"until": at(days=2)}).status_code == 403
    assert "share/" not in curator.get(page_of(film, "change")).content.decode()
    assert not SharedDraft.objects.exists()
    assert log_in("nobody", "partners").get(page_of(film, "preview") + "fr/").status_code in (302, 404)
    assert Film.objects.count() == 1
