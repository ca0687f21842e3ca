"""What the environment gives, and the one line that a wrong or missing value gets: the variable, never its value."""

import pytest
from environs import EnvError, validate

from config.environment import OPTIONS, database, env

READERS = [env.bool, env.str, env.int, env.list, env.path, database]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("value", [None, "", " "])
def test_a_missing_or_empty_variable_is_named_or_takes_its_default(monkeypatch, reader, value):
    monkeypatch.delenv("NEEDED", raising=False)
    if value is not None:
        monkeypatch.setenv("NEEDED", value)
    with pytest.raises(EnvError, match=r'^Environment variable "NEEDED" not set$'):
        reader("NEEDED")
    if reader != database:
        assert reader("NEEDED", 0) == 0


@pytest.mark.parametrize(
    ("reader", "value", "options"),
    [
        (env.bool, "hidden", {}),
        (env.int, "hidden", {}),
        (env.int, "80000", {"validate": validate.Range(1, 65535)}),
        (env.time_zone, "hidden", {}),
        (env.time_zone, "../hidden", {}),
        (database, "hidden", {}),
        (database, "nonsense://u:hidden@h/films", {}),
        (database, "mysql://u:hidden@h/films", {}),
        (database, "postgres://u:hidden@h:99999999/films", {}),
        (database, "postgres://u:hidden@[h/films", {}),
        (database, "postgres://u:hidden@h/", {}),
    ],
)
def test_a_wrong_value_is_refused_with_the_name_of_its_variable_and_not_shown(
    monkeypatch, reader, value, options
):
    monkeypatch.setenv("WRONG", value)
    with pytest.raises(EnvError, match=r'^Environment variable "WRONG" invalid: ') as caught:
        reader("WRONG", **options)
    assert "hidden" not in str(caught.value)
    assert value not in str(caught.value)


def test_an_sqlite_database_waits_for_its_turn_and_keeps_its_promises(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/films.sqlite3")
    entry = database("DATABASE_URL")
    assert entry["ENGINE"] == "django.db.backends.sqlite3"
    assert entry["NAME"] == "/srv/films.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in entry["OPTIONS"]["init_command"]


def test_a_postgresql_database_keeps_its_connections_and_bounds_its_waiting(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://lanterne:p%40ss@db.example:5433/films")
    entry = database("DATABASE_URL")
    assert (
        entry["ENGINE"],
        entry["USER"],
        entry["PASSWORD"],
        entry["HOST"],
        entry["PORT"],
        entry["NAME"],
    ) == (
        "django.db.backends.postgresql",
        "lanterne",
        "p@ss",
        "db.example",
        5433,
        "films",
    )
    assert (entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"]) == (600, True)
    assert entry["OPTIONS"] == OPTIONS["postgresql"]


def test_an_option_in_the_url_wins_over_ours(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/films?connect_timeout=10")
    assert database("DATABASE_URL")["OPTIONS"]["connect_timeout"] == 10
