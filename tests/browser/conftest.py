"""The browser of tests that write to the database what they then see."""

import os

import pytest
from django.db import connection

from tests import chromium as machines_own


@pytest.fixture(scope="package")
def chromium(django_db_setup):
    """Chromium, started once for all tests of this folder."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the thread of the tests
    first_rows = getattr(connection, "_test_serialized_contents", "[]")
    with machines_own.running() as browser:
        # Where a loop runs Django opens another connection. It too must know what migrations brought (countries,
        # groups): `serialized_rollback` puts that back before each test.
        connection._test_serialized_contents = first_rows
        yield browser


@pytest.fixture
def page(chromium, live_server):
    """A page in a new window for a French reader. Its console must stay silent."""
    context = machines_own.window(chromium, base_url=live_server.url, locale="fr-FR")
    page = context.new_page()
    said = machines_own.said_by(page)
    yield page
    context.close()
    assert said == []
