"""A reader with a keyboard, a reader without scripts: everything is there and everything works."""

import pytest
from playwright.sync_api import expect

from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FILM = "/en/films/une-lumiere-au-nord/"
COMPANY = "/en/companies/lampe/"


@pytest.fixture
def plain(chromium, live_server):
    """A page in a browser that runs no script, for an English reader."""
    context = chromium.new_context(base_url=live_server.url, locale="en-GB", java_script_enabled=False)
    yield context.new_page()
    context.close()


def make_films(count):
    columns = {"directors": ["Ada"], "supports": ["dvd"], "published": False}
    publish(
        *[
            make_film(f"Film {n:02}", 1970 + n % 50, ["FR" if n % 2 else "US"], **columns)
            for n in range(count)
        ]
    )


def total(page):
    return page.locator("#results").inner_text()


def first_title(page):
    return page.locator(".card__title").first.inner_text()


def test_the_first_tab_shows_the_way_to_the_content(page):
    make_showcase()
    for address in ("/fr/", "/fr/films/", FILM):
        page.goto(address)
        page.keyboard.press("Tab")
        skip = page.locator("a.skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def test_every_focused_element_is_seen_to_be_focused(page):
    make_showcase()
    page.goto("/en/films/")
    outlines = []
    for _step in range(12):
        page.keyboard.press("Tab")
        outlines.append(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
    assert "none" not in outlines


def test_the_list_of_films_works_by_keyboard_alone(page):
    make_showcase()
    page.goto("/en/films/")
    for target in ("header input[type=search]", ".facet summary", ".facet a", "select[name=sort]", ".card a"):
        page.locator(target).first.focus()
        expect(page.locator(target).first).to_be_focused()
    page.locator(".card a").first.press("Enter")
    expect(page.locator("h1")).to_have_text("Une lumière au nord")


@pytest.mark.parametrize(
    "address", ["/en/", "/en/films/", FILM, COMPANY, "/en/people/ada-lindqvist-cineaste/"]
)
def test_the_page_says_the_same_without_scripts(page, plain, address):
    make_showcase()
    said = []
    for reader in (page, plain):
        reader.set_viewport_size({"width": 1440, "height": 900})
        reader.goto(address)
        said.append(reader.locator("main").inner_text().replace("Copy the address", "").split())
    assert said[0] == said[1]
    assert len(said[0]) > 20


def test_the_address_is_copied_where_scripts_run_and_there_is_no_dead_button_elsewhere(page, plain):
    make_showcase()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for reader, is_there in ((page, True), (plain, False)):
        reader.goto(FILM)
        assert reader.locator("[data-copy-address]").is_visible() is is_there
    page.click("[data-copy-address]")
    expect(page.locator("[data-copy-address]")).to_have_text("Address copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(FILM)


def test_filters_orders_and_pages_work_without_scripts(plain):
    make_films(65)
    plain.goto("/en/films/")
    assert (total(plain), first_title(plain)) == ("65 films", "Film 00")
    plain.click(".facet a:has-text('France')")
    assert (total(plain), first_title(plain)) == ("32 films", "Film 01")
    plain.select_option("select[name=sort]", "-title")
    plain.click(".sorts button")
    assert (total(plain), first_title(plain)) == ("32 films", "Film 63")
    plain.click("a[rel=next]")
    assert (total(plain), first_title(plain)) == ("32 films", "Film 03")
    plain.fill("[name=year_from]", "1970")
    plain.fill("[name=year_to]", "1979")
    plain.click("form:has([name=year_from]) button")
    assert (total(plain), first_title(plain)) == ("10 films", "Film 59")
    plain.click(".chips a:has-text('France')")
    assert "country" not in plain.url
    assert "sort=-title" in plain.url
    plain.click(".chips__clear")
    assert (total(plain), plain.url.endswith("/en/films/")) == ("65 films", True)
    plain.click(".letters a:has-text('F')")
    plain.fill(".filters input[name=q]", "film 07")
    plain.click(".filters form:has([name=q]) button")
    assert (total(plain), first_title(plain)) == ("1 film", "Film 07")


def test_on_a_phone_the_filters_are_a_drawer_that_opens_without_scripts(plain):
    make_films(3)
    plain.set_viewport_size({"width": 360, "height": 780})
    plain.goto("/en/films/")
    france = plain.locator(".facet a:has-text('France')")
    assert not france.is_visible()
    plain.click(".filters > summary")
    france.click()
    assert total(plain) == "1 film"
    assert plain.locator(".filters > summary small").inner_text() == "1"


def test_on_a_screen_the_filters_stand_open_beside_the_films(plain):
    make_films(3)
    plain.set_viewport_size({"width": 1440, "height": 900})
    plain.goto("/en/films/")
    assert plain.locator(".facet a:has-text('France')").is_visible()


def test_a_company_tells_more_and_shows_its_other_films_without_scripts(plain):
    make_showcase()
    plain.goto(COMPANY)
    rest = plain.locator("header.company details p").first
    assert not rest.is_visible()
    plain.click("header.company summary")
    assert rest.is_visible()
    plain.click(".tabs a:has-text('Films distributed')")
    assert "as=distributor" in plain.url
    assert first_title(plain) == "Une lumière au nord"


def test_a_bar_of_the_years_leads_to_its_films(page):
    make_films(3)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/en/films/")
    page.locator(".years svg a").nth(1).click()
    expect(page.locator("#results")).to_have_text("1 film")
    assert page.url.endswith("?year_from=1971&year_to=1971")


def test_the_search_of_every_page_leads_to_the_films(page):
    make_showcase()
    page.goto(FILM)
    page.fill("header input[name=q]", "lumiere")
    page.keyboard.press("Enter")
    expect(page.locator(".card__title")).to_have_text("Une lumière au nord")
