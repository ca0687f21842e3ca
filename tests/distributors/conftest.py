from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest


@pytest.fixture
def clock(monkeypatch):
    """Set the time of the site: `clock("2026-06-15 23:59:59")`, as a clock in Paris shows it."""

    def set_to(moment):
        there = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Paris"))
        monkeypatch.setattr("django.utils.timezone.now", lambda: there.astimezone(UTC))

    return set_to
