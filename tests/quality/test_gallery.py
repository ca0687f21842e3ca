"""Stills opened large: by keys, by touch, and by links alone where no script runs."""

import re

import pytest
from playwright.sync_api import expect

from tests.quality.site import PAGES

FILM = f"/en/{PAGES['film']}"


@pytest.fixture
def page(moving_page):
    return moving_page


def wait_until_shown(page, number):
    """Wait until this still, and so no other one, fills the window."""
    expect(page.locator(f"#still-{number}")).to_be_in_viewport(ratio=1)


def wait_until_closed(page):
    expect(page.locator(".gallery")).to_be_hidden()
    expect(page).to_have_url(re.compile("/$"))


def test_keys_open_turn_and_close_and_the_focus_goes_back_to_what_was_left(page):
    page.goto(FILM)
    page.focus("#open-1")
    page.keyboard.press("Enter")
    wait_until_shown(page, 1)
    for key, number in (
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowRight", 3),
        ("Home", 1),
        ("End", 3),
        ("ArrowLeft", 2),
    ):
        page.keyboard.press(key)
        wait_until_shown(page, number)
        expect(page).to_have_url(re.compile(f"#still-{number}$"))
        expect(page.locator(f"#still-{number}")).to_be_focused()
    label = page.get_by_role("figure", name="Picture 2 of 3")
    assert label.inner_text().split("\n")[0] == "Ada Lindqvist"
    page.keyboard.press("Escape")
    wait_until_closed(page)
    expect(page.locator("#open-2")).to_be_focused()


def test_buttons_turn_and_close_and_the_page_behind_stays_where_it_was(page):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(FILM)
    page.locator("#open-1").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.click("#open-1")
    wait_until_shown(page, 1)
    page.click("#still-1 [aria-label='Next picture']")
    wait_until_shown(page, 2)
    page.click("#still-2 [aria-label='Previous picture']")
    wait_until_shown(page, 1)
    page.click("#still-1 [aria-label=Close]")
    wait_until_closed(page)
    assert page.evaluate("scrollY") == before


def test_back_closes_and_does_not_leave_the_film(page):
    page.goto(FILM)
    page.click("#open-2")
    wait_until_shown(page, 2)
    page.keyboard.press("ArrowRight")
    wait_until_shown(page, 3)
    page.go_back()
    wait_until_closed(page)
    page.click("#open-1")
    wait_until_shown(page, 1)


def test_an_address_that_names_a_still_opens_it(page):
    page.goto(f"{FILM}#still-3")
    wait_until_shown(page, 3)
    page.keyboard.press("Escape")
    wait_until_closed(page)
    expect(page.locator("#open-3")).to_be_focused()


def test_a_finger_pushes_the_next_one_into_place(page):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(FILM)
    page.click("#open-1")
    wait_until_shown(page, 1)
    page.evaluate("document.querySelector('.gallery__strip').scrollBy({left: 260, behavior: 'instant'})")
    wait_until_shown(page, 2)
    page.keyboard.press("Escape")
    wait_until_closed(page)
    expect(page.locator("#open-2")).to_be_focused()


def test_without_script_links_open_turn_and_close(browser, public_site):
    context = public_site.visit(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(FILM)
    page.click("#open-1")
    expect(page.locator("#still-1")).to_be_visible()
    size = page.viewport_size
    for number in (1, 2, 3):
        page.locator(f"#still-{number} figcaption").click(trial=True)  # in place, and nothing lies above it
        box = page.locator(f"#still-{number}").bounding_box()
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, size["width"], size["height"])
        if number < 3:
            page.click(f"#still-{number} [aria-label='Next picture']")
    page.click("#still-3 [aria-label=Close]")
    expect(page.locator(".gallery")).to_be_hidden()
    context.close()
