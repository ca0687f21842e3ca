"""Runs of pytest, some of them side by side: each writes to a file of its own, which is shown whole in its turn."""

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
AT_ONCE = (os.cpu_count() or 1) + 1  # a pass waits for its browser or its database now and then
MARKS = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
MARKS.add_argument("-m", help="tests with these marks, as pytest has it")


@dataclass(frozen=True)
class Pass:
    title: str
    marks: list  # each of them must hold
    database_url: str = ""

    @contextlib.contextmanager
    def ready(self, arguments):
        """Have it ready to start with pytest's arguments, and end it after; gives a `Running`."""
        chosen, others = MARKS.parse_known_args(arguments)
        marks = " and ".join([*([f"({chosen.m})"] if chosen.m else []), *self.marks])
        command = [*PYTEST, "-m", marks, "-o", f"cache_dir=.pytest_cache/{self.title}", *others]
        if sys.stdout.isatty():
            command.append("--color=yes")
        environment = {"DATABASE_URL": self.database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        with tempfile.TemporaryDirectory(prefix="lanterne-pass-") as folder:
            running = Running(self.title, command, environment, Path(folder, "output"))
            running.output.touch()
            try:
                yield running
            finally:
                running.end()


@dataclass
class Running:
    title: str
    command: list
    environment: dict
    output: Path
    process: subprocess.Popen | None = None

    def start(self):
        with self.output.open("wb") as output:
            # In a session of its own: Ctrl-C reaches it once, from here.
            self.process = subprocess.Popen(
                self.command,
                env=os.environ | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    @property
    def is_under_way(self):
        return self.process is not None and self.process.poll() is None

    def end(self):
        if self.is_under_way:
            self.process.send_signal(signal.SIGINT)
        if self.process:
            self.process.wait()

    def show(self, everyone):
        """Show its output from the beginning, and as it comes, until it has ended; gives pytest's status."""
        print(f"\n== Tests: {self.title}", flush=True)
        with self.output.open("rb") as output:
            status = None
            while status is None:
                start_some(everyone)
                status = self.process and self.process.poll()
                shutil.copyfileobj(output, sys.stdout.buffer)
                sys.stdout.flush()
                time.sleep(0.1)
        return status


def start_some(everyone):
    """Start those that are ready, in their order, as long as there is a processor for them."""
    free = AT_ONCE - sum(each.is_under_way for each in everyone)
    waiting = [each for each in everyone if each.process is None]
    for each in waiting[: max(0, free)]:
        each.start()
