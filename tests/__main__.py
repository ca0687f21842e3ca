"""All tests, on SQLite and again on PostgreSQL: `python3 run.py test`; what follows goes to pytest.

Without arguments the quick checks of the code come first. The quality tests read a served site with a database of its
own, so that the second pass leaves them out. What this machine lacks is said and skipped; with REQUIRE_ALL=1 it is a
failure.
"""

import argparse
import contextlib
import os
import signal
import subprocess
import sys

from tests import chromium, node, postgresql
from tests.checks import CHECKS

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
NOTHING_SELECTED = 5  # pytest's status
MARKS = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
MARKS.add_argument("-m", help="tests with these marks, as pytest has it")


def main(arguments):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # what is open is closed, as with Ctrl-C
    given, programs = os.environ.pop("DATABASE_URL", ""), postgresql.server_programs()
    has_server = given.startswith(("postgres://", "postgresql://"))
    if not (has_server or programs):
        missing("the second pass, for want of PostgreSQL (apt install postgresql, or a DATABASE_URL)")
    left_out = []
    if not chromium.program():
        missing("the browser tests, for want of Chromium (apt install chromium)")
        left_out.append("browser")
    if packages := node.missing():
        missing(f"Lighthouse, stylelint and the Nu checker (apt install {' '.join(packages)})")
        left_out.append("node")
    if not arguments:
        check("node" not in left_out)
    run_pytest("SQLite", left_out, arguments)
    left_out.append("quality")
    if has_server:
        run_pytest("PostgreSQL, the server of DATABASE_URL", left_out, arguments, given)
    elif programs:
        with postgresql.throw_away_cluster(programs) as url:
            run_pytest("PostgreSQL, a throw-away server", left_out, arguments, url)


def check(has_node):
    """Run the quick checks; all of them, so that one run tells everything."""
    if has_node:
        node.install()
    failures = [check.title for check in CHECKS if (has_node or not check.needs_node) and check.run()]
    stop_unless_well(len(failures))


def run_pytest(title, left_out, arguments, database_url=""):
    """Run the tests that the arguments ask for, without those that bear one of the marks left out."""
    chosen, others = MARKS.parse_known_args(arguments)
    print(f"\n== Tests on {title}", flush=True)
    environment = os.environ | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    marks = " and ".join([*([f"({chosen.m})"] if chosen.m else []), *(f"not {mark}" for mark in left_out)])
    status = subprocess.call([sys.executable, "-m", "pytest", "-rs", "-m", marks, *others], env=environment)
    is_well = status == NOTHING_SELECTED and "quality" in left_out  # the quality tests alone were asked for
    stop_unless_well(0 if is_well else status)


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
