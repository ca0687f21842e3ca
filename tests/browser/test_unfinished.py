"""Nothing typed is lost: a session that ends while a new film is entered; a form that is left, and gone on with."""

import threading

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.signals import post_save
from playwright.sync_api import expect

from catalogue.models import Film, UnfinishedEntry
from tests.browser.test_history import press, sign_in
from tests.chromium import PATIENCE, follow

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ADD = "/admin/catalogue/film/add/"


def test_a_session_that_ends_and_a_form_that_is_left_lose_nothing(page):
    desk = sign_in(page, "anna")
    desk.goto(ADD)
    expect(desk.locator("#id_title")).to_be_focused()
    desk.keyboard.type("Le Passage du gué")
    desk.focus("#id_credits-0-person")
    desk.keyboard.type("Alès Navumik")
    expect(desk.locator("[role=listbox]:visible")).to_be_visible()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Zoé Œil")
    expect(desk.locator("[role=listbox]:visible")).to_be_visible()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Alt+ArrowUp")
    expect(desk.locator("[data-kept]")).to_be_visible()
    Session.objects.all().delete()
    desk.focus("#id_year")
    desk.keyboard.type("2021")
    expect(desk.locator("[data-ended]")).to_be_visible()
    press(desk, "[name=_save]")
    desk.fill("[name=login]", "anna")
    desk.fill("[name=password]", "a-long-passphrase")
    follow(desk, "form[action='/admin/login/'] [type=submit]")
    expect(desk.locator(".unfinished")).to_be_visible()
    assert desk.input_value("#id_title") == "Le Passage du gué"
    assert desk.input_value("#id_credits-1-person") == "Zoé Œil"
    press(desk, "[name=_save]")
    film = Film.objects.get()
    assert (film.title, film.year) == ("Le Passage du gué", 2021)
    assert [credit.person.name for credit in film.credits.all()] == ["Zoé Œil", "Alès Navumik"]
    assert not UnfinishedEntry.objects.exists()
    # Another, which is left at once: its author is warned, and it is kept.
    desk.goto(ADD)
    expect(desk.locator("#id_title")).to_be_focused()
    desk.keyboard.type("Hansaplassen")
    warned, kept = [], threading.Event()
    desk.once("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))

    def tell(**_signal):
        transaction.on_commit(kept.set)

    post_save.connect(tell, sender=UnfinishedEntry)
    # The page that it is left for asks nothing of the database, whose one connection all threads have here.
    desk.goto("/healthz")
    assert warned == ["beforeunload"]
    assert kept.wait(PATIENCE / 1000)
    desk.goto("/admin/")
    expect(desk.locator(".desk__block--unfinished")).to_contain_text("Hansaplassen")
    desk.goto(ADD)
    expect(desk.locator(".unfinished")).to_contain_text("Hansaplassen")
    press(desk, ".unfinished a")
    assert desk.input_value("#id_title") == "Hansaplassen"
    press(desk, "#id_year", "Control+s")
    assert {*Film.objects.values_list("title", flat=True)} == {"Le Passage du gué", "Hansaplassen"}
    desk.goto(ADD)
    expect(desk.locator("#id_title")).to_be_focused()
    assert desk.locator(".unfinished").count() == 0
