"""Charts under the pointer: what is drawn can be clicked, a range can be drawn, and no script is needed to choose."""

import re

import pytest
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from tests.chromium import window
from tests.makers import make_film

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

CHARTS = "/en/films/charts/"


def make_films():
    years = [
        1970,
        *range(1975, 1980),
        1984,
        *range(1990, 1994),
        1999,
    ]  # of fewer films the years are folded away
    publish(*[make_film(f"Film {year}", year, ["FR", "MC"], published=False) for year in years])


def point_of(page, year):
    """Where a year is in the histogram: (x, y) in the middle of its column."""
    axis = page.locator(".decades")
    axis.scroll_into_view_if_needed()
    box, (first, end) = (
        axis.bounding_box(),
        (int(axis.get_attribute(f"data-{name}")) for name in ("first", "end")),
    )
    return box["x"] + (year - first + 0.5) / (end - first) * box["width"], box["y"] + box["height"] / 2


@pytest.mark.parametrize("address", ["/en/films/", CHARTS])
def test_a_range_is_drawn_over_the_years(page, address):
    make_films()
    page.goto(address)
    page.mouse.move(*point_of(page, 1979))
    page.mouse.down()
    page.mouse.move(*point_of(page, 1975), steps=4)
    expect(page.locator("[name=year_from]")).to_have_value("1975")
    page.mouse.up()
    page.wait_for_url(re.compile(r"year_from=1975&year_to=1979"))
    expect(page.locator("main [role=status]")).to_have_text("5 films")


def test_a_year_is_chosen_by_one_click_on_its_bar(page):
    make_films()
    page.goto(CHARTS)
    page.mouse.click(*point_of(page, 1984))
    page.wait_for_url(re.compile(r"\?year=1984$"))
    expect(page.locator("main [role=status]")).to_have_text("1 film")


def test_a_click_that_slips_a_little_draws_no_range(page):
    make_films()
    page.goto("/en/films/")
    x, y = point_of(page, 1984)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 7, y, steps=7)
    page.mouse.up()
    page.wait_for_url(re.compile(r"\?year_from=1980&year_to=1989$"))


def test_after_a_range_was_drawn_a_decade_is_still_chosen_by_keyboard(page):
    make_films()
    page.goto("/en/films/")
    form = page.locator("[data-years] form")  # not sent, it leaves the page as "Back" would bring it back
    form.evaluate("form => form.addEventListener('submit', event => event.preventDefault())")
    page.mouse.move(*point_of(page, 1979))
    page.mouse.down()
    page.mouse.move(0, 300, steps=9)
    page.mouse.up()
    expect(page.locator("[name=year_from]")).to_have_value("1970")
    page.locator(".decades th a", has_text="1980").press("Enter")
    page.wait_for_url(re.compile(r"\?year_from=1980&year_to=1989$"))


def test_a_bar_says_its_year_and_number(page):
    make_films()
    page.goto(CHARTS)
    assert page.locator(".decades div a").first.get_attribute("title") == "1970 : 1"


def test_years_typed_into_the_form_show_over_the_chart_at_once(page):
    make_films()
    page.goto(CHARTS)
    expect(page.locator(".decades__range")).to_be_hidden()
    page.get_by_label("From").fill("1980")
    expect(page.locator(".decades__range")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_country_is_chosen_on_the_map(chromium, live_server, scripts):
    make_films()
    make_film("Ailleurs", 1980, ["BR"])
    context = window(chromium, base_url=live_server.url, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(CHARTS)
    shape = page.locator(".map__world use[href$='#br']")
    shape.scroll_into_view_if_needed()
    box = shape.bounding_box()
    assert min(box["width"], box["height"]) > 50
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"\?country=BR$"))
    expect(page.locator("main [role=status]")).to_have_text("1 film")
    context.close()


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}], ids=["forced", "paper"])
def test_the_legend_of_the_map_keeps_its_colours(page, media):
    publish(*[make_film(f"Film {n}", 1970, ["FR"], published=False) for n in range(5)])
    make_film("Un", 1970, ["BE"])
    make_film("Deux", 1970, ["SUHH"])
    page.emulate_media(**media)
    page.goto(CHARTS)
    looks = page.locator(".map__legend i").evaluate_all(
        "all => all.map(i => getComputedStyle(i).backgroundColor + getComputedStyle(i).backgroundImage)"
    )
    assert len(set(looks)) == len(looks) > 3
    widths = page.locator(".map__legend i").evaluate_all(
        "all => all.map(i => getComputedStyle(i).borderTopWidth)"
    )
    assert set(widths) == {"1px"}


BROKEN = """() => [...document.querySelectorAll(".bars th")].flatMap(cell => {
  const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
  return [...text.data.matchAll(/[\\p{L}\\d]+/gu)].filter(word => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(word => word[0]);
})"""


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_no_word_is_broken_in_a_portrait(page, width):
    publish(
        make_film(
            "Film", 1970, ["CSHH", "BA"], directors=["Ada Lindqvist"], forms=["experimental"], published=False
        )
    )
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/fr/portrait/")
    assert "Tchécoslovaquie" in page.locator(".bars th").all_inner_texts()
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
