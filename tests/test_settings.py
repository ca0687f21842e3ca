"""A wrong setting stops the start with one line that names the variable, for commands and for the server alike."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

COMMAND = [sys.executable, "manage.py", "check"]
SERVER = [sys.executable, "-c", "import config.wsgi"]
PRODUCTION = {"SECRET_KEY": "a-secret-of-the-tests", "ALLOWED_HOSTS": "films.example"}


def start(command, environment, folder):
    """Run a command with nothing in the environment but what is given."""
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder)} | environment
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("command", [COMMAND, SERVER])
@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"SECRET_KEY": ""}, '"SECRET_KEY" not set'),
        ({"ALLOWED_HOSTS": ""}, '"ALLOWED_HOSTS" not set'),
        ({"DEBUG": "maybe"}, '"DEBUG" invalid: Not a valid boolean.'),
        ({"DATABASE_URL": "nonsense://"}, '"DATABASE_URL" invalid: Not a valid database URL.'),
        ({"TIME_ZONE": "Europe"}, '"TIME_ZONE" invalid: Not a name such as Europe/Paris.'),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_line(tmp_path, command, environment, message):
    done = start(command, PRODUCTION | environment, tmp_path)
    assert done.stderr == f"Lanterne cannot start: Environment variable {message}\n"
    assert done.returncode == 1


def test_a_site_in_production_starts_and_does_not_debug(tmp_path):
    program = "import config.wsgi; from django.conf import settings; print(settings.DEBUG, settings.HTTPS)"
    done = start([sys.executable, "-c", program], PRODUCTION, tmp_path)
    assert (done.stdout, done.returncode) == ("False True\n", 0)


def test_hosts_stand_between_commas(tmp_path):
    program = "from django.conf import settings; print(settings.ALLOWED_HOSTS)"
    environment = {
        "ALLOWED_HOSTS": " films.example, www.films.example",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = start([sys.executable, "-c", program], PRODUCTION | environment, tmp_path)
    assert done.stdout == "['films.example', 'www.films.example']\n"


def test_development_needs_no_secret(tmp_path):
    assert start(COMMAND, {"DEBUG": "yes"}, tmp_path).returncode == 0
