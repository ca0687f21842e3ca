"""A film is scheduled and shared, a stranger reads its draft in both languages, then it is withdrawn."""

import pytest
from playwright.sync_api import expect

from catalogue.models import Page, Scheduled, SharedDraft
from tests.browser.test_history import press, sign_in
from tests.chromium import said_by, window
from tests.makers import make_film, make_text

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_film_is_scheduled_and_read_by_a_stranger_until_it_is_withdrawn(page, chromium, live_server):
    film = make_film("Users", 2021, ["FR"], ["Ada"], published=False, short_summary_en="A mother, a machine.")
    make_text(film, "Une note.", False, heading="Note")
    desk = sign_in(page, "anna")
    desk.goto(f"/admin/catalogue/film/{film.pk}/change/")
    press(desk, ".object-tools a[href$='/schedule/']")
    desk.fill("[name=at]", "2099-01-01T09:00")
    press(desk, "#content [type=submit]")
    assert Scheduled.objects.get().action == "publish"
    press(desk, ".object-tools a[href$='/share/']")
    desk.fill("[name=until]", "2099-01-01T09:00")
    press(desk, "#content .submit-row [type=submit]")
    expect(desk.locator(".errorlist")).to_be_visible()  # that is more than a year
    desk.goto(f"/admin/catalogue/film/{film.pk}/share/")
    press(desk, "#content .submit-row [type=submit]")
    secret = desk.input_value("#secret")
    elsewhere = window(chromium, locale="en-GB")
    said = said_by(stranger := elsewhere.new_page())
    headers = stranger.goto(secret.replace("/fr/", "/en/")).headers
    assert headers["cache-control"] == "private, no-store"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert headers["referrer-policy"] == "no-referrer"
    assert elsewhere.cookies() == []
    expect(stranger.locator("main")).to_contain_text("A mother, a machine.")
    expect(stranger.locator(".notices")).to_contain_text("Draft, not published.")
    assert stranger.evaluate("document.querySelector('.film__poster img').naturalWidth")
    press(stranger, ".readings a")
    expect(stranger.locator("main")).to_contain_text("Une note.")
    press(stranger, ".above a")
    press(stranger, "a.language")
    assert stranger.url == secret
    expect(stranger.locator(".notices")).to_contain_text("Brouillon, non publié.")
    desk.goto(f"/admin/catalogue/film/{film.pk}/share/")
    press(desk, "[name=revoke]")
    assert not SharedDraft.objects.open().exists()
    answer = stranger.reload()
    assert (answer.status, answer.headers["cache-control"]) == (410, "private, no-store")
    expect(stranger.locator("main")).not_to_contain_text("Users")
    assert not Page.objects.exists()
    elsewhere.close()
    assert said == []
