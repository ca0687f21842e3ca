"""The site's settings as the tests use them; of the environment, DATABASE_URL alone makes a difference."""

import os
import tempfile

DATA = tempfile.TemporaryDirectory(prefix="lanterne-tests-")  # removed when the tests end
os.environ |= {
    "DATA_DIR": DATA.name,
    "DEBUG": "yes",
    "SECRET_KEY": "for-the-tests-alone",
    "ALLOWED_HOSTS": "localhost",
    "HTTPS": "no",
    "BEHIND_PROXY": "no",
    "TIME_ZONE": "Europe/Paris",
}

from config.settings import *  # noqa: E402, F403 - the environment had to come first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick
STATIC_ROOT.mkdir()  # noqa: F405

SECOND_FACTOR = False  # client.force_login is enough; tests/admin/test_sign_in.py turns it on
