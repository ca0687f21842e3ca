"""Where the browser of the browser tests is."""

import shutil

NAMES = ["chromium", "chromium-browser", "google-chrome"]


def program():
    """The path of Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)
