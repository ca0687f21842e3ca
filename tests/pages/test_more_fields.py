"""Films found by a selection, the texts about them, a person in any role, their colour."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.models import Credit
from catalogue.publication.publish import publish
from tests.makers import make_film, make_person, make_selection, make_text

from .reading import addresses, all_words, links, read, titles

pytestmark = pytest.mark.django_db
FILMS = "/fr/films/"


def facet(page, name):
    """The choices of a facet, with their numbers; None where it is not offered."""
    for node in page.css(".facet"):
        if name in all_words(node, "summary"):
            return all_words(node, "li a")
    return None


def test_films_are_found_by_the_selections_that_hold_them(client):
    films = [make_film(title) for title in ("Un", "Deux", "Trois")]
    make_selection("Neige", films[:2])
    make_selection("Travail", films[1:2])
    make_selection("Brouillon", films, published=False)
    assert facet(read(client, FILMS), "Sélection") == ["Neige 2", "Travail 1", "Dans aucune sélection 1"]
    assert titles(read(client, f"{FILMS}?selection=neige")) == ["Deux", "Un"]
    assert titles(read(client, f"{FILMS}?selection=unknown")) == ["Trois"]


def test_films_are_found_by_the_kinds_of_texts_about_them(client):
    films = [make_film(title) for title in ("Un", "Deux", "Trois")]
    make_text(films[0], "Une note.", text_kind="shooting_secret")
    make_text(films[1], "Une note.", text_kind="presentation")
    make_text(films[1], "Une autre.", text_kind="presentation")
    choices = facet(read(client, FILMS), "Textes")
    assert sorted(choices[:2]) == ["Présentation 1", "Secret de tournage 1"]
    assert choices[2] == "Sans texte 1"
    assert titles(read(client, f"{FILMS}?text=presentation&text=shooting_secret")) == ["Deux", "Un"]


@pytest.fixture
def ada():
    """A person of two films, in other roles, and somebody else of one."""
    ada = make_person("Ada")
    for title, role in (("Un", "director"), ("Deux", "composer")):
        film = make_film(title, directors=["Eva"], published=False)
        Credit.objects.create(film=film, person=ada, role=role)
        publish(film)
    make_film("Trois", directors=["Bo"])


@pytest.mark.usefixtures("ada")
def test_films_are_found_by_a_person_whatever_they_did(client):
    page = read(client, f"{FILMS}?person=ada")
    assert titles(page) == ["Deux", "Un"]
    assert all_words(page, ".chips li") == ["Enlever Personne Ada ×"]
    assert addresses(page, ".chips")[0].startswith(FILMS)
    assert titles(read(client, f"{FILMS}?person=bo&person=ada")) == ["Deux", "Trois", "Un"]
    assert facet(page, "Personne") is None
    assert facet(page, "Réalisation") == ["Eva 2", "Ada 1"]


@pytest.mark.usefixtures("ada")
def test_very_many_people_cost_the_queries_of_one(client):
    client.get(FILMS)
    costs = []
    for people in (["ada"], ["ada", *(f"p{number}" for number in range(500))]):
        with CaptureQueriesContext(connection) as asked:
            client.get(FILMS, {"person": people})
        costs.append(len(asked))
    assert costs[0] == costs[1]


@pytest.mark.usefixtures("ada")
def test_a_persons_page_leads_to_their_films_as_a_list(client):
    expected = ("Voir ces films en liste, avec des filtres", "/fr/films/?person=ada")
    assert expected in links(read(client, "/fr/people/ada/"), ".who")
    assert links(read(client, "/fr/people/bo/"), ".who") == []


def test_films_are_found_by_their_colour(client):
    make_film("Un", colour="black_and_white")
    make_film("Deux")
    assert facet(read(client, FILMS), "Couleur") == ["Noir et blanc 1", "Sans indication 1"]
    assert titles(read(client, f"{FILMS}?colour=unknown")) == ["Deux"]


def test_films_are_found_one_by_one_as_they_were_chosen(client):
    films = [make_film(title) for title in ("Un", "Deux", "Trois")]
    address = f"{FILMS}?film={films[2].pk}&film={films[0].pk}"
    page = read(client, address)
    assert titles(page) == ["Trois", "Un"]
    assert all_words(page, ".chips li") == ["Enlever 2 films choisis ×"]
    assert titles(read(client, f"{address}&sort=title")) == ["Trois", "Un"]
    assert titles(read(client, f"{address}&sort=-title")) == ["Un", "Trois"]
    assert all_words(read(client, f"{FILMS}?film={films[0].pk}"), ".chips li") == ["Enlever Film Un ×"]


@pytest.mark.parametrize("value", ["0", "4294967296", "²", "un", "01", 5000 * "9"])
def test_a_film_that_cannot_be_is_ignored(client, value):
    make_film("Un")
    page = read(client, f"{FILMS}?film={value}")
    assert titles(page) == ["Un"]
    assert "ignor" in all_words(page, ".notices p")[0]


def test_a_film_that_is_not_published_is_said(client):
    film = make_film("Un")
    draft = make_film("Deux", published=False)
    page = read(client, f"{FILMS}?film={film.pk}&film={draft.pk}")
    assert titles(page) == ["Un"]
    assert str(draft.pk) in all_words(page, ".notices p")[0]
