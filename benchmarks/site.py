"""A kept catalogue served by gunicorn as in production, and asked as a browser asks."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from .processes import parent_of, processor

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 600  # seconds
BROWSER = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "br",
    "Accept-Language": "fr,en;q=0.7",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}


@dataclass(frozen=True)
class Answer:
    status: int
    etag: str | None
    size: int  # bytes of the body as it was sent
    seconds: float


@dataclass
class Site:
    port: int
    server: int  # process id of gunicorn's master
    database: int | None  # of PostgreSQL's
    started: float = 0  # seconds until the first answer
    names: int = 0

    def get(self, address, host="localhost", **headers):
        """On a connection of its own, which gunicorn's workers close after each answer."""
        began = time.perf_counter()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", address, headers=BROWSER | {"Host": host} | headers)
        response = connection.getresponse()
        size = len(response.read())
        connection.close()
        return Answer(response.status, response.headers["ETag"], size, time.perf_counter() - began)

    def new_name(self):
        """A name of the site that it was never called by: no answer kept under an address is of use."""
        self.names += 1
        return f"n{self.names}.localhost"

    def processor(self):
        """Seconds that gunicorn and the database have worked so far."""
        return processor(self.server) + (processor(self.database) if self.database else 0)


@contextmanager
def served(workers=1):
    """Serve the catalogue of DATABASE_URL until the end, when its first list of films has been answered."""
    port = _free_port()
    environment = {"PORT": str(port), "WEB_CONCURRENCY": str(workers)}
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
    began = time.perf_counter()
    process = subprocess.Popen(gunicorn, cwd=ROOT, env=os.environ | environment)  # noqa: S603
    try:
        site = Site(port, process.pid, database_server())
        _wait_for(site, process)
        site.started = time.perf_counter() - began
        yield site
    finally:
        process.terminate()
        process.wait()


def database_server():
    """The process that begins PostgreSQL's others, where it runs on this machine."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return parent_of(cursor.fetchone()[0])


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(site, process):
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(OSError):
            if site.get("/fr/films/").status == 200:
                return
        time.sleep(0.01)
    sys.exit("The site does not answer.")
