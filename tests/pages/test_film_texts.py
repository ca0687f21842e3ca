"""Texts of a film: the intention note and others at their own addresses, the shooting secrets together."""

import pytest

from catalogue.publication.publish import unpublish
from tests.makers import make_film, make_text
from tests.pages.reading import all_words, links, read, words
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

FILM = "/fr/films/une-lumiere-au-nord/"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_intention_note_names_its_kind_film_and_author(client, lang):
    make_showcase()
    film = FILM.replace("/fr/", f"/{lang}/")
    page = read(client, f"{film}texts/intention-note/")
    assert links(page, ".above") == [("Une lumière au nord", film)]
    assert all_words(page, ".prose p") == ["Je voulais filmer le froid."]
    assert links(page, ".signature") == [("Ada Lindqvist", f"/{lang}/people/ada-lindqvist-cineaste/")]
    assert page.css_first(".prose").attributes.get("lang") == (None if lang == "fr" else "fr")


def test_a_text_is_shown_paragraph_by_paragraph(client):
    make_text(make_film("Users"), "Un.\n\nDeux,\nsuite.\n\n\nTrois.")
    page = read(client, "/fr/films/users/texts/intention-note/")
    assert all_words(page, ".prose p") == ["Un.", "Deux, suite.", "Trois."]


def test_a_text_is_written_in_markdown_and_told_without_its_marks(client):
    make_text(make_film("Users"), "Un *mot* de [Bo](https://x.org/).\n\n## Titre\n\n- a\n- <b>b</b>\n\nFin.")
    page = read(client, "/fr/films/users/texts/intention-note/")
    assert page.css_first(".prose.written #p1 em").text() == "mot"
    assert links(page, "#p1")[0] == ("Bo", "https://x.org/")
    assert [words(page.css_first(f"#p{place} {tag}")) for place, tag in ((2, "h2"), (3, "li + li"))] == [
        "Titre",
        "<b>b</b>",
    ]
    assert words(page.css_first("p#p4")) == "Fin."
    described = page.css_first("meta[name=description]").attributes["content"]
    assert described.startswith("Un mot de Bo.")


def test_shooting_secrets_stand_on_one_page_in_their_order(client):
    film = make_film("Users")
    for position, heading in ((2, "Troisième"), (0, "Premier"), (1, "Deuxième")):
        make_text(film, f"Corps {position}.", text_kind="shooting_secret", heading=heading, position=position)
    make_text(film, "Une note.")
    page = read(client, "/fr/films/users/shooting-secrets/")
    assert all_words(page, ".signed h2") == ["Premier", "Deuxième", "Troisième"]
    assert all_words(page, ".signed .prose p") == ["Corps 0.", "Corps 1.", "Corps 2."]
    assert words(page.css_first(".above")) == "Users"


def test_a_secret_also_has_an_address_of_its_own(client):
    make_showcase()
    page = read(client, f"{FILM}texts/secret-1/")
    assert (words(page.css_first("h1")), all_words(page, ".prose p")) == ("Secret 1", ["Corps 1."])


def test_two_texts_of_one_heading_have_two_addresses_and_other_films_keep_theirs(client):
    first, second = make_film("Un"), make_film("Deux")
    slugs = [make_text(film, "Corps.", heading="Note").slug for film in (first, first, second)]
    assert slugs == ["note", "note-2", "note"]
    read(client, "/fr/films/deux/texts/note/")
    assert client.get("/fr/films/deux/texts/note-2/").status_code == 404


def test_a_film_without_secrets_has_no_page_of_them(client):
    make_text(make_film("Users"), "Une note.")
    assert client.get("/fr/films/users/shooting-secrets/").status_code == 404


def test_a_text_taken_off_the_site_has_no_page(client):
    text = make_text(make_film("Users"), "Une note.")
    unpublish(text)
    assert client.get("/fr/films/users/texts/intention-note/").status_code == 404
