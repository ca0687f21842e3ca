"""French texts are put right when they are saved, which is told; an editor may refuse it."""

import pytest

from catalogue.models import Film, Text
from tests.admin.conftest import add_row, form_data, messages_of

pytestmark = pytest.mark.once

ADD = "/admin/catalogue/film/add/"
NB, THIN = "\u00a0", "\u202f"


def save(client, address=ADD, **changes):
    data = form_data(client, address, title="L'Eau?", **changes)
    add_row(data, "texts", text_kind="presentation", language="fr", body='Elle dit "oui"...')
    add_row(data, "texts", text_kind="presentation", language="en", body='She says "yes"...')
    return messages_of(client.post(address, data | {"_continue": "1"}, follow=True))


def test_french_is_put_right_and_told_and_english_is_left_alone(editor):
    told = save(editor, short_summary_fr="Qui? L'eau : rien.", short_summary_en="Who? It's water.")
    film = Film.objects.get()
    assert film.short_summary_fr == f"Qui{THIN}? L’eau{NB}: rien."
    assert (film.title, film.short_summary_en) == ("L'Eau?", "Who? It's water.")
    bodies = Text.objects.order_by("pk").values_list("body", flat=True)
    assert list(bodies) == [f"Elle dit «{NB}oui{NB}»…", 'She says "yes"...']
    [message] = [message for message in told if "typography" in message]
    assert f"Short summary in French (Qui? L'eau → Qui{THIN}? L’eau · 1 no-break space)" in message
    assert "English" not in message


def test_what_an_editor_keeps_as_typed_stays(editor):
    told = save(
        editor, short_summary_fr="Qui?", synopsis_fr="Quoi?", as_typed=["short_summary_fr", "texts-0-body"]
    )
    film = Film.objects.get()
    assert (film.short_summary_fr, film.synopsis_fr) == ("Qui?", f"Quoi{THIN}?")
    assert film.texts.first().body == 'Elle dit "oui"...'
    assert any("Synopsis in French" in message for message in told)
    address = f"/admin/catalogue/film/{film.pk}/change/"
    editor.post(address, form_data(editor, address, synopsis_fr="Et?", as_typed="all", _save="1"))
    film.refresh_from_db()
    assert (film.short_summary_fr, film.synopsis_fr) == ("Qui?", "Et?")


def test_a_text_that_would_exceed_its_budget_is_left_alone(editor):
    save(editor, short_summary_fr=299 * "a" + "?")
    assert Film.objects.get().short_summary_fr == 299 * "a" + "?"


def test_what_would_be_put_right_is_told_while_it_is_typed(editor):
    ask = "/admin/catalogue/text/typeset/"
    assert f"Qui? → Qui{THIN}?" in editor.post(ask, {"text": "Qui?", "language": "français"}).json()["told"]
    assert editor.post(ask, {"text": "*Who?*", "language": "en"}).json() == {
        "told": "",
        "html": "<p><em>Who?</em></p>\n",
    }
