"""Signing in by keyboard alone: attempts are limited, codes and recovery codes, a passkey. In French."""

import time

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import expect

from tests.admin.test_sign_in import PASSWORD, code_now
from tests.chromium import said_by, window

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FILMS = "/admin/catalogue/film/"


@pytest.fixture(autouse=True)
def editor(settings):
    settings.SECOND_FACTOR, settings.ALLAUTH_TRUSTED_PROXY_COUNT = True, 1
    cache.clear()  # of attempts: no table of a model, so that no test empties it
    editor = User.objects.create_user("anna", password=PASSWORD, is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    yield editor
    cache.clear()


@pytest.fixture
def at(chromium, live_server):
    """A function that opens a window at an address, as the proxy of the site tells it. Its console must stay silent."""
    opened = []

    def open_at(address):
        context = window(
            chromium,
            base_url=live_server.url,
            locale="fr-FR",
            extra_http_headers={"X-Forwarded-For": address},
        )
        page = context.new_page()
        opened.append((context, said_by(page)))
        return page

    yield open_at
    for context, said in opened:
        context.close()
        assert said == []


def tab_to(page, selector):
    for _time in range(40):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {selector}")


def press(page, selector, key="Enter"):
    """Do what leads to another page."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def sign_in(page, password=PASSWORD):
    page.goto(FILMS)
    expect(page.locator("[name=login]")).to_be_focused()
    page.keyboard.type("anna")
    tab_to(page, "[name=password]")
    page.keyboard.type(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def sign_out(page):
    press(page, "#logout-form button")


def send_code(page, code):
    expect(page.locator("[name=code]")).to_be_focused()
    page.keyboard.press("Control+A")  # over one that was refused
    page.keyboard.type(code)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_name_is_closed_to_one_address_and_codes_let_its_editor_in(at, monkeypatch):
    guesser = at("192.0.2.7")
    for _time in range(6):
        sign_in(guesser, "wrong")
    expect(guesser.locator("h1")).to_have_text("Trop de tentatives")
    sign_in(guesser)
    expect(guesser.locator("h1")).to_have_text("Trop de tentatives")

    page = at("192.0.2.8")
    sign_in(page)
    press(page, "a[href$='/totp/activate/']")
    secret = page.inner_text("#authenticator_secret")
    send_code(page, code_now(secret))
    codes = page.locator("textarea").input_value().split()
    assert len(codes) == 10
    sign_out(page)
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 60)  # a code is taken once
    sign_in(page)
    send_code(page, code_now(secret))
    assert page.url.endswith(FILMS)
    sign_out(page)
    sign_in(page)
    send_code(page, codes[0])
    assert page.url.endswith(FILMS)
    sign_out(page)
    sign_in(page)
    send_code(page, codes[0])
    expect(page.locator(".errorlist")).to_have_text("Code incorrect.")
    send_code(page, codes[1])
    assert page.url.endswith(FILMS)


def test_a_passkey_is_registered_and_signs_in(at):
    page = at("192.0.2.7")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    made = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": made})
    sign_in(page)
    press(page, "a[href$='/webauthn/add/']")
    expect(page.locator("label[for=id_name]")).to_have_text("Nom\u00a0:")
    expect(page.locator("[name=name]")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Portable")
    page.keyboard.press("Enter")  # sends nothing: the device has not answered yet
    assert (
        page.locator("#mfa_webauthn_add").evaluate("button => button.form.elements.name.value") == "Portable"
    )
    assert page.locator(".errorlist").all_inner_texts() == []
    tab_to(page, "[name=passwordless]")
    page.keyboard.press("Space")
    press(page, "#mfa_webauthn_add")
    page.goto("/admin/account/second-factor/webauthn/")
    expect(page.locator("tbody th")).to_have_text("Portable")
    sign_out(page)
    page.goto(FILMS)
    press(page, "#passkey_login")
    assert page.url.endswith(FILMS)
