"""axe-core finds nothing on any kind of page: WCAG 2.2 A and AA and best practices, in both themes.

In French on a phone and in English on a screen: a language changes words alone.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.quality.conftest import PHONE, SCREEN
from tests.quality.site import LANGUAGES
from tests.quality.site import PAGES_AND_STYLES as PAGES

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
    "preload": False,
}
# The rules that a theme, which changes colours alone, can break.
COLOURS = OPTIONS | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page, where, options, least=0):
    """What axe finds, as "where: rule: element"; at least so many rules had something to look at."""
    found = page.evaluate("options => axe.run(document, options)", options)
    assert len(found["passes"]) >= least
    return [
        f"{where}: {rule['id']}: {node['html'][:150]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def in_all_lights(page, sizes=(PHONE, SCREEN)):
    """What axe finds on a page as it stands, at each size, in both themes."""
    page.evaluate(Axe().axe_script)
    found = []
    for size in sizes:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        found += violations(page, f"{size['width']} light", OPTIONS, least=21)
        page.emulate_media(color_scheme="dark")
        found += violations(page, f"{size['width']} dark", COLOURS, least=1)
    return found


@pytest.mark.parametrize(("lang", "size"), [("fr", PHONE), ("en", SCREEN)], ids=LANGUAGES)
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible(page, address, lang, size):
    page.goto(f"/{lang}/{address}")
    assert in_all_lights(page, [size]) == []


def test_the_open_drawer_is_accessible(page):
    page.set_viewport_size(PHONE)
    page.goto(f"/fr/{PAGES['film-list']}")
    page.click(".filters__open")
    expect(page.locator(".filters")).to_be_visible()
    assert in_all_lights(page, [PHONE]) == []


def test_the_open_gallery_is_accessible(page):
    page.goto(f"/fr/{PAGES['film']}")
    page.click("#open-1")
    expect(page.locator("dialog.gallery")).to_be_visible()
    assert in_all_lights(page) == []


@pytest.mark.parametrize("address", ["", PAGES["film-list"]])
def test_the_open_list_of_suggestions_is_accessible(page, address):
    page.goto(f"/fr/{address}")
    page.locator("#search").press_sequentially("no")
    expect(page.locator(".suggestions")).to_be_visible()
    page.locator("#search").press("ArrowDown")
    assert in_all_lights(page) == []
