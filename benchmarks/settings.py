"""The site's settings as in production, for a catalogue that benchmarks made; DATA_DIR and DATABASE_URL choose it."""

import os
from pathlib import Path

os.environ |= {
    "DEBUG": "no",
    "HTTPS": "no",
    "BEHIND_PROXY": "no",
    "SECRET_KEY": "for-benchmarks-alone",
    "ALLOWED_HOSTS": ".localhost",  # any name under it: the same page under another name is another address
}
os.environ.setdefault("DATA_DIR", str(Path(__file__).resolve().parent.parent / "var" / "benchmarks"))

from config.settings import *  # noqa: F403 - the environment had to come first

ROOT_URLCONF = "benchmarks.urls"
