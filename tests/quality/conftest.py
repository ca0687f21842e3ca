"""One site and one browser for all tests of this folder."""

import pytest

from tests import chromium, node
from tests.quality.site import served

PHONE, SCREEN = {"width": 360, "height": 800}, {"width": 1440, "height": 900}


@pytest.fixture(scope="package")
def public_site():
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
def page(browser, public_site):
    """A new window on the site."""
    context = public_site.visit(browser, viewport=SCREEN)
    yield context.new_page()
    context.close()


@pytest.fixture
def moving_page(browser, public_site):
    """A new window for a reader who has nothing against motion. Its console must stay silent."""
    context = public_site.visit(browser, reduced_motion="no-preference")
    page = context.new_page()
    said = chromium.said_by(page)
    yield page
    context.close()
    assert said == []
