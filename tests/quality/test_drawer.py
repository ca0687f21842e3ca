"""The drawer of filters on a phone, the way back to the top, and posters that move from a list to a film."""

import pytest
from playwright.sync_api import expect

FOCUSED = "document.activeElement.closest('.filters') !== null"


@pytest.fixture
def page(moving_page):
    return moving_page


@pytest.fixture
def drawer(page):
    """The drawer of the film list on a phone, opened by keyboard."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto("/en/films/")
    page.locator(".filters__open").focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".filters")
    expect(drawer).to_be_visible()
    expect(page.locator(".filters__close")).to_be_focused()
    return drawer


def test_the_focus_stays_within_the_open_drawer(page, drawer):
    stops = drawer.locator(
        "a:visible, button:visible, input:visible:not([type=hidden]), summary:visible"
    ).count()
    outside = []
    for _stop in range(stops + 3):
        page.keyboard.press("Tab")
        on_page = page.evaluate(
            "document.activeElement !== document.body"
        )  # after the last, the browser's own bar
        outside += (
            [page.evaluate("document.activeElement.outerHTML")]
            if on_page and not page.evaluate(FOCUSED)
            else []
        )
    assert outside == []


@pytest.mark.parametrize("way", ["Escape", "button", "beside it"])
def test_a_drawer_closes_and_gives_the_focus_back(page, drawer, way):
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "button":
        page.keyboard.press("Enter")
    else:
        page.mouse.click(350, 400)
    expect(drawer).to_be_hidden()
    expect(page.locator("[inert]")).to_have_count(0)
    if way != "beside it":
        expect(page.locator(".filters__open")).to_be_focused()


def test_a_drawer_closes_where_the_window_grows_and_it_becomes_a_column(page):
    page.set_viewport_size({"width": 800, "height": 780})
    page.goto("/en/films/")
    page.locator(".filters__open").click()
    expect(page.locator(".filters__close")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 780})
    expect(page.locator(".filters:popover-open")).to_have_count(0)
    expect(page.locator(".filters")).to_be_visible()
    page.locator(".card__title a").first.click()
    expect(page.locator(".film")).to_be_visible()


def test_back_to_top_takes_the_focus_there(page):
    page.goto("/en/films/")
    page.locator(".to-top").press("Enter")
    expect(page.locator("#top")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".wordmark")).to_be_focused()


def has_moved(page):
    """Whether the page came with a transition, which is known once it is shown."""
    page.wait_for_function("'moved' in window")
    return page.evaluate("window.moved")


def test_the_poster_that_was_chosen_takes_the_name_of_the_films_poster(page):
    page.emulate_media(reduced_motion="no-preference")
    page.add_init_script(
        "addEventListener('pagereveal', (event) => { window.moved = Boolean(event.viewTransition); });"
    )
    page.goto("/en/films/")
    page.locator(".card__title a").first.click()
    expect(page.locator(".film")).to_be_visible()
    assert has_moved(page)
    name = "getComputedStyle(document.querySelector('.film__head .poster')).viewTransitionName"
    assert page.evaluate(name) == "poster"
    page.go_back()
    page.emulate_media(reduced_motion="reduce")
    page.locator(".card__title a").first.click()
    expect(page.locator(".film")).to_be_visible()
    assert not has_moved(page)
