"""Three thousand films are published in the background of a site that is served, while visitors read."""

import pytest
from playwright.sync_api import expect

from tests.quality.fill import DRAFTS
from tests.quality.site import served

pytestmark = pytest.mark.quality


@pytest.fixture
def site():
    with served("--drafts") as site:
        yield site


def test_thousands_of_films_are_published_by_keyboard_while_pages_are_read(browser, site):
    context = site.visit(browser, locale="fr-FR")
    page, reading = context.new_page(), context.new_page()
    page.goto("/admin/catalogue/film/?state=draft")
    page.focus("#action-toggle")
    page.keyboard.press("Space")
    page.locator(".actions .question a").press("Enter")
    page.select_option("[name=action]", "publish_selected")
    with page.expect_navigation():
        page.press("[name=index]", "Enter")
    bar, words = page.locator("progress"), page.locator("[data-words]")
    assert bar.get_attribute("max") == str(DRAFTS)

    totals, positions, end = [], [], f"Terminé\u00a0: {DRAFTS} pages."
    while words.text_content() != end:
        for address in ("/fr/films/", "/fr/films/?q=brouillon", "/fr/films/cleo-de-5-a-7/"):
            assert reading.goto(address).ok
        reading.goto("/fr/films/")
        totals.append(reading.inner_text("#results"))
        positions.append(bar.evaluate("bar => bar.value"))
    assert positions == sorted(positions)
    assert min(len({*totals}), len({*positions})) > 3
    reading.goto("/fr/films/?q=brouillon")
    expect(reading.locator("#results")).to_contain_text(f"{DRAFTS:,}".replace(",", "\u202f"))
    context.close()
