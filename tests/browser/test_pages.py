"""Every page type in a real browser: silent console, no stranger asked, accessible, never wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FILM = "films/une-lumiere-au-nord/"
PAGES = {
    "home": "",
    "film list": "films/",
    "filtered film list": "films/?q=nord&country=SE&year_from=2020&support=dvd&country=XX",
    "empty film list": "films/?q=nothing-at-all",
    "values": "films/values/country/",
    "film": FILM,
    "secrets": f"{FILM}shooting-secrets/",
    "text": f"{FILM}texts/intention-note/",
    "people": "people/",
    "person": "people/ada-lindqvist-cineaste/",
    "person's text": "people/ada-lindqvist-cineaste/texts/portrait-d-ada/",
    "companies": "companies/",
    "company": "companies/lampe/",
    "selections": "selections/",
    "selection": "selections/films-de-neige/",
    "distributors": "distributors/",
    "no such page": "films/nothing/",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, SCREEN = {"width": 360, "height": 780}, {"width": 1440, "height": 900}


@pytest.fixture(autouse=True)
def showcase(transactional_db):
    return make_showcase()


@pytest.fixture
def strays(page, live_server):
    """The requests that went to another host than the site, and the site's own files that were not there."""
    found = []

    def listen(response):
        is_page = response.request.resource_type == "document"
        if not response.url.startswith(live_server.url) or (response.status >= 400 and not is_page):
            found.append(response.url)

    page.on("response", listen)
    page.on("requestfailed", lambda request: found.append(request.url))
    return found


def violations(page):
    """What axe finds, as "rule: element"."""
    found = Axe().run(
        page,
        options={
            "runOnly": {"type": "tag", "values": RULES},
            "resultTypes": ["violations"],
            "preload": False,
        },
    )
    assert len(found.response["passes"]) > 20
    return [
        f"{rule['id']}: {node['html']}" for rule in found.response["violations"] for node in rule["nodes"]
    ]


def overflow(page):
    """By how many pixels the page can be pushed sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible_and_keeps_to_itself_on_a_phone_and_a_screen(page, strays, address):
    for lang, size, scheme in (("fr", SCREEN, "light"), ("en", PHONE, "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.goto(f"/{lang}/{address}")
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("h1").count() == 1
        assert violations(page) == []
        assert overflow(page) == 0
    page.set_viewport_size({"width": 320, "height": 640})
    assert overflow(page) == 0
    assert strays == []
