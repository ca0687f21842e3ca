"""Runs of pytest side by side: each writes to a file of its own, which is shown whole when its turn has come."""

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PYTEST = [sys.executable, "-m", "pytest", "-rs"]
MARKS = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
MARKS.add_argument("-m", help="tests with these marks, as pytest has it")


@dataclass(frozen=True)
class Pass:
    title: str
    marks: list  # each of them must hold
    database_url: str = ""

    @contextlib.contextmanager
    def running(self, arguments):
        """Start it with pytest's arguments, and end it after; gives a `Running`."""
        chosen, others = MARKS.parse_known_args(arguments)
        marks = " and ".join([*([f"({chosen.m})"] if chosen.m else []), *self.marks])
        command = [*PYTEST, "-m", marks, "-o", f"cache_dir=.pytest_cache/{self.title}", *others]
        if sys.stdout.isatty():
            command.append("--color=yes")
        environment = {"DATABASE_URL": self.database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        with tempfile.TemporaryDirectory(prefix="lanterne-pass-") as folder:
            path = Path(folder, "output")
            with path.open("wb") as output:
                # In a session of its own: Ctrl-C reaches it once, from here.
                process = subprocess.Popen(
                    command,
                    env=os.environ | environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                )
            try:
                yield Running(self.title, process, path)
            finally:
                if process.poll() is None:
                    process.send_signal(signal.SIGINT)
                process.wait()


@dataclass(frozen=True)
class Running:
    title: str
    process: subprocess.Popen
    output: Path

    def show(self):
        """Show its output from the beginning, and as it comes, until it has ended; gives pytest's status."""
        print(f"\n== Tests: {self.title}", flush=True)
        with self.output.open("rb") as output:
            status = None
            while status is None:
                status = self.process.poll()
                shutil.copyfileobj(output, sys.stdout.buffer)
                sys.stdout.flush()
                time.sleep(0.1)
        return status
