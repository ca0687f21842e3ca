"""A throw-away PostgreSQL server, for the tests' second pass."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

OPTIONS = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",  # nothing here outlives the tests
    "full_page_writes=off",
    "synchronous_commit=off",
]
PATIENCE = 300  # seconds until a new server must answer


def server_programs():
    """The folder of PostgreSQL's own server programs (initdb, postgres), or None."""
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    folders.sort(key=lambda folder: int(folder.parent.name), reverse=True)
    if initdb := shutil.which("initdb"):
        folders.insert(0, Path(initdb).parent)
    if pg_config := shutil.which("pg_config"):
        folders.append(Path(subprocess.check_output([pg_config, "--bindir"], text=True).strip()))
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


@contextlib.contextmanager
def throw_away_cluster(programs):
    """Run a new, empty server on a free port of this machine; gives its DATABASE_URL, removes it after."""
    account = _account()
    with tempfile.TemporaryDirectory(prefix="lanterne-postgresql-", ignore_cleanup_errors=True) as folder:
        if account:
            os.chown(folder, account["user"], account["group"])
        data, log, port = Path(folder, "data"), Path(folder, "log"), _free_port()
        with log.open("wb") as output:
            how = account | {"cwd": folder, "stdin": subprocess.DEVNULL, "stdout": output, "stderr": output}
            initdb = [programs / "initdb", "-D", data, "--username=lanterne", "--auth=trust", "--no-sync"]
            if subprocess.call([*initdb, "--encoding=UTF8", "--locale=C.UTF-8"], **how):
                raise RuntimeError(f"PostgreSQL's initdb failed:\n{log.read_text()}")
            server = [programs / "postgres", "-D", data]
            options = [f"--{option}" for option in [*OPTIONS, f"port={port}"]]
            # In a session of its own: Ctrl-C reaches the tests alone, which need their server while they end.
            process = subprocess.Popen([*server, *options], start_new_session=True, **how)
            try:
                url = f"postgres://lanterne@127.0.0.1:{port}/postgres"
                _wait_for(process, url, log)
                yield url
            finally:
                process.send_signal(signal.SIGQUIT)  # at once, without writing anything more
                process.wait()


def _account():
    """PostgreSQL refuses to run as root: the account it runs under instead, or {} to stay who we are."""
    if os.geteuid() != 0:
        return {}
    for name in ["postgres", "nobody"]:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and there is neither 'postgres' nor 'nobody' here.")


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(process, url, log):
    """Return when the server takes connections."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url, connect_timeout=10):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
