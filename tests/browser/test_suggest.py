"""Suggestions under the box of the search: the combobox pattern, by keyboard, pointer and ear."""

import re

import pytest
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from tests.chromium import window
from tests.makers import make_film, make_person

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def films():
    made = [
        make_film(title, 1990, directors=["Ada Norilsky"], published=False) for title in ("Norilsk", "Noria")
    ]
    publish(*made, make_person("Bo Norström"))


def type_into(page, text, address="/en/films/"):
    page.goto(address)
    box = page.get_by_role("combobox", name="Search films")
    box.press_sequentially(text)
    return box


def chosen(page):
    """The words of the option that is chosen; "" for none. The box says the same as the list does."""
    marked = page.locator('.suggestions [aria-selected="true"]')
    active = page.locator("#search").get_attribute("aria-activedescendant")
    assert [option.get_attribute("id") for option in marked.all()] == ([active] if active else [])
    return marked.locator("b").inner_text() if active and active != "suggested-all" else active or ""


@pytest.mark.parametrize("address", ["/en/", "/en/films/", "/en/search/"])
def test_the_list_opens_from_two_letters_and_is_announced(page, address):
    box = type_into(page, "n", address)
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.press_sequentially("o")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-controls", page.get_by_role("listbox").get_attribute("id"))
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(2)
    expect(page.locator("form [role=status]")).to_have_text("4 suggestions")
    box.fill("")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_arrows_walk_through_the_options_and_the_box(page):
    box = type_into(page, "nor")
    expect(page.get_by_role("listbox")).to_be_visible()
    walked = []
    for key in ["ArrowDown"] * 6 + ["ArrowUp", "ArrowUp", "Home", "End"]:
        box.press(key)
        walked.append(chosen(page))
    films, people = walked[:2], walked[2:4]
    assert sorted(films) == ["Noria", "Norilsk"]
    assert sorted(people) == ["Ada Norilsky", "Bo Norström"]
    assert walked[4:] == ["suggested-all", "", "suggested-all", people[1], films[0], "suggested-all"]
    expect(box).to_have_value("nor")
    expect(box).to_be_focused()


def test_enter_goes_to_the_page_that_is_chosen(page):
    box = type_into(page, "norilsk")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/en/films/norilsk/")


def test_enter_without_a_choice_asks_for_all_results(page):
    box = type_into(page, "norilsk")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Enter")
    page.wait_for_url("**/en/search/?q=norilsk")
    expect(page.get_by_role("combobox")).to_have_value("norilsk")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_escape_closes_the_list_and_leaves_the_words(page):
    box = type_into(page, "nor")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("ArrowDown")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("nor")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowUp")  # opens it again, at its end
    assert chosen(page) == "suggested-all"


def test_a_click_goes_there_and_elsewhere_closes_it(page):
    box = type_into(page, "nor")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.locator("h1").click()
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.click()
    box.press("ArrowDown")
    page.get_by_role("option", name="Noria").click()
    page.wait_for_url("**/en/films/noria/")


def test_an_older_answer_never_takes_the_place_of_a_newer_one(page):
    held = []
    page.route(re.compile("q=nori$"), lambda route: held.append(route))
    page.goto("/en/films/")
    box = page.locator("#search")
    with page.expect_event("requestfailed") as older:  # it is aborted
        with page.expect_request(re.compile("q=nori$")):
            box.press_sequentially("nori")
        box.press_sequentially("lsk")
    assert older.value.url.endswith("q=nori")
    newer = page.get_by_role("option", name=re.compile("“norilsk”"))
    expect(newer).to_be_visible()
    held[0].fulfill(body='<div data-said="older"><a role="option" href="/">older</a></div>')
    box.press("ArrowDown")
    assert chosen(page) == "Norilsk"
    expect(newer).to_be_visible()


def test_nothing_moves_when_the_list_opens_and_nothing_is_pushed_sideways(page):
    for width, address in ((320, "/en/search/"), (390, "/en/search/"), (1280, "/en/films/")):
        page.set_viewport_size({"width": width, "height": 700})
        type_into(page, "n", address)
        places = (
            "[...document.querySelectorAll('h1, .nav a, main :is(a, p):not([role])')]"
            ".map(e => e.getBoundingClientRect().top)"
        )
        before = page.evaluate(places)
        page.locator("#search").press_sequentially("or")
        expect(page.get_by_role("listbox")).to_be_visible()
        assert page.evaluate(places) == before
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        box = page.get_by_role("listbox").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_without_script_the_form_asks_the_same(chromium, live_server):
    context = window(chromium, base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/films/")
    page.locator("#search").fill("norilsk")
    page.locator("#search").press("Enter")
    page.wait_for_url("**/en/search/?q=norilsk")
    expect(page.locator("#search")).to_have_value("norilsk")
    context.close()
