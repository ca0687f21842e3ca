"""What a page costs on the wire, and that it keeps still, quiet and within the screen."""

import pytest

from tests import chromium
from tests.quality.conftest import PHONE, SCREEN
from tests.quality.site import LANGUAGES, PAGES, STYLES

KB = 1000
# Bytes as sent, headers apart.
MOST = {"text/html": 8 * KB, "text/css": 16 * KB, "text/javascript": 6 * KB, "font/woff2": 45 * KB}
MOST_REQUESTS = 10  # pictures and the two typefaces apart
WIDTHS = [320, 360, 768, 1440, 1920]
# Adds up how far things move that nobody has touched (CLS), from the first moment on.
WATCH_SHIFTS = """
self.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
"""
READ_TO_THE_END = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({top: y, behavior: "instant"});
    await frame();
  }
  const seen = [...document.images].filter(image => image.checkVisibility());
  for (const image of seen) image.loading = "eager";
  await Promise.all(seen.map(image => image.decode()));
  await frame();
  await frame();
}"""
SHIFTS = "shifts.map(shift => shift.value + ' ' + shift.sources.map(source => source.node?.outerHTML.slice(0, 200)))"


@pytest.fixture
def answers(page):
    """The answers that the page has had, in their order."""
    found = []
    page.on("response", lambda answer: found.append(answer))
    return found


@pytest.fixture
def said(page):
    """What the page says in its console."""
    return chromium.said_by(page)


@pytest.mark.parametrize(("lang", "size"), [("fr", PHONE), ("en", SCREEN)], ids=LANGUAGES)
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_light_quiet_still_and_within_the_screen(
    page, public_site, answers, said, address, lang, size
):
    page.set_viewport_size(size)
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"/{lang}/{address}", wait_until="load")
    page.evaluate(READ_TO_THE_END)
    others = [answer for answer in answers if not answer.headers["content-type"].startswith("image/")]
    sizes = dict.fromkeys((answer.headers["content-type"].partition(";")[0] for answer in others), 0)
    for answer in others:
        sizes[answer.headers["content-type"].partition(";")[0]] += answer.request.sizes()["responseBodySize"]
    assert {kind: size for kind, size in sizes.items() if size > MOST.get(kind, 0)} == {}
    typefaces = [answer for answer in others if answer.headers["content-type"] == "font/woff2"]
    assert len(others) - len(typefaces) <= MOST_REQUESTS
    assert [answer.url for answer in answers if not answer.url.startswith(f"{public_site.url}/")] == []
    assert [answer.url for answer in answers[1:] if not answer.ok] == []
    assert said == []
    assert page.evaluate(SHIFTS) == []
    assert_within_the_screen(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_style_page_cannot_be_pushed_sideways(page, lang):
    """It holds every component, and may be heavy."""
    page.goto(f"/{lang}/{STYLES}")
    assert_within_the_screen(page)


def assert_within_the_screen(page):
    """At no width can the page be pushed sideways, though nothing is cut off."""
    too_wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        too_wide[width] = page.evaluate("document.documentElement.scrollWidth") - width
    assert {width: by for width, by in too_wide.items() if by > 0} == {}
    assert page.evaluate(
        "[document.documentElement, document.body].map(e => getComputedStyle(e).overflowX)"
    ) == [
        "visible",
        "visible",
    ]
