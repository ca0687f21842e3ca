"""The browser of the browser tests: the machine's own Chromium, driven by Playwright.

What a test waits for comes in a moment, or it does not come; a busy machine may take its time nevertheless.
"""

import contextlib
import shutil

from playwright.sync_api import expect, sync_playwright

PATIENCE = 120_000  # milliseconds
# The shell first: it draws the same pages without a window of its own, for a quarter of the work.
NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def program():
    """The path of Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def said_by(page):
    """What a page says in its console, broken policies among it: a list that grows.

    That the page itself is not there is said by the browser, and rightly. So is that it gave up a transition between
    two pages, which a busy machine makes it do.
    """
    said = []

    def is_given_up(text):
        return text.startswith("Transition was aborted")

    def listen(message):
        is_status = message.text.startswith("Failed to load resource") and message.location["url"] == page.url
        if not (is_status or is_given_up(message.text)):
            said.append(message.text)

    def listen_to_errors(error):
        if not is_given_up(str(error)):  # the promise of a transition that nobody waits for
            said.append(str(error))

    page.on("console", listen)
    page.on("pageerror", listen_to_errors)
    return said


@contextlib.contextmanager
def running():
    """Start Chromium, and end it after; gives Playwright's browser."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS, timeout=PATIENCE)
        yield browser
        browser.close()


def follow(page, link):
    """Click what leads to another page; returns when that page has come, so that no test reads the one before."""
    with page.expect_navigation():
        page.click(link)


def window(browser, **options):
    """A new context of Playwright's, with patience."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context
