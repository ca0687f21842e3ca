"""What is checked without a test: style of code, templates and sheets, migrations, settings of a production site."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests import node

MANAGE = [sys.executable, "manage.py"]
TOOLS = Path(sys.executable).parent
STYLELINT = ["node", node.MODULES / "stylelint" / "bin" / "stylelint.mjs"]
PRODUCTION = {
    "DEBUG": "no",
    "SECRET_KEY": "long-and-random-as-those-of-real-sites-0123456789-abcdefghij",
    "ALLOWED_HOSTS": "lanterne.example",
    "HTTPS": "yes",
    "DATABASE_URL": "sqlite://:memory:",
}


@dataclass(frozen=True)
class Check:
    title: str
    command: list
    environment: dict = field(default_factory=dict)
    needs_node: bool = False

    def run(self):
        """Run it; gives its exit status, and its output only where it failed."""
        environment = os.environ | self.environment
        done = subprocess.run(
            self.command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        print(f"{'failed' if done.returncode else 'well  '} {self.title}", flush=True)
        if done.returncode:
            print(done.stdout, flush=True)
        return done.returncode


CHECKS = [
    Check("code: lint", [TOOLS / "ruff", "check"]),
    Check("code: format", [TOOLS / "ruff", "format", "--check"]),
    Check("templates: lint", [TOOLS / "djlint", "--lint", "--quiet", "templates"]),
    Check("style sheets: lint", [*STYLELINT, "static/css/**/*.css"], needs_node=True),
    Check("migrations: complete", [*MANAGE, "makemigrations", "--check", "--dry-run"], PRODUCTION),
    Check("settings: safe", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
]
