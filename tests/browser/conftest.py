"""The browser of the browser tests. Every test in this folder bears the mark `browser`."""

import os

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.chromium import program as find_chromium

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """Chromium, started once for all tests."""
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is missing (apt install chromium)")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the thread of the tests
    first_rows = getattr(connection, "_test_serialized_contents", "[]")
    with sync_playwright() as playwright:
        # Where a loop runs Django opens another connection. It too must know what migrations brought (countries,
        # groups): `serialized_rollback` puts that back before each test.
        connection._test_serialized_contents = first_rows
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, live_server):
    """A page in a new window for a French reader. Its console must stay silent: it tells broken policies."""
    context = chromium.new_context(base_url=live_server.url, locale="fr-FR")
    page, said = context.new_page(), []

    def listen(message):
        is_own_status = message.location["url"] == page.url  # a test may well visit a page that is not there
        if message.type in {"error", "warning"} and not is_own_status:
            said.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []
