"""The site's settings as the tests use them: from the environment they take DATABASE_URL and nothing else."""

import os
import tempfile

DATA = tempfile.TemporaryDirectory(prefix="lanterne-tests-")  # removed when the tests end
for name in ["SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY", "TIME_ZONE", "STRICT_TEMPLATES"]:
    os.environ.pop(name, None)
os.environ |= {"DEBUG": "yes", "DATA_DIR": DATA.name}

from config.settings import *  # noqa: E402, F403 - the environment had to come first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick
