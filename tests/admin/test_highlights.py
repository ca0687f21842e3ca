"""Editors choose and schedule what the front page opens on, see where each highlight stands, and the page of a day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.models import Highlight, Identity
from tests.admin.conftest import form_data
from tests.makers import make_film, make_selection, make_text
from tests.pages.front import sections
from tests.pages.reading import all_words, read

pytestmark = pytest.mark.once

LIST = "/admin/catalogue/highlight/"
ADD = f"{LIST}add/"
TODAY = timezone.localdate()


def days(number):
    return TODAY + timedelta(days=number)


def errors_of(response):
    return [str(error) for errors in response.context["adminform"].form.errors.values() for error in errors]


def test_an_editor_schedules_a_film_and_it_opens_the_front_page_without_being_published(editor, client):
    film = make_film("Cléo")
    make_film("Newest")
    saved = editor.post(ADD, form_data(editor, ADD, film=film.pk, sentence_en="She looks.", signed_by="A."))
    assert saved.status_code == 302
    page = read(client, "/en/")
    assert all_words(page, ".opening h2, .opening__sentence, .opening__signed") == [
        "Cléo",
        "She looks.",
        "A.",
    ]


def test_a_highlight_is_a_film_or_a_selection_and_its_days_are_in_order(editor):
    film = make_film("Cléo")
    selection = make_selection("Choix", [film])
    one = "Choose a film or a selection: one of them."
    assert errors_of(editor.post(ADD, form_data(editor, ADD))) == [one]
    both = form_data(editor, ADD, film=film.pk, selection=selection.pk)
    assert errors_of(editor.post(ADD, both)) == [one]
    turned = form_data(editor, ADD, film=film.pk, first_day=days(2), last_day=days(1))
    assert errors_of(editor.post(ADD, turned)) == ["The last day comes after the first."]
    assert not Highlight.objects.exists()


def test_the_list_says_what_is_on_now_what_is_to_come_and_what_is_past(editor):
    film = make_film("Film")
    made = {
        "Now": Highlight.objects.create(film=film, first_day=days(-1), last_day=days(0)),
        "To come": Highlight.objects.create(film=film, first_day=days(1)),
        "Past": Highlight.objects.create(selection=make_selection("Choix", [film]), last_day=days(-1)),
        "Not shown: not published": Highlight.objects.create(film=make_film("Draft", published=False)),
    }
    page = read(editor, LIST)
    states = dict(zip(all_words(page, ".field-__str__"), all_words(page, ".field-state"), strict=True))
    assert states["Choix"] == "Past"
    assert states["Draft"] == "Not shown: not published"
    assert sorted(all_words(page, ".field-state")) == sorted(made)
    for asked, expected in (
        ("now", {"Now", "Not shown: not published"}),
        ("to_come", {"To come"}),
        ("past", {"Past"}),
    ):
        assert {*all_words(read(editor, f"{LIST}?days={asked}"), ".field-state")} == expected


@pytest.mark.parametrize(("day", "title"), [(0, "Cléo"), (4, "Cléo"), (5, "Newest"), (9, "Later")])
def test_the_preview_shows_the_front_page_of_a_day(editor, day, title):
    cleo, later = make_film("Cléo"), make_film("Later")
    make_film("Newest")
    Highlight.objects.create(film=cleo, last_day=days(4))
    Highlight.objects.create(film=later, first_day=days(6))
    preview = f"{LIST}preview/?day={days(day)}"
    page = read(editor, preview)
    assert all_words(page, ".opening h2") == [title]
    assert len(page.css(".notices")) == 1
    answer = editor.get(preview)
    assert answer["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()


def test_a_day_that_is_none_is_today(editor):
    make_film("Cléo")
    assert all_words(read(editor, f"{LIST}preview/?day=soon"), ".opening h2") == ["Cléo"]


def test_the_preview_is_for_those_who_may_see_highlights(client, curator, administrator):
    make_film("Cléo")
    for allowed in (curator, administrator):
        assert allowed.get(f"{LIST}preview/").status_code == 200
    assert client.get(f"{LIST}preview/").status_code == 302
    assert curator.get(ADD).status_code == 403


def test_an_editor_chooses_the_blocks_of_the_front_page_and_their_order(editor, client):
    film = make_film("Cléo")
    for number in range(9):
        make_film(f"Film {number}", supports=["dvd"])
    make_text(film, "Une note.")
    identity = "/admin/catalogue/identity/add/"
    data = form_data(editor, identity, name="Films")
    assert [data[f"block_{name}"] for name in ("new", "leaving", "available")] == [1, 2, 3]
    editor.post(identity, data | {"block_new": "9", "block_texts": "2", "block_available": ""})
    saved = Identity.objects.get()
    assert saved.front_blocks == ["leaving", "texts", "popular", "selections", "ways", "new"]
    assert sections(read(client, "/en/")) == ["opening-film", "texts", "new"]
    change = f"/admin/catalogue/identity/{saved.pk}/change/"
    data = form_data(editor, change)
    assert (data["block_leaving"], data["block_new"], data.get("block_available")) == (1, 6, None)
    editor.post(change, {name: value for name, value in data.items() if not name.startswith("block_")})
    assert Identity.objects.get().front_blocks == []
    assert sections(read(client, "/en/")) == ["opening-film", "new", "available", "texts"]
