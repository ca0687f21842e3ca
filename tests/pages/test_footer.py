"""The foot of every page: whether the catalogue is a demonstration."""

import pytest

from catalogue.demonstration import say_whether
from tests.makers import make_film
from tests.pages.reading import read


@pytest.mark.parametrize(
    ("lang", "beginning"), [("fr", "Catalogue de démonstration"), ("en", "A demonstration catalogue")]
)
def test_a_demonstration_says_so_and_no_other_catalogue_does(client, db, lang, beginning):
    make_film("Users")
    page = f"/{lang}/people/"
    assert beginning not in read(client, page).css_first("footer").text()
    seen = client.get(page)["ETag"]
    say_whether(True)
    assert client.get(page, headers={"If-None-Match": seen}).status_code == 200
    assert beginning in read(client, page).css_first("footer").text()
