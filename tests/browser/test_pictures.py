"""Pictures and texts in the film's form: stills dropped together, a focal point set by keys, French put right."""

import pytest
from PIL import Image
from playwright.sync_api import expect

from catalogue.models import Film, UnfinishedEntry
from tests.browser.test_entering import desk  # noqa: F401 - the form of a new film, signed in
from tests.chromium import follow
from tests.pictures.conftest import media  # noqa: F401 - used by itself

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def stills(tmp_path):
    sizes = {"lake": (960, 540), "tower": (540, 960), "speck": (20, 20)}
    for name, size in sizes.items():
        Image.new("RGB", size, "teal").save(tmp_path / f"{name}.png")
    return [tmp_path / f"{name}.png" for name in sizes]


def test_stills_are_dropped_described_and_cropped_and_french_is_put_right(desk, stills):  # noqa: F811
    desk.fill("#id_title", "Users")
    desk.fill("#id_short_summary_fr", "Qui? L'eau.")
    desk.fill("#id_short_summary_en", "Who?")
    note = desk.locator("#id_short_summary_fr-typeset")
    expect(note).to_contain_text("L'eau. → Qui\u202f? L’eau.")
    expect(desk.locator(".typeset")).to_have_count(1)
    expect(desk.locator("#id_short_summary_fr ~ .count")).to_have_text("11 / 300")
    desk.locator("details.section").evaluate_all("all => all.forEach(folded => folded.open = true)")
    desk.focus("#id_synopsis_fr")
    desk.keyboard.type('Un *mot*, "deux"')
    desk.keyboard.press("Alt+P")
    shown = desk.locator("#id_synopsis_fr-preview")
    expect(shown.locator("em")).to_have_text("mot")
    expect(shown).to_have_text("Un mot, «\u00a0deux\u00a0»")
    desk.check("#id_synopsis_fr-typeset input")
    expect(shown).to_have_text('Un mot, "deux"')
    desk.set_input_files(".drop__files", stills)
    rows = desk.locator("#stills-group .row:visible")
    expect(rows).to_have_count(3)
    expect(desk.locator("#id_stills-0-text_fr")).to_be_focused()
    desk.keyboard.type("Un lac")
    expect(rows.nth(1)).to_contain_text("montrée en entier")
    expect(rows.nth(2)).to_contain_text("20 × 20 pixels")
    rows.nth(2).locator(".row__remove").click()
    point = rows.nth(0).locator(".focal__point")
    point.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        desk.keyboard.press(key)
    expect(point).to_have_attribute(
        "aria-label",
        "Point d’intérêt\u00a0: 70 pour cent depuis la gauche, 40 pour cent depuis le haut. Les flèches le déplacent.",
    )
    crop = rows.nth(0).locator(".focal__crop canvas").first
    assert crop.evaluate("crop => crop.style.objectPosition") == "70% 40%"
    desk.evaluate("""() => new MutationObserver((all, observer) => {
        const bar = document.querySelector(".sending progress");
        if (bar?.value > 0) { sessionStorage.sent = bar.value / bar.max; observer.disconnect(); }
    }).observe(document.querySelector(".submit-row"), { attributes: true, subtree: true })""")
    follow(desk, "[name=_continue]")
    assert 0 < float(desk.evaluate("sessionStorage.sent")) <= 1
    assert not UnfinishedEntry.objects.exists()
    film = Film.objects.get()
    assert (film.short_summary_fr, film.synopsis_fr) == ("Qui\u202f? L’eau.", 'Un *mot*, "deux"')
    first, second = film.stills.all()
    assert (first.text_fr, first.focal_x, first.focal_y, first.image_width) == ("Un lac", 70, 40, 960)
    assert (second.image_height, second.focal_x) == (960, 50)
