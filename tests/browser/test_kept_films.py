"""A list of one's own, without an account: kept in the browser, and an address like that of any list."""

import pytest
from playwright.sync_api import expect

from catalogue.models import Film
from tests.makers import make_films

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def films():
    make_films(3)
    return [film.pk for film in Film.objects.order_by("title")]


def keep(page, slug):
    page.goto(f"/en/films/{slug}/")
    button = page.get_by_role("button", name="Keep in my list")
    button.focus()
    page.keyboard.press("Enter")
    return button


def test_films_are_kept_by_keyboard_and_make_a_list_that_can_be_shared(page, films):
    page.goto("/en/films/")
    expect(page.get_by_role("link", name="My list")).to_be_hidden()
    for slug in ("film-02", "film-00"):
        expect(keep(page, slug)).to_have_attribute("aria-pressed", "true")
    mine = page.get_by_role("link", name="My list 2")
    mine.press("Enter")
    expect(page).to_have_url(f"/en/films/?film={films[2]}&film={films[0]}")
    expect(page.locator(".card__title")).to_have_text(["Film 02", "Film 00"])


def test_what_is_kept_can_be_taken_off(page):
    keep(page, "film-01")
    page.reload()
    button = keep(page, "film-01")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("link", name="My list")).to_be_hidden()


def test_what_another_page_has_written_there_does_no_harm(page):
    page.goto("/en/films/film-00/")
    page.evaluate("localStorage.setItem('kept-films', '[\"1&q=x\", null, 7]')")
    page.reload()
    expect(page.get_by_role("link", name="My list 1")).to_have_attribute("href", "/en/films/?film=7")
