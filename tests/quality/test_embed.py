"""Cards as another site shows them: in a sandbox, at any width, without script, cookie or fault."""

import json
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import micawber
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests import chromium
from tests.quality.site import FILM, LANGUAGES
from tests.quality.test_axe import OPTIONS, violations
from tests.quality.test_markup import VNU
from tests.quality.test_weight import KB

CARDED = [FILM, "films/users/", "selections/films-de-neige/"]
# What is wrong with a card: a picture that has not come, no style sheet, the site's name or a title out of sight.
WHOLE = """() => [
  ...[...document.images].filter(image => image.checkVisibility() && !image.naturalWidth).map(image => image.src),
  ...(document.documentElement.scrollWidth > innerWidth ? ["too wide"] : []),
  ...(document.documentElement.scrollHeight > innerHeight ? ["too high"] : []),
  ...(getComputedStyle(document.querySelector(".embed")).display === "grid" ? [] : ["no style"]),
  ...[...document.querySelectorAll("h1, .from")].filter(element => {
    const { right, bottom } = element.getBoundingClientRect();
    return right > innerWidth || bottom > innerHeight;
  }).map(element => element.outerHTML),
]"""
# The link covers its card; through it axe sees no colours.
WITHOUT_COVER = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("h1 a::after { content: none !important }");
  document.adoptedStyleSheets = [sheet];
}"""
WIDTHS = [250, 400, 600, 700]


@pytest.fixture(scope="module")
def elsewhere(public_site):
    """The address of a page on another site that shows the cards: a program put them there by what oEmbed answers."""
    programs = micawber.ProviderRegistry()
    programs.register(f"{public_site.url}/.*", micawber.Provider(f"{public_site.url}/oembed"))
    urls = [f"{public_site.url}/{lang}/{path}" for lang in LANGUAGES for path in CARDED]
    told = [programs.request(url, maxwidth=str(width)) for url in urls for width in WIDTHS]
    html = "".join(f"<p>{one['html'].replace('lazy', 'eager')}</p>" for one in told)

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Elsewhere</title>{html}".encode())

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_other_sites_show_cards_whole_and_quiet(browser, public_site, elsewhere, theme):
    context = chromium.window(browser, color_scheme=theme)
    page = context.new_page()
    said = chromium.said_by(page)
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(elsewhere, wait_until="load")
    frames = page.frames[1:]
    assert len(frames) == len(LANGUAGES) * len(CARDED) * len(WIDTHS)
    for frame in frames:
        expect(frame.locator("h1 a")).to_be_visible()
        assert frame.evaluate(WHOLE) == [], frame.url
    assert context.cookies(public_site.url) == []
    assert not any(answer.headers["content-type"].startswith("text/javascript") for answer in answers)
    assert [answer.url for answer in answers if not answer.ok and "favicon" not in answer.url] == []
    assert [line for line in said if "favicon" not in line] == []
    context.close()


def test_a_card_opens_its_page_outside_of_the_frame(browser, elsewhere):
    context = chromium.window(browser)
    page = context.new_page()
    page.goto(elsewhere)
    link = page.frames[1].locator("h1 a")
    with context.expect_page() as opened:
        link.press("Enter")
    expect(opened.value.locator("h1")).to_have_text(link.inner_text())
    assert page.url == elsewhere
    context.close()


def test_cards_have_no_fault_and_are_light(page, tools, tmp_path):
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    for number, path in enumerate(CARDED):
        answers.clear()
        page.goto(f"/fr/embed/{path}", wait_until="load")
        kinds = [(answer, answer.headers["content-type"].partition("/")[0]) for answer in answers]
        texts = [answer for answer, kind in kinds if kind not in ("image", "font")]
        assert sum(answer.request.sizes()["responseBodySize"] for answer in texts) < 4 * KB
        page.evaluate(WITHOUT_COVER)
        page.evaluate(Axe().axe_script)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert violations(page, f"{path} {theme}", OPTIONS, least=15) == []
        (tmp_path / f"{number}.html").write_bytes(page.request.get(page.url).body())
    command = ["java", "-jar", VNU, "--format", "json", "--stdout", *tmp_path.iterdir()]
    report = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    assert report["messages"] == []
