"""The names of decades can be read where there is little room for fourteen of them."""

import itertools

import pytest
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from tests.makers import make_film

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# The names that are shown and the lines between them, from left to right: [text, left, right], both counted from
# the left edge of the chart; and the width of the chart.
# Typefaces that are still on their way, and what still opens, have other widths.
SHOWN = """async () => {
  await document.fonts.ready;
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));  // or none has begun
  await Promise.allSettled(document.getAnimations().map(animation => animation.finished));
  const chart = document.querySelector(".decades").getBoundingClientRect();
  const shown = [...document.querySelectorAll(".decades th")].flatMap(cell => {
    const name = cell.firstElementChild, style = getComputedStyle(cell), text = document.createRange();
    text.selectNodeContents(name);
    const { left, right } = text.getBoundingClientRect(), edge = cell.getBoundingClientRect().left;
    const line = style.borderLeftColor.endsWith(", 0)") ? [] : [["|", edge, edge + 1]];
    return [...line, ...(getComputedStyle(name).opacity === "0" ? [] : [[name.textContent, left, right]])];
  });
  return [shown.map(([text, left, right]) => [text, left - chart.left, right - chart.left]), chart.width];
}"""


def overlaps(shown):
    """The pairs of neighbours that touch."""
    return [(one, other) for one, other in itertools.pairwise(shown) if one[2] > other[1]]


@pytest.mark.parametrize("first", [1890, 1900, 1940, 1990])
def test_names_of_decades_cross_neither_each_other_nor_a_line(page, first):
    publish(*[make_film(f"Film {year}", year, published=False) for year in range(first, 2026, 5)])
    for address, width in itertools.product(["/en/films/", "/en/films/charts/"], [320, 768, 1440]):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        if page.locator(".filters__open").is_visible():
            page.click(".filters__open")
            expect(page.locator(".filters")).to_be_visible()
            page.mouse.move(0, 0)  # what is under the pointer is named too
        shown, chart_width = page.evaluate(SHOWN)
        assert overlaps(shown) == [], (address, width)
        assert len([text for text, _left, _right in shown if text != "|"]) >= 3, (address, width)
        assert shown[-1][2] <= chart_width + 1, (address, width)


def test_a_decade_that_has_the_focus_is_named(page):
    publish(*[make_film(f"Film {year}", year, published=False) for year in range(1890, 2026, 5)])
    page.goto("/en/films/")
    for year in ("1900", "1910"):
        name = page.locator(".decades th a", has_text=year)
        name.focus()
        expect(name).to_have_css("opacity", "1")
