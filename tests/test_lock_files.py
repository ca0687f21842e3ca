"""The lock files install on any machine: every package pinned and hashed, no address of any registry."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-pdf.txt"]
PIN = re.compile(r"^([\w.\[\]-]+)==([\w.]+)(?: ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def lines(lock):
    return Path(settings.BASE_DIR, lock).read_text().splitlines()


def pins(lock):
    """The (name, version) pairs of a lock file; a package may have two versions, for two kinds of machines."""
    return {match.groups() for line in lines(lock) if (match := PIN.match(line))}


def name_in(requirement):
    """The bare name: "environs[django]" → "environs"."""
    return re.match(r"[\w.-]+", requirement).group()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_pins_and_hashes_and_nothing_else(lock):
    assert [line for line in lines(lock) if not PIN.match(line) and not HASH.match(line)] == []


def test_the_development_lock_contains_what_serves_the_site():
    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def test_what_the_project_asks_for_is_locked():
    project = tomllib.loads(Path(settings.BASE_DIR, "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert {name_in(line) for line in asked} - {
        name_in(pin) for pin, _ in pins("requirements-dev.txt")
    } == set()


def test_the_lock_of_npm_holds_versions_and_hashes_and_no_registry():
    lock = json.loads(Path(settings.BASE_DIR, "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert len(packages) > 100
    bad = [
        name for name, package in packages.items() if not package.get("integrity") or "resolved" in package
    ]
    assert bad == []
    assert "://" not in json.dumps(lock)


def test_the_lock_of_npm_asks_for_versions_only():
    """npm before its tenth version cannot tell whether a tag such as "latest" is satisfied, and installs nothing."""
    lock = json.loads(Path(settings.BASE_DIR, "package-lock.json").read_text())
    asked = [
        pair for package in lock["packages"].values() for pair in package.get("dependencies", {}).items()
    ]
    assert [(name, version) for name, version in asked if version == "latest"] == []


def test_what_the_project_asks_of_npm_is_pinned_and_locked():
    asked = json.loads(Path(settings.BASE_DIR, "package.json").read_text())["devDependencies"]
    lock = json.loads(Path(settings.BASE_DIR, "package-lock.json").read_text())["packages"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
