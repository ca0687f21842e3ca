"""Lanterne on a fresh machine.

python3 run.py              serve the site on http://127.0.0.1:8000 (PORT= for another port, HOST= to be seen)
python3 run.py test …       run the tests, with --quick most of them; what follows goes to pytest
python3 run.py screenshots  make pictures of every kind of page, in screenshots/
python3 run.py COMMAND …    any command of manage.py for the same site: createsuperuser, import_pages, publish

Makes .venv, installs the locked dependencies once and hands over. The data are in var/.
"""

import hashlib
import os
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PROGRAMS = {"test": "tests", "screenshots": "tests.quality.screenshots"}  # what needs more than serving does
LOOPBACK = ["localhost", "127.0.0.1", "::1"]


def install(lock):
    """Install what a lock file names, once: a stamp in .venv remembers it."""
    stamp = VENV / f"{lock}.sha256"
    digest = hashlib.sha256(sys.version.encode() + (ROOT / lock).read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    try:
        import ensurepip  # noqa: F401 - venv needs it, and Debian has it in another package
        import venv
    except ImportError:
        sys.exit("Python cannot make virtual environments here. On Debian: apt install python3-venv")
    print(f"Installing {lock} in .venv (once)", flush=True)
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    if subprocess.call([*pip, "--require-hashes", "-r", ROOT / lock]):  # noqa: S603
        sys.exit(f"pip could not install {lock}: see its message above.")
    stamp.write_text(digest)


def secret():
    """The secret key of this machine's site: made once, readable by its owner alone."""
    path = Path(os.environ.get("DATA_DIR") or ROOT / "var") / "secret"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()


def main(command="serve", *arguments):
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit("Lanterne needs Python 3.11 or newer.")
    if command in PROGRAMS:
        install("requirements-dev.txt")
        os.chdir(ROOT)
        os.execv(PYTHON, [PYTHON, "-m", PROGRAMS[command], *arguments])  # noqa: S606
    install("requirements.txt")
    environment = {"SECRET_KEY": secret(), "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]"}
    if os.environ.get("HOST", "127.0.0.1") in LOOPBACK:
        environment["HTTPS"] = "no"
    os.execve(PYTHON, [PYTHON, ROOT / "manage.py", command, *arguments], environment | os.environ)  # noqa: S606


if __name__ == "__main__":
    main(*sys.argv[1:])
