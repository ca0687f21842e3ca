"""The environment as environs reads it. A wrong or missing value raises EnvError, which names the variable alone.

What was found is never shown: it may be a secret. A reader called without a default demands its variable.
"""

from zoneinfo import ZoneInfo

from environs import Env, EnvError

OPTIONS = {
    "sqlite3": {
        "transaction_mode": "IMMEDIATE",  # a writer waits at BEGIN instead of failing halfway through
        "timeout": 5,  # seconds
        # The cache, in KiB, holds the pages that a step of publishing many writes; from one of 2 MB they spill.
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;PRAGMA mmap_size=134217728;"
            "PRAGMA cache_size=-16000;"
        ),
    },
    "postgresql": {
        "connect_timeout": 2,  # seconds
        # Milliseconds. No page comes near them; a migration that needs longer can set its own.
        "options": "-c statement_timeout=30000 -c lock_timeout=5000",
    },
}


class Environment(Env):
    """An empty variable counts as a missing one."""

    def _get_value(self, env_key, default):
        value = super()._get_value(env_key, default)
        return default if isinstance(value, str) and not value.strip() else value


env = Environment()


@env.parser_for("time_zone")
def time_zone(name):
    """The name of a time zone that this machine knows."""
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise EnvError("Not a name such as Europe/Paris.") from None


def database(name, default=...):
    """An entry of DATABASES, from a URL. Options written in the URL (?connect_timeout=10) win over OPTIONS."""
    entry = env.dj_db_url(name, default, conn_max_age=600, conn_health_checks=True)
    kind = entry["ENGINE"].rpartition(".")[2]
    if kind not in OPTIONS or not entry["NAME"]:
        expected = "postgres://user:password@host:port/name or sqlite:////path/to/file is expected."
        raise EnvError(f'Environment variable "{name}" invalid: {expected}')
    return entry | {"OPTIONS": OPTIONS[kind] | entry.get("OPTIONS", {})}
