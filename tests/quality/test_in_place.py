"""A list of films changes in place: nothing of what the reader was at is lost, and the address is right."""

import re

import pytest
from playwright.sync_api import expect

from tests.quality.conftest import PHONE, SCREEN
from tests.quality.test_without_script import number, titles, total

OPENED = (
    "[...document.querySelectorAll('.filters details[open] > summary')].map(summary => summary.textContent)"
)
FOCUSED = "document.activeElement.textContent"
CANONICAL = "document.querySelector('[rel=canonical]').href"


@pytest.fixture
def page(moving_page):
    moving_page.set_viewport_size(SCREEN)
    return moving_page


def visit(page, address="/en/films/"):
    page.goto(address)
    page.evaluate("window.isTheSame = true")


def choice(page, label):
    return page.locator(
        ".facet li a", has_text=re.compile(rf"^{label}\b")
    ).first  # a territory may follow the country


def choose(page, label):
    """Choose a value of a filter; returns when the list shows it."""
    choice(page, label).click()
    expect(choice(page, label)).to_have_attribute("aria-current", "true")


def is_the_same(page):
    """Whether the page is still the one that `visit` opened."""
    return page.evaluate("Boolean(window.isTheSame)")


@pytest.mark.parametrize("path", ["/en/films/", "/en/companies/cooperative-des-rivages/"])
def test_a_choice_keeps_scroll_focus_and_opened_facets(page, path):
    visit(page, path)
    page.locator(".facet:not([open]) > summary").last.click()
    opened = page.evaluate(OPENED)
    link = page.locator(".facet[open] li a").last
    link.scroll_into_view_if_needed()
    label, promised = link.inner_text().split()[0], number(link.locator("small").inner_text())
    link.focus()
    heading = page.locator(".facet:has(:focus) > summary")
    place = heading.bounding_box()["y"]
    page.keyboard.press("Enter")
    expect(page.locator(".facet [aria-current]")).to_have_count(1)
    assert total(page) == promised
    assert page.evaluate(FOCUSED).startswith(label)
    offered = page.locator(
        ".facet > summary"
    ).all_inner_texts()  # what all films left share is offered no more
    assert page.evaluate(OPENED) == [name for name in opened if name in offered]
    assert heading.bounding_box()["y"] == pytest.approx(place, abs=1)
    assert is_the_same(page)


def test_the_address_the_title_and_the_other_language_are_those_of_what_is_shown(page):
    visit(page)
    choose(page, "France")
    page.fill("[name=year_to]", "1999")
    page.press("[name=year_to]", "Enter")
    page.wait_for_url(re.compile(r"/en/films/\?country=FR&year_to=1999$"))
    assert page.evaluate(CANONICAL) == page.url
    assert page.title().startswith("French films, until 1999: ")
    other = page.locator("a.language").get_attribute("href")
    assert other == "/fr/films/?country=FR&year_to=1999"
    shown, films = total(page), titles(page)
    page.reload()
    assert (total(page), titles(page)) == (shown, films)


def test_back_and_forward_show_what_was_there(page):
    visit(page)
    seen = [(page.url, total(page), titles(page))]
    for label in ("France", "Italy"):
        choose(page, label)
        seen.append((page.url, total(page), titles(page)))
    for step, expected in (("back", seen[1]), ("back", seen[0]), ("forward", seen[1]), ("forward", seen[2])):
        getattr(page, f"go_{step}")()
        expect(page.locator("#results")).to_have_text(re.compile(rf"\b{expected[1]}\b"))
        assert (page.url, total(page), titles(page)) == expected
    assert is_the_same(page)


def test_back_from_a_film_shows_the_list_as_it_was(page):
    visit(page)
    choose(page, "France")
    before = page.url, total(page), titles(page)
    page.locator(".card__title a").first.click()
    expect(page.locator(".film")).to_be_visible()
    page.go_back()
    expect(page.locator(".results")).to_be_visible()
    assert (page.url, total(page), titles(page)) == before
    page.go_back()
    page.wait_for_url(re.compile(r"/en/films/$"))
    expect(page.locator(".chips")).to_have_count(0)


