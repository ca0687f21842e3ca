"""A folder of pictures for each test, and what stands in it."""

import pytest


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """An empty folder of pictures."""
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT
