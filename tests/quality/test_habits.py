"""Keyboard, touch, zoom, motion, language, headings: the habits of a good site, on every kind of page."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.quality.conftest import PHONE, SCREEN
from tests.quality.site import PAGES_AND_STYLES

CONTROLS = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"
HALF_A_TARGET = 12  # pixels: targets are 24 pixels wide and high, or more
# Every control that is focused without a ring around it, or around the card that it leads from.
WITHOUT_RING = """controls => controls.filter(control => {
  if (!control.checkVisibility() || control.tabIndex < 0) return;
  control.focus();
  const card = control.closest("article") ?? control;
  return ![control, ...card.querySelectorAll("*")].some(element => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
}).map(control => control.outerHTML.slice(0, 200))"""
# Every control that a finger can miss: around its middle something else answers. A link within a sentence may be as
# low as its line; what is hidden from assistive technology only repeats another control, and so do the decades of a
# chart, whose form is below.
SMALL_TARGETS = """(controls, half) => controls.filter(control => {
  if (!control.checkVisibility({ visibilityProperty: true })) return;
  if (control.closest("[aria-hidden], .decades, .hidden, .skip")) return;
  const sentence = control.closest("p, li, dd, td, h1, cite")?.innerText.trim();
  if (getComputedStyle(control).display === "inline" && sentence !== control.innerText.trim()) return;
  control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { left, top, width, height } = control.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([h, v]) => [x + h * (half - 1), y + v * (half - 1)]);
  return corners.some(point => {
    const hit = document.elementFromPoint(...point);
    return !hit || !(control.contains(hit) || hit.closest("label")?.contains(control));
  });
}).map(control => control.outerHTML.slice(0, 200))"""
# Text that its box cuts off. Boxes of a pixel are meant for ears alone.
CUT_OFF = """elements => elements.filter(element => {
  if (!element.checkVisibility() || element.clientWidth <= 1 || !element.innerText?.trim()) return;
  const { overflowX, overflowY } = getComputedStyle(element);
  const clips = overflow => ["hidden", "clip"].includes(overflow);
  return (clips(overflowX) && element.scrollWidth > element.clientWidth + 1)
    || (clips(overflowY) && element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 200))"""
MOVING = """elements => elements.filter(element => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
  return animationName !== "none" || parseFloat(transitionDuration) > 0 || scrollBehavior !== "auto";
}).map(element => element.outerHTML.slice(0, 200))"""
WORDS = """main => {
  const filters = document.querySelector(".filters");
  filters?.style.setProperty("display", "none");
  const { innerText } = main;
  filters?.style.removeProperty("display");
  return innerText;
}"""
LEVELS = (
    "headings => headings.filter(heading => heading.checkVisibility()).map(heading => +heading.localName[1])"
)


@pytest.fixture(scope="module", params=PAGES_AND_STYLES.values(), ids=PAGES_AND_STYLES)
def page(request, browser, public_site):
    """A page of each kind, opened once for all tests here, by a reader who wants nothing to move."""
    context = public_site.visit(browser, viewport=SCREEN)
    page = context.new_page()
    page.goto(f"/fr/{request.param}")
    yield page
    context.close()


def overflow(page):
    """By how many pixels the page can be pushed sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def words(page):
    """The words of the content, save those of the filters: where there is little room these are behind a button."""
    return {*page.locator("main").evaluate(WORDS).split()}


def test_the_first_tab_shows_the_way_to_the_content(page):
    page.set_viewport_size(SCREEN)
    page.reload()
    page.keyboard.press("Tab")
    skip = page.locator("a.skip").first
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", ["films/", "films/?q=nothing-at-all", "companies/lampe/"])
def test_the_second_tab_shows_the_way_to_the_results(browser, public_site, path, lang):
    context = public_site.visit(browser, viewport=SCREEN)
    page = context.new_page()
    page.goto(f"/{lang}/{path}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name={"fr": "Aller aux résultats", "en": "To the results"}[lang])
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()
    context.close()


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
def test_whatever_has_the_focus_is_seen_to_have_it(page, size):
    page.set_viewport_size(size)
    page.keyboard.press("Tab")  # a reader with a keyboard
    assert page.locator(CONTROLS).count() > 10
    assert page.locator(CONTROLS).evaluate_all(WITHOUT_RING) == []


def test_fingers_find_their_targets(page):
    page.set_viewport_size(PHONE)
    assert page.locator(CONTROLS).evaluate_all(SMALL_TARGETS, HALF_A_TARGET) == []


def test_at_twice_the_size_nothing_is_lost(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    at_first = words(page)
    page.set_viewport_size({"width": 640, "height": 400})
    assert at_first - words(page) == set()
    assert page.locator("body *").evaluate_all(CUT_OFF) == []
    assert overflow(page) == 0


def test_with_letters_of_twice_the_size_nothing_is_lost(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    at_first = words(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = at_first - words(page), page.locator("body *").evaluate_all(CUT_OFF), overflow(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert found == (set(), [], 0)


def test_nothing_moves_for_those_who_want_no_motion(page):
    assert page.locator("*").evaluate_all(MOVING) == []
    assert page.evaluate("document.getAnimations().length") == 0


def test_the_page_names_its_language_and_leads_to_the_other(page):
    assert page.locator("html").get_attribute("lang") == "fr"
    other = page.locator("a[hreflang=en]")
    assert other.get_attribute("lang") == "en"
    assert page.request.get(other.get_attribute("href")).text().count('<html lang="en">') == 1


def test_headings_are_in_order(page):
    levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(LEVELS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_list_of_films_works_by_keyboard_alone(browser, public_site):
    context = public_site.visit(browser, viewport=SCREEN)
    page = context.new_page()
    page.goto("/en/films/")
    for target in ("header input[type=search]", ".facet summary", ".facet a", "select[name=sort]", ".card a"):
        page.locator(target).first.focus()
        expect(page.locator(target).first).to_be_focused()
    title = page.locator(".card a").first.inner_text()
    page.locator(".card a").first.press("Enter")
    expect(page.locator("h1")).to_contain_text(title)
    context.close()
