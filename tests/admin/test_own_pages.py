"""Pages of the site's own in the admin: written, previewed, published once nothing is left to fill in; drafts."""

import io

import pytest
from django.core.management import call_command

from catalogue.models import OwnPage, Page
from catalogue.own_pages.drafts import DRAFTS, read
from tests.admin.conftest import form_data, messages_of
from tests.makers import make_page
from tests.pages.reading import read as read_page
from tests.pages.reading import words

pytestmark = pytest.mark.once

LIST = "/admin/catalogue/ownpage/"
ADD = f"{LIST}add/"


def add(client, **values):
    return client.post(ADD, form_data(client, ADD, **values), follow=True)


def act(client, action, *pages):
    return client.post(LIST, {"action": action, "_selected_action": [p.pk for p in pages]}, follow=True)


def errors(response):
    return dict(response.context["adminform"].form.errors)


def test_a_page_is_written_saved_and_published(editor, client):
    add(
        editor,
        title_fr="Presse",
        body_fr="Écrivez-nous.",
        title_en="Press",
        body_en="Write to us.",
        _save="1",
    )
    page = OwnPage.objects.get()
    assert (page.slug, page.published_at) == ("presse", None)
    change = f"{LIST}{page.pk}/change/"
    editor.post(change, form_data(editor, change, _publish="1"))
    assert words(read_page(client, "/en/pages/presse/").css_first(".written")) == "Write to us."


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"body_fr": "a"}, "Give the page a title"),
        ({"title_en": "Press", "body_fr": "Texte."}, "needs a French title"),
        ({"title_fr": "Presse", "body_en": "Text."}, "needs an English title"),
        ({"title_fr": "Presse", "_publish": "1"}, "no text to publish"),
    ],
)
def test_what_is_missing_is_told(editor, values, wanted):
    assert wanted in str(errors(add(editor, **{"_save": "1"} | values)))
    assert not OwnPage.objects.exists()


UNFINISHED = {"title_fr": "Mentions [à vérifier]", "body_fr": "Éditeur :\n[nom] et [adresse]"}


def test_a_page_with_placeholders_is_saved_and_not_published_and_each_is_named(editor):
    refused = errors(add(editor, **UNFINISHED, _publish="1"))
    assert refused.keys() == {"title_fr", "body_fr"}
    assert "Line 1 still holds a placeholder: [à vérifier]." in refused["title_fr"][0]
    assert [message.partition(". ")[0] for message in refused["body_fr"]] == [
        "Line 2 still holds a placeholder: [nom]",
        "Line 2 still holds a placeholder: [adresse]",
    ]
    add(editor, **UNFINISHED, _save="1")
    assert OwnPage.objects.count() == 1
    assert not Page.objects.exists()


def test_the_list_publishes_what_is_finished_and_says_what_is_not(editor):
    finished, other = make_page("Presse", published=False), OwnPage.objects.create(**UNFINISHED)
    said = messages_of(act(editor, "publish_selected", finished, other))
    assert [page.object_id for page in Page.objects.all()] == [finished.pk]
    assert any("[nom]" in message and "Line 2" in message for message in said)
    assert any("1 is on the site" in message for message in said)


@pytest.mark.parametrize(
    "text", ["[…]", "[1]", r"\[sic\]", "[mot](/fr/)", "[Users, un film](https://x.example/)"]
)
def test_links_and_brackets_that_are_meant_are_no_placeholders(editor, text):
    add(editor, title_fr="Presse", body_fr=text, _publish="1")
    assert Page.objects.filter(kind="page").count() == 1


def test_the_list_tells_languages_place_order_and_state(editor):
    make_page("Presse", place="menu", position=7)
    make_page("Mentions", "[nom], [adresse]", published=False, position=8)
    rows = read_page(editor, LIST).css("#result_list tbody tr")
    assert [[words(cell) for cell in row.css("th, td")][1:] for row in rows] == [
        ["Presse", "French", "–", "Menu and footer", "7", "Published"],
        ["Mentions", "French", "2", "Footer", "8", "Draft"],
    ]


@pytest.mark.parametrize(("language", "text"), [("fr", "Neuf."), ("en", "New.")])
def test_a_preview_shows_the_page_as_it_is_saved_in_each_language(editor, client, language, text):
    page = make_page("Presse", "Ancien.")
    page.body_fr, page.title_en, page.body_en = "Neuf.", "Press", "New."
    page.save()
    address = f"{LIST}{page.pk}/preview/{language}/"
    preview = read_page(editor, address)
    assert preview.css_first("html").attributes["lang"] == language
    assert words(preview.css_first(".written")) == text
    other = {"fr": "en", "en": "fr"}[language]
    assert preview.css_first(".language").attributes["href"] == f"{LIST}{page.pk}/preview/{other}/"
    assert "noindex" in preview.css_first("meta[name=robots]").attributes["content"]
    assert words(read_page(client, "/fr/pages/presse/").css_first(".written")) == "Ancien."
    assert client.get(address).status_code == 302  # to the login
    assert editor.get(f"{LIST}{page.pk}/preview/de/").status_code == 404
    assert editor.get(f"{LIST}0/preview/fr/").status_code == 404


def test_a_new_site_begins_with_drafts_once(editor, client):
    assert "Begin with these drafts" in editor.get(LIST).content.decode()
    editor.post(f"{LIST}begin/")
    assert OwnPage.objects.count() == len(DRAFTS)
    assert not OwnPage.objects.published().exists()
    assert "Begin with these drafts" not in editor.get(LIST).content.decode()
    before = list(OwnPage.objects.values())
    editor.post(f"{LIST}begin/")
    assert list(OwnPage.objects.values()) == before


def test_the_command_makes_the_same_drafts_once(db):
    said = io.StringIO()
    call_command("make_pages", stdout=said)
    before = list(OwnPage.objects.values())
    call_command("make_pages", stdout=said)
    assert list(OwnPage.objects.values()) == before
    assert said.getvalue().splitlines() == [
        "5 drafts were made.",
        "There are pages already: nothing was made.",
    ]


def test_drafts_are_begun_by_those_who_may_write_pages_and_by_a_form_alone(editor, curator):
    assert editor.get(f"{LIST}begin/").status_code == 405
    assert curator.post(f"{LIST}begin/").status_code == 403
    assert "Begin with these drafts" not in curator.get(LIST).content.decode()
    assert not OwnPage.objects.exists()


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_says_the_same_in_both_languages_and_waits_to_be_filled_in(name):
    (title_fr, french), (title_en, english) = (read(name, language) for language in ("fr", "en"))
    pages = [OwnPage(title_fr=title_fr, body_fr=french), OwnPage(title_fr=title_en, body_fr=english)]
    in_french, in_english = (page.placeholders() for page in pages)
    assert len(in_french) == len(in_english) > 0
    headings = [[line.startswith("#") for line in text.splitlines()] for text in (french, english)]
    assert headings[0] == headings[1]
