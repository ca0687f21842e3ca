"""Readers of the environment: what they return, and the one line that a wrong value gets."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


def refused(reader, *arguments, **options):
    """The message with which a reader refuses."""
    with pytest.raises(ImproperlyConfigured) as caught:
        reader(*arguments, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("yes", True), ("no", False), ("true", True), ("False", False), ("1", True), ("0", False)],
)
def test_a_flag_has_several_spellings(monkeypatch, value, expected):
    monkeypatch.setenv("DEBUG", value)
    assert environment.flag("DEBUG") is expected


def test_a_wrong_flag_is_named_with_what_was_found_and_expected(monkeypatch):
    monkeypatch.setenv("DEBUG", "maybe")
    assert refused(environment.flag, "DEBUG") == "DEBUG must be yes or no (or true/false, 1/0), not 'maybe'."


@pytest.mark.parametrize(
    "reader",
    [environment.flag, environment.text, environment.integer, environment.words, environment.database],
)
@pytest.mark.parametrize("value", [None, "", " "])
def test_a_missing_or_empty_variable_without_default_is_refused(monkeypatch, reader, value):
    monkeypatch.delenv("NEEDED", raising=False)
    if value is not None:
        monkeypatch.setenv("NEEDED", value)
    assert refused(reader, "NEEDED") == "NEEDED is not set, and it has no default."


@pytest.mark.parametrize(
    ("reader", "default"),
    [(environment.flag, False), (environment.text, ""), (environment.integer, 0), (environment.words, [])],
)
def test_a_missing_variable_takes_its_default_even_an_empty_one(monkeypatch, reader, default):
    monkeypatch.delenv("OPTIONAL", raising=False)
    assert reader("OPTIONAL", default=default) == default


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("eighty", "PORT must be a whole number from 1 to 65535, not 'eighty'."),
        ("0", "PORT must be a whole number from 1 to 65535, not '0'."),
        ("65536", "PORT must be a whole number from 1 to 65535, not '65536'."),
    ],
)
def test_a_whole_number_has_bounds(monkeypatch, value, message):
    monkeypatch.setenv("PORT", value)
    assert refused(environment.integer, "PORT", minimum=1, maximum=65535) == message


def test_a_whole_number_may_be_its_bound(monkeypatch):
    monkeypatch.setenv("PORT", "65535")
    assert environment.integer("PORT", minimum=1, maximum=65535) == 65535


def test_words_stand_between_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", " films.example, www.films.example ,")
    assert environment.words("ALLOWED_HOSTS") == ["films.example", "www.films.example"]


def test_an_sqlite_database_waits_for_its_turn_and_keeps_its_promises(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/films.sqlite3")
    entry = environment.database("DATABASE_URL")
    assert entry["ENGINE"] == "django.db.backends.sqlite3"
    assert entry["NAME"] == "/srv/films.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in entry["OPTIONS"]["init_command"]


def test_a_postgresql_database_keeps_its_connections_and_bounds_its_waiting(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://lanterne:p%40ss@db.example:5433/films")
    entry = environment.database("DATABASE_URL")
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
    assert entry["OPTIONS"] == environment.POSTGRESQL_OPTIONS


def test_an_option_in_the_url_wins_over_ours(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/films?connect_timeout=10")
    assert environment.database("DATABASE_URL")["OPTIONS"]["connect_timeout"] == 10


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("nonsense://u:hidden@h/films", "not nonsense://…"),
        ("mysql://u:hidden@h/films", "not mysql://…"),
        ("postgres://u:hidden@h:99999999/films", "not postgres://…"),
        ("postgres://u:hidden@[h/films", "not postgres://…"),
        ("hidden", "not a text without ://"),
        ("postgres://u:hidden@h/", "the name of the database is missing."),
    ],
)
def test_a_wrong_database_url_is_refused_without_showing_its_password(monkeypatch, value, found):
    monkeypatch.setenv("DATABASE_URL", value)
    message = refused(environment.database, "DATABASE_URL", default="sqlite:///films.sqlite3")
    assert message.startswith("DATABASE_URL must be postgres://")
    assert message.endswith(found)
    assert "hidden" not in message
