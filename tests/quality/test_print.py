"""A film's page on paper: one sheet of A4 with what one needs away from a screen."""

import re

import pytest

from tests.quality.site import PAGES

FILM = f"/fr/{PAGES['film']}"
ON_PAPER = ["h1", ".film__by", ".poster", ".facts", ".see__sentence", "#synopsis", ".printed"]
ON_SCREEN_ALONE = ["nav", "[role=search]", ".footer", ".share", ".skip", ".language", ".stills"]


@pytest.fixture
def page(moving_page):
    return moving_page


def test_a_film_is_one_sheet_of_a4(page):
    page.goto(FILM)
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1
    width, height = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", sheets).groups()
    assert (round(float(width)), round(float(height))) == (595, 842)  # points


def test_paper_has_the_film_and_its_address_and_nothing_to_click(page, public_site):
    page.goto(FILM)
    page.emulate_media(media="print")
    assert [name for name in ON_PAPER if not page.locator(name).first.is_visible()] == []
    assert [name for name in ON_SCREEN_ALONE if page.locator(name).first.is_visible()] == []
    assert page.locator(".printed").inner_text() == f"{public_site.url}{FILM}"
