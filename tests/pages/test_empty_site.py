"""A site without a film: no page counts nothing, nor offers another view of nothing."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["people/", "companies/", "distributors/", "films/charts/"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_not_counted(client, path, language):
    page = client.get(f"/{language}/{path}").content.decode()
    assert "<small>0</small></h1>" not in page
    assert "charts__total" not in page
    assert 'class="empty"' in page
