"""Typed readers of the environment. A wrong or missing value stops the start and names its variable.

A reader called without a default demands its variable; an empty variable counts as a missing one.
What was found is shown in the message, except where it may hold a secret.
"""

import os

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

_env = Env()

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # a writer waits at BEGIN instead of failing halfway through
    "timeout": 5,  # seconds
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;PRAGMA mmap_size=134217728;"
    ),
}
POSTGRESQL_OPTIONS = {
    "connect_timeout": 2,  # seconds
    # Milliseconds. No page comes near them; a migration that needs longer can set its own.
    "options": "-c statement_timeout=30000 -c lock_timeout=5000",
}


def flag(name, default=None):
    """True or False."""
    if _is_missing(name):
        return _default(name, default)
    try:
        return _env.bool(name)
    except EnvError:
        raise _wrong(name, "yes or no (or true/false, 1/0)") from None


def text(name, default=None):
    """A text, never shown in a message: it may be a secret."""
    if _is_missing(name):
        return _default(name, default)
    return _env.str(name)


def integer(name, default=None, minimum=None, maximum=None):
    """A whole number between the bounds, both included."""
    if _is_missing(name):
        return _default(name, default)
    expected = "a whole number" + (f" from {minimum}" if minimum is not None else "")
    expected += f" to {maximum}" if maximum is not None else ""
    try:
        value = _env.int(name)
    except EnvError:
        raise _wrong(name, expected) from None
    if (minimum is not None and value < minimum) or (maximum is not None and value > maximum):
        raise _wrong(name, expected)
    return value


def words(name, default=None):
    """A list: the words between the commas, without the blanks around them."""
    if _is_missing(name):
        return _default(name, default)
    found = [word.strip() for word in _env.list(name)]
    return [word for word in found if word]


def database(name, default=None):
    """An entry of DATABASES, from a URL. Options written in the URL (?connect_timeout=10) win over ours."""
    value = _default(name, default) if _is_missing(name) else os.environ[name]
    # The URL may hold a password: no more than its scheme is shown.
    expected = "postgres://user:password@host:port/name or sqlite:////path/to/file"
    found = value.partition("://")[0] + "://…" if "://" in value else "a text without ://"
    try:
        entry = dj_database_url.parse(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be {expected}, not {found}") from None
    if entry["ENGINE"].rpartition(".")[2] not in {"sqlite3", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must be {expected}, not {found}")
    if not entry["NAME"]:
        raise ImproperlyConfigured(f"{name} must be {expected}; the name of the database is missing.")
    return _with_options(entry)


def _with_options(entry):
    """The entry with what each kind of database needs to serve a site."""
    is_sqlite = entry["ENGINE"].endswith("sqlite3")
    ours = SQLITE_OPTIONS if is_sqlite else POSTGRESQL_OPTIONS
    return entry | {
        "CONN_MAX_AGE": 600,  # seconds
        "CONN_HEALTH_CHECKS": not is_sqlite,
        "OPTIONS": ours | entry.get("OPTIONS", {}),
    }


def _is_missing(name):
    return not os.environ.get(name, "").strip()


def _default(name, default):
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set, and it has no default.")
    return default


def _wrong(name, expected):
    return ImproperlyConfigured(f"{name} must be {expected}, not {os.environ[name]!r}.")
