"""One site and one browser for all tests of this folder, which bear the marks `browser` and `quality`."""

import os

import pytest

from tests import chromium, node
from tests.quality.site import served

PHONE, SCREEN = {"width": 360, "height": 800}, {"width": 1440, "height": 900}


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker("browser")
            item.add_marker("quality")


@pytest.fixture(scope="package")
def site():
    with served() as site:
        yield site


@pytest.fixture(scope="package")
def tools():
    """What npm has for the tests."""
    node.install()


@pytest.fixture(scope="package")
def browser():
    with chromium.running() as browser:
        yield browser


@pytest.fixture
def page(browser, site):
    """A new window on the site."""
    context = site.visit(browser, viewport=SCREEN)
    yield context.new_page()
    context.close()
