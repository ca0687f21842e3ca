"""A page pasted into the box of the admin: shown as it is understood, then a draft that says where it comes from."""

from pathlib import Path

import pytest

from catalogue.models import Company, Film, ImportedFact, Snapshot

pytestmark = pytest.mark.once

PASTE = "/admin/catalogue/film/paste/"
SOURCES = Path("fixtures/sources")
PAGES = {
    "film-users": (Film, "Users", "Sous-titres Français", "Subtitles"),
    "distributor-iskra": (Company, "ISKRA", "Payer sa vie SVODVOD", "Format"),
    "shooting-secrets-norilsk": (Film, "Norilsk, l’étreinte de glace", "Note d’intention", "Heading"),
}


def page(name):
    return (SOURCES / f"{name}.txt").read_text()


def understood(response):
    return response.context["understood"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_each_layout_becomes_a_draft_with_its_lines(editor, name):
    model, called, line, label = PAGES[name]
    shown = editor.post(PASTE, {"page": page(name)})
    said = {(row.label, row.text) for row in understood(shown).rows}
    assert (label, line) in said
    assert not model.objects.exists()
    assert not ImportedFact.objects.exists()
    made = editor.post(PASTE, {"page": page(name), "_draft": "1"}, follow=True)
    entity = next(one for one in model.objects.all() if str(one).startswith(called))
    assert made.redirect_chain[-1][0] == f"/admin/catalogue/{entity.kind}/{entity.pk}/change/"
    assert entity.published_at is None
    assert not Film.objects.exclude(published_at=None).exists()
    state = Snapshot.objects.of(entity).first()
    assert (state.origin, state.by) == ("import", "editor")
    sources = f"/admin/catalogue/{entity.kind}/{entity.pk}/sources/"
    assert f'href="{sources}"' in made.text
    assert understood_again(editor.get(sources)) == understood(shown).rows


def understood_again(response):
    [only] = response.context["pages"]
    return only["understood"].rows


def test_a_contradiction_is_marked_with_both_values_and_lines(editor):
    text = page("film-users").replace(
        "  • Pays États-Unis, Mexique", "  • Année 2019\n  • Pays États-Unis, Mexique", 1
    )
    shown = editor.post(PASTE, {"page": text})
    found = next(one for one in understood(shown).contradictions if one.label == "Year")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "Année" in line][:2]
    assert [(side.value, side.line) for side in found.sides] == [("2021", lines[0]), ("2019", lines[1])]
    assert [row.is_contradicted for row in understood(shown).rows if row.label == "Year"] == [True]
    assert f"line {lines[1]}" in shown.text
    assert "contradiction</strong>" in shown.text


def test_what_an_editor_wrote_stays_and_is_told(editor):
    film = Film.objects.create(title="Users", year=2021, running_time=95)
    shown = editor.post(PASTE, {"page": page("film-users")})
    found = next(one for one in understood(shown).contradictions if "The catalogue" in one.told)
    assert (found.label, found.sides[0].value, found.sides[1].value) == ("Running time", "95", "80")
    assert "in the catalogue already" in shown.text
    editor.post(PASTE, {"page": page("film-users"), "_draft": "1"})
    film.refresh_from_db()
    assert (film.running_time, film.short_summary_fr[:15], film.published_at) == (95, "Mère et cinéast", None)


def test_a_page_that_cannot_be_read_is_refused_in_words(editor):
    text = page("film-users").replace("Année 2021", "Année 20x1")
    refused = editor.post(PASTE, {"page": text, "_draft": "1"}, headers={"accept-language": "fr"})
    fault = refused.context["faults"][0]
    assert (fault.field, fault.found, fault.text) == ("Année", "20x1", "Année 20x1")
    assert fault.expected.startswith("une année de quatre chiffres entre")
    for wrong in (
        "",
        "\n \n",
        "Bonjour",
        "x" * 200_001,
        page("film-users")[page("film-users").index("Image") :],
    ):
        answer = editor.post(PASTE, {"page": wrong, "_draft": "1"})
        assert answer.status_code == 200
        assert "errorlist" in answer.text or answer.context["faults"]
    assert not Film.objects.exists()
