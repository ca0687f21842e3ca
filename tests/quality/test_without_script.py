"""A reader without scripts: every page says the same, and every filter works."""

import re

import pytest
from playwright.sync_api import expect

from tests.chromium import follow
from tests.quality.conftest import PHONE, SCREEN
from tests.quality.site import PAGES

COPY, KEEP = "Copier l’adresse", "Garder dans ma liste"  # the buttons that only a script can bring to life
SORT = "Trier"  # the one that only readers without scripts need


@pytest.fixture
def plain(browser, public_site):
    """A window in which no script runs."""
    context = public_site.visit(browser, viewport=SCREEN, java_script_enabled=False)
    yield context.new_page()
    context.close()


def number(text):
    """The number in a text: "1,146 films" → 1146."""
    return int(re.sub(r"\D", "", text))


def total(page):
    return number(page.locator("#results").inner_text())


def titles(page):
    return page.locator(".results .card__title").all_inner_texts()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_says_the_same_without_scripts(page, plain, address):
    said = []
    for reader in (page, plain):
        reader.goto(f"/fr/{address}")
        text = reader.locator("main").inner_text()
        said.append([word for word in text.replace(COPY, "").replace(KEEP, "").split() if word != SORT])
    assert said[0] == said[1]
    assert len(said[0]) > 5


def test_a_filter_gives_as_many_films_as_it_says_and_can_be_taken_back(plain):
    plain.goto("/en/films/")
    everything = total(plain)
    for choice in (".facet a:has-text('DVD')", ".facet a[href*='country=']:has-text('France')"):
        promised = number(plain.locator(f"{choice} small").inner_text())
        follow(plain, choice)
        assert total(plain) == promised < everything
    follow(plain, ".chips a:has-text('DVD')")
    assert "support" not in plain.url
    assert "country=FR" in plain.url
    follow(plain, ".chips a:has-text('France')")
    assert total(plain) == everything


def test_years_words_and_letters_filter_and_all_of_them_go_at_once(plain):
    plain.goto("/en/films/")
    everything = total(plain)
    plain.fill("[name=year_from]", "1990")
    plain.fill("[name=year_to]", "1999")
    follow(plain, "form:has([name=year_from]) button")
    years = plain.locator(".results .card .meta span:first-child").all_inner_texts()
    assert [year for year in years if not 1990 <= int(year) <= 1999] == []
    assert 0 < total(plain) < everything
    plain.click(".facet--words > summary")
    plain.fill(".filters input[name=q]", "a")
    follow(plain, ".filters form:has([name=q]) button")
    assert plain.locator(".chips li").count() >= 2
    follow(plain, ".chips__clear")
    assert (total(plain), plain.url.endswith("/en/films/#results")) == (everything, True)
    follow(plain, ".letters a:has-text('N')")
    expect(plain.locator(".letters [aria-current]")).to_have_text("N")
    assert 0 < total(plain) < everything


def test_orders_and_pages_work_together(plain):
    plain.goto("/en/films/")
    follow(plain, "a[rel=next]")
    second = titles(plain)
    follow(plain, "a[rel=prev]")
    first = titles(plain)
    assert len(first) == len(second) == 30
    assert {*first} & {*second} == set()
    follow(plain, ".pages ul li:last-child a")
    last = titles(plain)
    plain.select_option("select[name=sort]", "-title")
    follow(plain, ".sorts button")
    assert titles(plain)[0] == last[-1]


def test_the_search_of_every_page_leads_to_what_it_finds(plain):
    plain.goto("/en/people/")
    plain.fill("header input[name=q]", "lumiere nord")
    plain.keyboard.press("Enter")
    expect(plain.locator("main .card__title").first).to_have_text("Une lumière au nord")


def test_on_a_phone_the_filters_are_a_drawer(plain):
    plain.set_viewport_size(PHONE)
    plain.goto("/en/films/")
    france = plain.locator(".facet a[href*='country=']:has-text('France')")
    expect(france).to_be_hidden()
    plain.click(".filters__open")
    france.click()
    expect(plain.locator(".filters__open small")).to_have_text("1")


def test_on_a_screen_the_filters_stand_open_beside_the_films(plain):
    plain.goto("/en/films/")
    expect(plain.locator(".facet a[href*='country=']:has-text('France')")).to_be_visible()


def test_a_company_tells_more_and_shows_its_other_films(plain):
    plain.goto("/en/companies/iskra/")
    rest = plain.locator("header.company details p").first
    expect(rest).to_be_hidden()
    plain.click("header.company summary")
    expect(rest).to_be_visible()
    plain.goto("/en/companies/lampe/")
    follow(plain, ".tabs a:has-text('Films distributed')")
    assert "as=distributor" in plain.url
    assert titles(plain) == ["Une lumière au nord"]


def test_the_address_is_copied_where_scripts_run_and_there_is_no_dead_button_elsewhere(page, plain):
    film = "/en/films/une-lumiere-au-nord/"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for reader, is_there in ((page, True), (plain, False)):
        reader.goto(film)
        assert reader.locator(".share [data-copy-address]").is_visible() is is_there
    page.click(".share [data-copy-address]")
    expect(page.locator(".share [data-copy-address]")).to_have_text("Address copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(film)


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
def test_a_choice_comes_back_at_the_results_with_its_facet_open(plain, size):
    plain.set_viewport_size(size)
    plain.goto("/en/films/")
    if size == PHONE:
        plain.click(".filters__open")
    plain.click(".facet > summary:has-text('Spoken language')")
    follow(plain, ".facet a:has-text('French') >> nth=0")
    assert plain.url.endswith("?language=fr#results")
    top = plain.locator("#results").bounding_box()["y"]
    assert 0 <= top < 100
    if size == PHONE:
        expect(plain.locator(".filters")).to_be_hidden()
        plain.click(".filters__open")
    expect(plain.locator(".facet a[aria-current]")).to_have_text(re.compile("^French"))
    expect(plain.locator(".facet a[aria-current]")).to_be_visible()


def test_a_box_that_only_scripts_answer_is_not_there(plain):
    plain.goto("/en/films/")
    expect(plain.locator(".facet__find").first).to_be_hidden()
    follow(plain, ".facet a:has-text('See all') >> nth=0")
    expect(plain.locator("form.narrow")).to_have_count(0)  # all countries are on one page


def test_forms_of_a_list_come_back_at_the_results(plain):
    plain.goto("/en/films/")
    plain.select_option("select[name=sort]", "-title")
    follow(plain, ".sorts button")
    assert plain.url.endswith("?sort=-title#results")
    plain.fill("[name=year_from]", "1990")
    follow(plain, "form:has([name=year_from]) button")
    assert plain.url.endswith("#results")
    assert "year_from=1990" in plain.url
