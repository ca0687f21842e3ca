"""What the tests hear of a page's console."""

from tests.chromium import said_by, window

INLINE = "<!DOCTYPE html><title>Inline</title><style>p { color: red }</style><p>Text<script>1</script>"


def test_broken_policies_are_heard_and_the_pages_own_status_is_not(browser):
    page = window(browser).new_page()
    said = said_by(page)
    policy = {"Content-Security-Policy": "default-src 'none'", "Content-Type": "text/html"}
    page.route("**/*", lambda route: route.fulfill(status=404, headers=policy, body=INLINE))
    page.goto("https://lanterne.test/")
    page.context.close()
    style, script = said
    assert "inline style" in style
    assert "inline script" in script
