"""The names of decades can be read where there is little room for fourteen of them."""

import itertools

import pytest
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from tests.makers import make_film

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# The names that are shown and the lines between them, from left to right: [text, left, right] and [left, right].
# Typefaces that are still on their way, and what still opens, have other widths.
SHOWN = """async () => {
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map(animation => animation.finished));
  return [...document.querySelectorAll(".decades th")].flatMap(cell => {
    const name = cell.firstElementChild, style = getComputedStyle(cell), room = document.createRange();
    room.selectNodeContents(name);
    const { left, right } = room.getBoundingClientRect(), edge = cell.getBoundingClientRect().left;
    const line = style.borderLeftColor.endsWith(", 0)") ? [] : [["|", edge, edge + 1]];
    return [...line, ...(getComputedStyle(name).opacity === "0" ? [] : [[name.textContent, left, right]])];
  });
}"""


def overlaps(shown):
    """The pairs of neighbours that touch."""
    return [(one, other) for one, other in itertools.pairwise(shown) if one[2] > other[1]]


@pytest.mark.parametrize("first", [1890, 1900, 1940, 1990])
@pytest.mark.parametrize("address", ["/en/films/", "/en/films/charts/"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_names_of_decades_cross_neither_each_other_nor_a_line(page, address, first, width):
    publish(*[make_film(f"Film {year}", year, published=False) for year in range(first, 2026, 5)])
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    if page.locator(".filters__open").is_visible():
        page.click(".filters__open")
        expect(page.locator(".filters")).to_be_visible()
    shown = page.evaluate(SHOWN)
    assert overlaps(shown) == []
    assert len([text for text, _left, _right in shown if text != "|"]) >= 3
    chart = page.locator(".decades").bounding_box()
    assert shown[-1][2] <= chart["x"] + chart["width"] + 1


def test_a_decade_that_has_the_focus_is_named(page):
    publish(*[make_film(f"Film {year}", year, published=False) for year in range(1890, 2026, 5)])
    page.goto("/en/films/")
    for year in ("1900", "1910"):
        name = page.locator(".decades th a", has_text=year)
        name.focus()
        expect(name).to_have_css("opacity", "1")
