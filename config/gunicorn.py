"""How gunicorn serves the site: `gunicorn -c config/gunicorn.py config.wsgi`.

GUNICORN_CMD_ARGS adds or changes anything here, for example "--access-logfile -".
"""

import gc
import os
import sys

from environs import EnvError, validate

from config.environment import env

try:
    host = env.str("HOST", "127.0.0.1")
    port = env.int("PORT", 8000, validate=validate.Range(1, 65535))
    workers = env.int("WEB_CONCURRENCY", max(2, os.cpu_count() or 1), validate=validate.Range(min=1))
except EnvError as error:
    sys.exit(f"Lanterne cannot start: {error}")

bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
preload_app = True  # the workers share the memory of what they all load
control_socket_disable = True  # it would write a socket under the home folder
max_requests = 5000  # a slow leak never grows old; the jitter keeps workers from leaving together
max_requests_jitter = 500
graceful_timeout = 30  # seconds
loglevel = "warning"


def when_ready(server):
    """Tell where the site is, now that it can be asked for: workers answer what has come meanwhile."""
    for listener in server.LISTENERS:
        print(f"Lanterne is at {listener}", flush=True)


def pre_fork(server, worker):
    """Compile the templates, and load what workers hold of the publication, or bring it up to date: a worker shares the
    memory of the server.

    A worker that finds nothing loads it with its first page.
    """
    from django.db import DatabaseError, connections

    from catalogue.publication.index import postings
    from config import jinja2

    jinja2.prepare()
    try:
        postings.prepare()
    except DatabaseError as error:
        server.log.warning("The publication cannot be read, and the site starts without it: %s", error)
    finally:
        connections.close_all()  # no worker may share a connection
    gc.freeze()  # the collector leaves alone what is shared, and so does not copy it


def post_worker_init(worker):
    """Begin the worker's housekeeping: a thread does not survive the fork that made the worker."""
    from catalogue import housekeeping

    housekeeping.start()


def worker_exit(server, worker):
    """Write down what was read since the last time, and end what was begun behind the worker."""
    from catalogue import housekeeping
    from catalogue.readership import viewings

    housekeeping.stop()
    viewings.write_down()
