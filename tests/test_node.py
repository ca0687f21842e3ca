"""The tools of npm are installed once, and again where their lock has changed."""

import subprocess

import pytest

from tests import node


@pytest.fixture
def installations(monkeypatch, tmp_path):
    """The calls of npm, which here does nothing but make its folder."""
    made = []

    def call(command, cwd):
        made.append(command[:2])
        (cwd / "node_modules").mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(node, "ROOT", tmp_path)
    monkeypatch.setattr(node, "MODULES", tmp_path / "node_modules")
    monkeypatch.setattr(subprocess, "call", call)
    (tmp_path / "package-lock.json").write_text("{}")
    return made


def test_the_lock_is_installed_once(installations):
    node.install()
    node.install()
    assert installations == [["npm", "ci"]]


def test_a_changed_lock_is_installed_again(installations, tmp_path):
    node.install()
    (tmp_path / "package-lock.json").write_text('{"name": "lanterne"}')
    node.install()
    assert installations == [["npm", "ci"], ["npm", "ci"]]


def test_a_failed_installation_stops_and_is_tried_again(installations, monkeypatch):
    monkeypatch.setattr(subprocess, "call", lambda command, cwd: 1)
    for _ in range(2):
        with pytest.raises(SystemExit, match="npm could not install"):
            node.install()


def test_what_the_machine_lacks_is_named_as_debian_names_it(monkeypatch):
    monkeypatch.setattr(node.shutil, "which", lambda program: "/usr/bin/node" if program == "node" else None)
    assert node.missing() == ["npm", "default-jre-headless"]
