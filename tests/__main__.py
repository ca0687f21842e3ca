"""All tests, on SQLite and again on PostgreSQL: `python3 run.py test`; what follows goes to pytest.

Without arguments the quick checks of the code come first. What this machine lacks is said and skipped; with
REQUIRE_ALL=1 it is a failure.
"""

import contextlib
import os
import signal
import subprocess
import sys

from tests import chromium, postgresql
from tests.checks import CHECKS

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


def main(arguments):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # what is open is closed, as with Ctrl-C
    given, programs = os.environ.pop("DATABASE_URL", ""), postgresql.server_programs()
    has_server = given.startswith(("postgres://", "postgresql://"))
    if not (has_server or programs):
        missing("the second pass, for want of PostgreSQL (apt install postgresql, or a DATABASE_URL)")
    selection = []
    if not chromium.program():
        missing("the browser tests, for want of Chromium (apt install chromium)")
        selection = ["-m", "not browser"]
    if not arguments:
        failures = [check.title for check in CHECKS if check.run()]
        stop_unless_well(len(failures))
    arguments = [*selection, *arguments]
    run_pytest("SQLite", arguments)
    if has_server:
        run_pytest("PostgreSQL, the server of DATABASE_URL", arguments, given)
    elif programs:
        with postgresql.throw_away_cluster(programs) as url:
            run_pytest("PostgreSQL, a throw-away server", arguments, url)


def run_pytest(title, arguments, database_url=""):
    print(f"\n== Tests on {title}", flush=True)
    environment = os.environ | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    stop_unless_well(subprocess.call([sys.executable, "-m", "pytest", "-rs", *arguments], env=environment))


def missing(what):
    if REQUIRE_ALL:
        sys.exit(f"REQUIRE_ALL=1 does not allow to skip {what}.")
    print(f"Skipped: {what}.", flush=True)


def stop_unless_well(status):
    if status:
        sys.exit(status)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(sys.argv[1:])
        sys.exit()
    sys.exit(130)
