"""All tests: `python3 run.py test`; what follows goes to pytest, and `--quick` leaves out what takes long.

Passes run side by side, one more than there are processors, the longest first: what meets a database, on SQLite and on
PostgreSQL, what reads a served site, with data of its own, and what needs neither. None stops another. Without
arguments the quick checks of the code are made too. What this machine lacks is said and left out; with REQUIRE_ALL=1 it
is a failure.
"""

import contextlib
import os
import signal
import sys
from urllib.parse import urlsplit

from catalogue.booklets.extra import is_available as makes_pdf
from tests import chromium, node, postgresql
from tests.checks import CHECKS
from tests.passes import Pass, start_some

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
NOTHING_SELECTED = 5  # pytest's status
PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


def main(arguments):
    """Make the passes; gives the exit status, 0 where all is well."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # what is open is closed, as with Ctrl-C
    # A shell has it ignored by what it starts in the background.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    given = os.environ.pop("DATABASE_URL", "")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # dozens of processes import the same
    others = [argument for argument in arguments if argument != "--quick"]
    with contextlib.ExitStack() as stack:
        if "--quick" in arguments:
            has_node, passes = False, passes_of(["not browser", "not slow", *without_pdf()])
            others.append("--hypothesis-profile=quick")
        else:
            has_node, passes = all_passes(given, stack)
        if has_node:
            node.install()
        everyone = [stack.enter_context(one.ready(others)) for one in passes]
        start_some(everyone)
        checks = [] if {*arguments} - {"--quick"} else CHECKS
        failed = [check.title for check in checks if (has_node or not check.needs_node) and check.run()]
        statuses = {one.title: one.show(everyone) for one in everyone}
    return verdict(failed, statuses)


def all_passes(given, stack):
    """Whether Node.js is there, and all passes that this machine can make."""
    programs, packages = postgresql.server_programs(), node.missing()
    left_out = []
    if not chromium.program():
        missing("the browser tests, for want of Chromium (apt install chromium-headless-shell)")
        left_out.append("not browser")
    if packages:
        missing(f"Lighthouse, stylelint and the Nu checker (apt install {' '.join(packages)})")
        left_out.append("not node")
    if not given.startswith(("postgres://", "postgresql://")):
        given = ""
        if not programs:
            missing("the pass on PostgreSQL, for want of it (apt install postgresql, or a DATABASE_URL)")
    left_out += without_pdf()
    # One pass of all would last longer than the others together.
    sqlite, plain = passes_of(left_out, ["not slow", "not browser"])
    browsers = Pass("SQLite, browsers and what is slow", ["database", "(slow or browser)", *left_out])
    served = Pass("served site", ["quality", *left_out])
    passes = [browsers, served, sqlite, plain]
    if given or programs:
        url = given or stack.enter_context(postgresql.throw_away_cluster(programs))
        # What a browser does is the same on both, and how a PDF, a form or a page says something. In two passes,
        # each with a database of its own: in one it would last longer than all the rest.
        here = list(dict.fromkeys(["not browser", "not pdf", "not once", *left_out]))
        beside = urlsplit(url)._replace(path=f"{urlsplit(url).path}_slow").geturl()
        passes.insert(1, Pass("PostgreSQL", ["database and not slow", *here], url))
        passes.insert(-1, Pass("PostgreSQL, what is slow", ["database and slow", *here], beside))
    return not packages, passes


def passes_of(left_out, apart=()):
    """The passes that any machine can make; `apart` is what has a pass of its own beside them."""
    return [
        Pass("SQLite", ["database", *apart, *left_out]),
        Pass("no database", ["not database", "not quality", *left_out]),
    ]


def without_pdf():
    """The mark that leaves out the tests of PDFs, where none can be made."""
    if makes_pdf():
        return []
    missing(f"the booklets as PDF, for want of WeasyPrint's libraries (apt install {' '.join(PANGO)})")
    return ["not pdf"]


def missing(what):
    if REQUIRE_ALL:
        sys.exit(f"REQUIRE_ALL=1 does not allow to skip {what}.")
    print(f"Skipped: {what}.", flush=True)


def verdict(failed, statuses):
    """The exit status of all together; what failed is named once more. Not every pass need have tests, but one must."""
    if {*statuses.values()} != {NOTHING_SELECTED}:
        statuses = {title: status for title, status in statuses.items() if status != NOTHING_SELECTED}
    failed = [*failed, *(title for title, status in statuses.items() if status)]
    if failed:
        print(f"\nFailed: {', '.join(failed)}.", flush=True)
    return max(statuses.values(), default=0) or int(bool(failed))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
    sys.exit(130)
