"""The living style page: whole, and found by those alone who draw or edit the site."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from selectolax.lexbor import LexborHTMLParser

from catalogue.styleguide import tokens
from tests.pages.reading import read, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]

COMPONENTS = Path("templates/components")


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user("ada", password="a-long-password", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    return client


def test_visitors_do_not_find_it(client):
    assert [client.get(f"/{lang}/styleguide/").status_code for lang in ("fr", "en")] == [404, 404]


def test_an_editor_finds_it_and_so_does_who_draws_the_site(editor, client, settings):
    assert [editor.get(f"/{lang}/styleguide/").status_code for lang in ("fr", "en")] == [200, 200]
    client.logout()
    settings.DEBUG = True
    assert client.get("/fr/styleguide/").status_code == 200


def test_a_curator_does_not_find_it(editor, client):
    get_user_model().objects.get().groups.set(Group.objects.filter(name="curators"))
    assert client.get("/fr/styleguide/").status_code == 404


def test_the_posters_are_those_of_the_films_they_stand_for(editor):
    page = read(editor, "/en/styleguide/")
    cards = [card for card in page.css(".grid .card") if card.css_first(".poster__drawn")]
    assert len(cards) > 5
    for card in cards:
        drawn = editor.get(card.css_first(".poster__drawn").attributes["src"]).text
        assert words(card.css_first(".card__title")) in words(LexborHTMLParser(drawn).css_first("title"))


def test_search_engines_are_told_nothing_of_it(editor):
    page = read(editor, "/fr/styleguide/")
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert "styleguide" not in editor.get("/sitemap-lists.xml").text


def test_every_component_has_its_specimen(editor):
    page = read(editor, "/en/styleguide/")
    shown = {
        name for node in page.css("[data-components]") for name in node.attributes["data-components"].split()
    }
    assert shown == {path.stem for path in COMPONENTS.glob("*.html")}
    assert [
        node.attributes["aria-labelledby"] for node in page.css(".specimen") if len(words(node)) < 20
    ] == []


def test_every_token_is_written_down(editor):
    page = read(editor, "/en/styleguide/").css_first("main").text()
    colours = (
        "--dim",
        "--lamp-pale",
        "--lamp-glow",
        "--haze",
    )  # half transparent: they have no contrast of their own
    assert [name for name in tokens.tokens() if name not in page and name not in colours] == []


def test_what_is_written_can_be_read_in_both_themes():
    """4.5 for letters and 3 for the lines of fields, as WCAG AA asks."""
    found = {colour.name: (colour.on_light, colour.on_dark) for colour in tokens.colours()}
    assert [name for name in ("--ink", "--ink-soft", "--lamp-ink") if min(found[name]) < 4.5] == []
    assert min(found["--line"]) >= 3
    declared = tokens.tokens()
    assert tokens.contrast(declared["--lamp"], declared["--on-lamp"]) >= 4.5


@pytest.mark.parametrize(("pair", "contrast"), [(("#000000", "#fff"), 21), (("#777777", "#ffffff"), 4.48)])
def test_contrast_is_what_wcag_counts(pair, contrast):
    assert round(tokens.contrast(*pair), 2) == contrast
