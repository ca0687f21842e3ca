"""The site as visitors meet it: production settings, hashed and compressed files, gunicorn; and its kinds of pages."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 300  # seconds for a start on a busy machine
LANGUAGES = ["fr", "en"]
FILM = "films/une-lumiere-au-nord/"
PERSON = "people/ada-lindqvist-cineaste/"
DISTRIBUTOR = "companies/cooperative-des-rivages/"
# Every kind of page, and its address under /fr/ and /en/. test_site.py tells which view of the site is missing here.
PAGES = {
    "home": "",
    "film-list": "films/",
    "film-list-filtered": "films/?q=nord&country=SE&country=XX&year_from=2020&support=dvd",
    "film-list-empty": "films/?q=nothing-at-all",
    "film-values": "films/values/country/",
    "film-values-narrowed": "films/values/director/?named=a",
    "film-take-along": "films/take-along/?country=SE",
    "film-charts": "films/charts/",
    "film": FILM,
    "film-in-a-list": f"{FILM}?in=g3AB",
    "film-secrets": f"{FILM}shooting-secrets/",
    "film-text": f"{FILM}texts/intention-note/",
    "person-list": "people/",
    "person": PERSON,
    "person-text": f"{PERSON}texts/portrait-d-ada/",
    "company-list": "companies/",
    "company": "companies/lampe/",
    "distributor": DISTRIBUTOR,
    "company-portrait": f"{DISTRIBUTOR}portrait/",
    "distributor-list": "distributors/",
    "search": "search/?q=nord",
    "search-texts": "search/?q=nord&kind=text",
    "search-mended": "search/?q=lindkvist",
    "search-nothing": "search/?q=norrd+zzyzx&literally=1",
    "search-empty": "search/",
    "selection-list": "selections/",
    "selection": "selections/films-de-neige/",
    "selection-collecting": "selections/documentaires-sous-titres-en-anglais/",
    "booklet": "selections/films-de-neige/booklet/",
    "booklet-state": "booklets/ready/",
    "portrait": "portrait/",
    "page": "pages/mode-d-emploi/",
    "not-found": "films/no-such-film/",
}
STYLES = "styleguide/"  # every component
PAGES_AND_STYLES = PAGES | {"styleguide": STYLES}


@dataclass(frozen=True)
class Site:
    url: str
    editor: str  # the key of an editor's session

    def visit(self, browser, **options):
        """A new context of Playwright's, whose reader may see the style page too; other pages take no notice."""
        context = chromium.window(browser, **{"base_url": self.url, "reduced_motion": "reduce"} | options)
        context.add_cookies([{"name": "sessionid", "value": self.editor, "url": self.url}])
        return context


@contextlib.contextmanager
def served(*arguments):
    """Make a site with its own data and serve it on a free port of this machine until the end.

    The arguments are those of `tests.quality.fill`.
    """
    with tempfile.TemporaryDirectory(prefix="lanterne-site-") as folder:
        port = _free_port()
        environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ},
            **{
                "DATA_DIR": folder,
                "SECRET_KEY": "for-the-tests-alone",
                "ALLOWED_HOSTS": "localhost",
            },
            **{"HTTPS": "no", "PORT": str(port), "WEB_CONCURRENCY": "2"},
        }
        how = {"cwd": ROOT, "env": environment}
        filled = subprocess.run(
            [sys.executable, "-m", "tests.quality.fill", *arguments],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            **how,
        )
        with Path(folder, "log").open("w+") as log:
            gunicorn = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
            # In a session of its own: Ctrl-C reaches the tests alone, which need their site while they end.
            process = subprocess.Popen(gunicorn, start_new_session=True, stdout=log, stderr=log, **how)
            try:
                _wait_for(f"http://localhost:{port}/readyz", process, log)
                yield Site(f"http://localhost:{port}", filled.stdout.split()[-1])
            finally:
                process.terminate()
                process.wait()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address, process, log):
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(address):
            return
        time.sleep(0.1)
    log.seek(0)
    raise RuntimeError(f"The site does not answer:\n{log.read()}")
