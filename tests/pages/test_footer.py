"""The foot of every page: whether the catalogue is a demonstration, and how to reach the site."""

import pytest

from catalogue.demonstration import say_whether
from tests.makers import make_film, make_identity
from tests.pages.reading import links, read


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


def test_it_says_how_to_reach_the_site(client, db):
    assert read(client, "/fr/people/").css("footer address") == []
    make_identity(
        email="bonjour@rivieres.example",
        telephone="+33 1 00 00 00 00",
        postal_address="1, quai du Nord\n75000 Paris",
        social="https://www.instagram.com/rivieres",
    )
    footer = read(client, "/fr/people/").css_first("footer")
    assert {a.attributes["href"] for a in footer.css("address a")} == {
        "mailto:bonjour@rivieres.example",
        "tel:+33100000000",
    }
    assert "75000 Paris" in footer.css_first("address").text()
    assert ("Instagram", "https://www.instagram.com/rivieres") in links(footer, "nav")


def test_nothing_is_left_of_what_a_site_does_not_tell(client, db):
    [sections] = read(client, "/fr/people/").css("footer nav")
    assert len(sections.css("li")) == 6
