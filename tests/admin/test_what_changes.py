"""What publishing will change is told before it is done: from what the site shows to what is saved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue import history
from catalogue.models import Film, OwnPage, Page, Snapshot, Text
from catalogue.publication.publish import publish
from tests.admin.conftest import form_data, messages_of
from tests.makers import make_film, make_text
from tests.pages.reading import all_words, read

pytestmark = pytest.mark.once


def page_of(obj, name="changes"):
    return f"/admin/catalogue/{obj._meta.model_name}/{obj.pk}/{name}/"


def edit(client, obj, **columns):
    """Save it by its form, with these typed in."""
    address = page_of(obj, "change")
    return client.post(address, form_data(client, address, _save="1", **columns), follow=True)


def told(client, obj):
    """{heading: rows of cells} of the page."""
    page = read(client, page_of(obj))
    tables = [
        [all_words(row, "th, td") for row in table.css("tbody tr")] for table in page.css("#content table")
    ]
    return dict(zip(all_words(page, "#content h2"), tables, strict=False))


def publish_seen(client, obj):
    seen = read(client, page_of(obj)).css_first("[name=seen]").attributes["value"]
    return client.post(page_of(obj), {"seen": seen}, follow=True)


@pytest.fixture
def film(db):
    return make_film("Users", 2021, ["FR"], ["Ada"])


def test_changes_are_told_from_what_the_site_shows_and_published_as_they_were_seen(editor, client, film):
    text = make_text(film, "Ancien.", heading="Note")
    shown = ("Users", "Ancien.")
    for title, body in (("Usagers", "Neuf."), ("Les Usagers", "Dernier.")):
        edit(editor, film, title=title, **{"texts-0-body": body})
        changes = told(editor, film)
        assert [*changes] == [f"Film: {title} (2021)", "Text: Note"]
        assert ["Title", shown[0], title] in changes[f"Film: {title} (2021)"]
        assert changes["Text: Note"] == [["Text", shown[1], body]]
        assert page_of(film) in read(editor, page_of(film, "change")).css_first(".state-banner").html
        publish_seen(editor, film)
        assert told(editor, film) == {}
        assert Page.objects.get(kind="text", object_id=text.pk).document["body"] == body
        shown = (title, body)
    assert "Les Usagers" in client.get("/en/films/les-usagers/").content.decode()


def test_what_comes_onto_the_site_with_it_is_told(editor, film):
    make_text(film, "Un secret.", False, heading="Secret", text_kind="shooting_secret")
    banner = read(editor, page_of(film, "change")).css_first(".state-banner")
    assert "but not all of its texts" in banner.text()
    assert page_of(film) in banner.html
    [[name, rows]] = told(editor, film).items()
    assert name == "Text: Secret"
    assert ["Text", "Un secret."] in rows
    draft = make_film("Neuf", 2020, directors=["Bo"], published=False)
    page = read(editor, page_of(draft))
    assert "Bo" in all_words(page, "#content li")
    publish_seen(editor, draft)
    assert Page.objects.filter(kind="film", object_id=draft.pk).exists()


def test_what_was_saved_meanwhile_is_shown_before_anything_is_published(editor, film):
    edit(editor, film, title="Usagers")
    seen = read(editor, page_of(film)).css_first("[name=seen]").attributes["value"]
    edit(editor, film, title="Personne")
    answer = editor.post(page_of(film), {"seen": seen})
    assert any("saved meanwhile" in message for message in messages_of(answer))
    assert Film.objects.get().has_changes


def test_what_was_not_kept_is_said_not_guessed(editor, film):
    film.title = "Autre"
    film.save()
    assert "was not kept" in editor.get(page_of(film)).content.decode()
    assert told(editor, film) == {}


def test_checks_hold_back_what_they_forbid(editor, curator):
    draft = make_film("Neuf", published=False)
    answer = publish_seen(editor, draft)
    assert answer.redirect_chain[-1][0] == f"{page_of(draft, 'change')}?checks=1"
    OwnPage.objects.create(title_fr="Mentions", body_fr="[nom]")
    answer = publish_seen(editor, OwnPage.objects.get())
    assert any("[nom]" in message for message in messages_of(answer))
    assert not Page.objects.exists()
    assert read(curator, page_of(draft)).css("[name=seen]") == []
    assert curator.post(page_of(draft), {"seen": ""}).status_code == 403


def test_a_state_that_is_restored_is_compared_with_what_the_site_shows(editor, film):
    edit(editor, film, title="Usagers")
    publish_seen(editor, film)
    first = Snapshot.objects.of(film).last()
    history.restore(first)
    assert ["Title", "Usagers", "Users"] in told(editor, film)["Film: Users (2021)"]


def test_the_page_asks_a_fixed_number_of_queries(editor):
    asked = []
    for number in (1, 4):
        film = make_film(f"Film {number}", 1990, directors=["Ada"])
        for one in range(number):
            make_text(film, "Une note.", heading=f"{one}")
        history.begin(film)
        for text in film.texts.all():
            history.begin(text)
        Text.objects.update(body="Autre.", has_changes=True)
        film.touch()
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(page_of(film)).status_code == 200
        asked.append(len(queries))
        publish(film, *film.texts.all())
    assert asked[0] == asked[1] <= 40, asked
