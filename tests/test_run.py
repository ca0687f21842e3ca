"""run.py on a fresh machine: what it installs, what it serves, and what it says when it cannot."""

import contextlib
import hashlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

import pytest
from django.conf import settings

import run

PATIENCE = 300  # seconds for a first start on a busy machine
HERE_ONLY = shutil.ignore_patterns(
    *[
        ".git",
        ".venv",
        "node_modules",
        "var",
        "screenshots",
        "tests",
        "*.mo*",
        "__pycache__",
        ".*_cache",
        ".hypothesis",
    ]
)


@pytest.fixture
def clone(tmp_path):
    """A fresh clone without any data, whose .venv is that of these tests under another name."""
    clone = tmp_path / "lanterne"
    shutil.copytree(settings.BASE_DIR, clone, ignore=HERE_ONLY)
    (clone / ".venv").mkdir()
    for name in ["bin", "lib", "pyvenv.cfg"]:
        (clone / ".venv" / name).symlink_to(Path(sys.prefix, name))
    lock = hashlib.sha256(sys.version.encode() + (clone / "requirements.txt").read_bytes())
    (clone / ".venv" / "requirements.txt.sha256").write_text(lock.hexdigest())
    return clone


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(clone, *arguments, **environment):
    """Run run.py to its end, with nothing else in the environment."""
    command = [sys.executable, "run.py", *arguments]
    return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True)


@contextlib.contextmanager
def serving(clone, port):
    """Start run.py and wait until it answers; gives a file that receives what it says."""
    output = clone.parent / "output.txt"
    with output.open("w") as file:
        environment = {"PORT": str(port), "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [sys.executable, "run.py"], cwd=clone, env=environment, stdout=file, stderr=file
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process, output)
            yield output
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
        assert process.returncode == 0


def wait_for(address, process, output):
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(address):
            return
        time.sleep(0.1)
    pytest.fail(f"The site does not answer:\n{output.read_text()}")


def film_list(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/fr/films/") as answer:
        return answer.read().decode()


@pytest.mark.slow
def test_a_fresh_clone_serves_its_demonstration_and_a_second_start_changes_nothing(clone, port):
    with serving(clone, port) as output:
        films = film_list(port)
        said = output.read_text()
    assert 'href="/fr/films/' in films
    assert "Catalogue de démonstration" in films
    assert said.endswith(f"Lanterne is at http://127.0.0.1:{port}\n")
    assert "python3 run.py createsuperuser\n" in said
    assert "Preparing the database\n" in said
    with serving(clone, port) as output:
        assert film_list(port) == films
        again = output.read_text()
    assert [word for word in ["Installing", "Preparing", "Collecting"] if word in again] == []


def test_the_secret_is_made_once_and_for_its_owner_alone(clone):
    assert call(clone, "check").returncode == 0
    secret = clone / "var" / "secret"
    made = secret.read_text()
    assert len(made) >= 50
    assert secret.stat().st_mode & 0o777 == 0o600
    assert call(clone, "check").returncode == 0
    assert secret.read_text() == made


def test_a_taken_port_is_one_line(clone, port):
    with socket.create_server(("127.0.0.1", port)):
        done = call(clone, PORT=str(port))
    message = f"CommandError: Port {port} of 127.0.0.1 cannot be used: Address already in use."
    assert done.stderr == f"{message} PORT= chooses another one.\n"
    assert done.returncode == 1


def test_a_wrong_port_is_one_line(clone):
    done = call(clone, PORT="eighty")
    assert done.stderr == 'Lanterne cannot start: Environment variable "PORT" invalid: Not a valid integer.\n'


def test_a_python_without_ensurepip_is_told_what_to_install(clone):
    (clone / ".venv" / "requirements.txt.sha256").unlink()
    program = (
        "import runpy, sys; sys.modules['ensurepip'] = None; runpy.run_path('run.py', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=clone, capture_output=True, text=True)
    assert done.stderr == (
        "Python cannot make virtual environments here. On Debian: apt install python3-venv\n"
    )
    assert done.returncode == 1


@pytest.fixture
def installations(monkeypatch, tmp_path):
    """The lock files that run.py has pip install, which here does nothing."""
    installed = []
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(venv, "create", lambda folder, **options: folder.mkdir(exist_ok=True))
    monkeypatch.setattr(subprocess, "call", lambda command: installed.append(command[-1].name))
    for name in ["requirements.txt", "requirements-dev.txt"]:
        (tmp_path / name).write_text("django==5.2.0")
    return installed


def test_each_lock_is_installed_once(installations):
    for _ in range(2):
        run.install("requirements.txt")
        run.install("requirements-dev.txt")
    assert installations == ["requirements.txt", "requirements-dev.txt"]


def test_a_changed_lock_is_installed_again(installations, tmp_path):
    run.install("requirements.txt")
    (tmp_path / "requirements.txt").write_text("django==5.2.1")
    run.install("requirements.txt")
    assert installations == ["requirements.txt", "requirements.txt"]


def test_a_failed_installation_is_tried_again(installations, monkeypatch):
    monkeypatch.setattr(subprocess, "call", lambda command: 1)
    for _ in range(2):
        with pytest.raises(SystemExit, match=r"pip could not install requirements\.txt"):
            run.install("requirements.txt")
