"""The tools of the tests that npm has (Lighthouse, stylelint, the Nu checker), installed once as they are locked.

`python -m tests.node` tidies a lock that npm has just written.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
PACKAGES = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless"}  # program: where Debian has it


def missing():
    """The Debian packages of the programs that this machine lacks."""
    return [package for program, package in PACKAGES.items() if not shutil.which(program)]


def install():
    """Install what package-lock.json names, once: a stamp in node_modules remembers it."""
    stamp = MODULES / ".package-lock.sha256"
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    print("Installing package-lock.json in node_modules (once)", flush=True)
    if subprocess.call(["npm", "ci", "--loglevel=error"], cwd=ROOT):
        sys.exit("npm could not install package-lock.json: see its message above.")
    stamp.write_text(digest)


def tidy(lock):
    """Return a lock without addresses, and without a tag that npm before its tenth version cannot tell is satisfied."""
    for package in lock["packages"].values():
        package.pop("funding", None)
        for name, wanted in package.get("dependencies", {}).items():
            package["dependencies"][name] = "*" if wanted == "latest" else wanted
    return lock


if __name__ == "__main__":
    path = ROOT / "package-lock.json"
    path.write_text(json.dumps(tidy(json.loads(path.read_text())), indent=2, ensure_ascii=False) + "\n")