def test_several_choices_are_made_in_the_open_drawer_of_a_phone(page):
    page.set_viewport_size(PHONE)
    visit(page)
    page.click(".filters__open")
    drawer, foot = page.locator(".filters"), page.locator(".filters__foot button")
    for label in ("France", "Italy", "Japan"):
        choose(page, label)
        expect(drawer).to_be_visible()
        expect(foot).to_have_text(re.compile(rf"\b{total(page)}\b"))
    expect(page.locator(".filters__foot[aria-live=polite]")).to_have_count(1)
    assert page.locator(".results").evaluate("results => results.inert")
    foot.click()
    expect(drawer).to_be_hidden()
    expect(page.locator("[inert]")).to_have_count(0)
    expect(page.locator(".filters__open small")).to_have_text("3")
    assert is_the_same(page)


def test_choices_made_faster_than_lists_come_are_all_kept(page):
    visit(page)
    waiting = []
    page.route(re.compile(r"\?country=FR$"), lambda route: waiting.append(route))
    choice(page, "France").click()
    choice(page, "Italy").click()  # its link does not know of France yet
    page.wait_for_url(re.compile(r"\?country=FR&country=IT$"))
    expect(page.locator(".chips li")).to_have_count(3)
    assert len(waiting) == 1
    page.go_back()
    page.wait_for_url(re.compile(r"/en/films/$"))


def test_where_the_list_cannot_be_fetched_the_link_is_followed(browser, public_site):
    context = public_site.visit(browser, viewport=SCREEN)
    page = context.new_page()
    visit(page)
    page.route(
        "**/films/?*",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )
    choice(page, "France").click()
    page.wait_for_url(re.compile(r"\?country=FR$"))
    expect(choice(page, "France")).to_have_attribute("aria-current", "true")
    assert not is_the_same(page)
    context.close()


def test_a_choice_can_be_opened_in_another_tab(page):
    visit(page)
    with page.context.expect_page() as opened:
        choice(page, "France").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url(re.compile(r"\?country=FR"))
    assert page.url.endswith("/en/films/")


def test_another_order_needs_no_second_click(page):
    visit(page)
    expect(page.locator(".sorts button")).to_be_hidden()
    page.locator("select[name=sort]").focus()
    page.select_option("select[name=sort]", "-title")
    page.wait_for_url(re.compile(r"\?sort=-title$"))
    assert titles(page) == sorted(titles(page), key=titles(page).index)
    expect(page.locator("select[name=sort]")).to_be_focused()
    assert is_the_same(page)


def test_another_page_is_read_from_its_beginning(page):
    visit(page)
    first = titles(page)
    page.click("a[rel=next]")
    expect(page.locator("#results")).to_be_focused()
    expect(page.locator("#results")).to_be_in_viewport()
    assert {*titles(page)} & {*first} == set()
    assert page.url.endswith("?page=2")


def test_a_choice_taken_back_leaves_the_focus_at_the_next_or_at_the_results(page):
    visit(page, "/en/films/?country=FR&country=IT")
    page.locator(".chips a").first.press("Enter")
    page.wait_for_url(re.compile(r"\?country=IT$"))
    expect(page.locator(".chips a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/en/films/$"))
    expect(page.locator("#results")).to_be_focused()


def test_years_are_still_drawn_after_the_list_has_changed(page):
    visit(page)
    choose(page, "France")
    page.locator(".decades").scroll_into_view_if_needed()
    box = page.locator(".decades").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"\?country=FR&year_from=\d+&year_to=\d+$"))
    expect(page.locator(".decades__range")).to_be_visible()
    assert is_the_same(page)
    page.locator(".chips a").nth(1).click()
    page.wait_for_url(re.compile(r"\?country=FR&year_to=\d+$"))
    expect(page.locator("[name=year_from]")).to_have_value("")


def test_a_long_facet_is_narrowed_by_typing(page):
    visit(page)
    page.locator(".facet > summary", has_text="Director").first.click()
    facet = page.locator(".facet", has=page.locator("summary", has_text="Director")).first
    at_first = facet.locator("li").all_inner_texts()
    facet.get_by_role("searchbox", name="Find in this list").fill("varda")
    expect(facet.locator("li")).to_have_count(1)
    facet.get_by_role("searchbox").fill("")
    expect(facet.locator("li")).to_have_count(len(at_first))
    facet.get_by_role("searchbox").fill("varda")
    expect(facet.locator("li")).to_have_count(1)
    choose(page, "Agnès Varda")
    assert page.url.endswith("?director=agnes-varda")
    assert page.evaluate(FOCUSED).startswith("Agnès Varda")
    facet.get_by_role("searchbox").fill("nobody at all")
    expect(facet.locator("li")).to_have_text(["No name matches. "])
