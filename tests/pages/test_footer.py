"""The foot of every page: whether the catalogue is a demonstration."""

import pytest

from tests.pages.reading import read


@pytest.mark.parametrize(
    ("lang", "beginning"), [("fr", "Catalogue de démonstration"), ("en", "A demonstration catalogue")]
)
def test_a_demonstration_says_so_and_no_other_catalogue_does(client, db, settings, lang, beginning):
    page = f"/{lang}/people/"
    assert beginning not in read(client, page).css_first("footer").text()
    seen = client.get(page)["ETag"]
    settings.DEMONSTRATION = True
    assert client.get(page, headers={"If-None-Match": seen}).status_code == 200
    assert beginning in read(client, page).css_first("footer").text()
