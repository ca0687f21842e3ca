"""Menu and footer link to pages of the site's own, on every page, from the moment that these are published."""

import io

import pytest
from django.core.management import call_command

from catalogue.models import CatalogueState
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_film, make_page
from tests.pages.reading import links, read

pytestmark = pytest.mark.django_db


def linked(client, lang="fr"):
    """(titles in the menu, titles in the footer) of links to pages of the site's own."""
    page = read(client, f"/{lang}/people/")
    found = (links(page, f"{place} nav") for place in ("header", "footer"))
    return tuple([title for title, address in each if "/pages/" in address] for each in found)


def framed():
    return CatalogueState.objects.values_list("framed", flat=True).first()


def test_pages_are_linked_to_where_they_belong_in_their_order(client):
    make_page("Mentions légales", position=3)
    make_page("À propos", position=2, place="menu", title_en="About")
    make_page("Presse", position=1, place="menu")
    make_page("Confidentiel", place="nowhere")
    make_page("Brouillon", published=False)
    assert linked(client) == (["Presse", "À propos"], ["Presse", "À propos", "Mentions légales"])
    assert linked(client, "en") == (["Presse", "About"], ["Presse", "About", "Mentions légales"])


def test_a_title_in_another_language_says_so(client):
    make_page("Presse", place="menu")
    link = read(client, "/en/people/").css_first("header a[href$='/pages/presse/']")
    assert link.attributes["lang"] == "fr"


def test_the_page_that_is_shown_is_the_current_one_of_the_menu(client):
    make_page("Presse", place="menu")
    current = read(client, "/fr/pages/presse/").css("header [aria-current]")
    assert [node.text() for node in current] == ["Presse"]


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ({"title_fr": "Espace presse"}, (["Espace presse"], ["Espace presse"])),
        ({"place": "footer"}, ([], ["Presse"])),
        ({"place": "nowhere"}, ([], [])),
    ],
)
def test_what_changes_is_seen_on_every_page_once_it_is_published(client, columns, shown):
    page = make_page("Presse", place="menu")
    seen = client.get("/fr/people/")["ETag"]
    for name, value in columns.items():
        setattr(page, name, value)
    page.save()
    assert client.get("/fr/people/", headers={"If-None-Match": seen}).status_code == 304
    publish(page)
    assert client.get("/fr/people/", headers={"If-None-Match": seen}).status_code == 200
    assert linked(client) == shown


@pytest.mark.parametrize("leave", [unpublish, lambda page: page.delete()], ids=["withdrawn", "deleted"])
def test_a_page_that_leaves_the_site_leaves_its_menus(client, leave):
    page = make_page("Presse", place="menu")
    assert linked(client) == (["Presse"], ["Presse"])
    leave(page)
    assert linked(client) == ([], [])


def test_a_rebuild_keeps_the_menus_and_brings_what_it_publishes(client):
    page = make_page("Presse", place="menu")
    before = framed()
    call_command("publish", "--all", stdout=io.StringIO(), stderr=io.StringIO())
    assert (framed(), linked(client)[0]) == (before, ["Presse"])
    page.title_fr = "Espace presse"
    page.save()
    call_command("publish", "--all", "--with-changes", stdout=io.StringIO(), stderr=io.StringIO())
    assert linked(client)[0] == ["Espace presse"]


def test_menus_stay_while_films_and_the_text_of_a_page_are_published(client):
    page, film = make_page("Presse", place="menu"), make_film("Users")
    before = framed()
    page.body_fr = "Un autre texte."
    page.save()
    publish(page, film)
    assert framed() == before
    assert linked(client)[0] == ["Presse"]
