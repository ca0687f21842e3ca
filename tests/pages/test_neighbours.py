"""A film's page is no dead end: films beside it, each with the reason why it stands there."""

import pytest

from catalogue.models import Credit
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_company, make_film, make_person, make_selection, make_text
from tests.pages.reading import all_words, read, words

pytestmark = pytest.mark.django_db

MOST = 8


def beside(client, film, lang="en"):
    """[(reason, titles)] of a film's page."""
    page = read(client, f"/{lang}/films/{film.slug}/")
    groups = page.css("section[aria-labelledby=neighbours] section")
    return [
        ((group.css_first("h3 a") or group.css_first("h3")).text(), all_words(group, ".card__title"))
        for group in groups
    ]


def test_films_of_the_same_directors_come_first_those_made_at_about_the_same_time_before_others(client):
    film = make_film("Deux", 2002, directors=["Ada", "Eva"])
    for title, year, directors in (("Un", 2001, ["Ada"]), ("Loin", 1970, ["Ada"]), ("Trois", 2003, ["Eva"])):
        make_film(title, year, directors=directors)
    make_selection("Choix", [film, make_film("Ailleurs", 2003, directors=["Ida"])])
    played = make_film("Joué", 2004, published=False)
    Credit.objects.create(film=played, person=make_person("Ada"), role="cast")
    publish(played)
    found = beside(client, film)
    assert found[:3] == [
        ("Also by Ada", ["Un", "Loin"]),
        ("Also by Eva", ["Trois"]),
        ("In the selection “Choix”", ["Ailleurs"]),
    ]
    assert "Joué" not in found[0][1]


def test_a_name_stands_behind_its_word_as_french_says_it(client):
    film = make_film("Cléo", directors=["Agnès Varda"])
    make_film("Mur murs", directors=["Agnès Varda"])
    assert beside(client, film, "fr")[0][0] == "Aussi d’Agnès Varda"


def test_the_rarest_reason_comes_before_the_others(client):
    film = make_film("Film", 1975, ["SN"], genres=["Essai"], producers=["ISKRA"])
    make_film("Produit", 1990, ["FR"], producers=["ISKRA"])
    for number in range(2):
        make_film(f"Sénégal {number}", 1971 + number, ["SN"])
    for number in range(4):
        make_film(f"Essai {number}", 1960, genres=["Essai"])
    assert beside(client, film)[:3] == [
        ("Also produced by ISKRA", ["Produit"]),
        ("Senegal in the 1970s", ["Sénégal 1", "Sénégal 0"]),
        ("Same genre: Essai (en)", ["Essai 0", "Essai 1", "Essai 2", "Essai 3"]),
    ]


def test_those_who_wrote_about_a_film_lead_on(client):
    film, other = make_film("Film"), make_film("Autre")
    own = make_film("Le sien", directors=["Ada"])
    for about in (film, other):
        make_text(about, "Un mot.", text_kind="presentation", author=make_person("Ada"))
    found = dict(beside(client, film))
    assert found["Also with a text by Ada"] == [other.title]
    assert found["By Ada, who wrote about this film"] == [own.title]
    assert "By Ada, who wrote about this film" not in dict(beside(client, own))


def test_an_author_is_found_by_the_name_that_is_published(client):
    film, other = make_film("Film"), make_film("Autre")
    author = make_person("Ada")
    texts = [make_text(about, "Un mot.", author=author) for about in (film, other)]
    author.name = "Ada Lindqvist"
    author.save()
    publish(author)
    assert beside(client, film)[0] == ("Also with a text by Ada Lindqvist", ["Autre"])
    unpublish(texts[1])
    assert "Also with a text by Ada Lindqvist" not in dict(beside(client, film))


@pytest.mark.parametrize(
    ("role", "said"),
    [("cast", "Also with Bo"), ("cinematographer", "Cinematography: Bo"), ("narrator", "Narration: Bo")],
)
def test_whoever_else_worked_on_both_is_a_reason_that_leads_to_them(client, role, said):
    films = [make_film(title, published=False) for title in ("Film", "Autre")]
    for film in films:
        film.credits.create(person=make_person("Bo"), role=role)
    publish(*films)
    assert beside(client, films[0]) == [(said, ["Autre"])]
    page = read(client, f"/en/films/{films[0].slug}/")
    assert page.css_first("section[aria-labelledby=neighbours] h3 a").attributes["href"] == "/en/people/bo/"


def test_companies_in_other_roles_are_reasons_too(client):
    films = [make_film(title, published=False) for title in ("Film", "Autre")]
    for film in films:
        film.company_credits.create(company=make_company("Labo"), role="laboratory")
    publish(*films)
    assert beside(client, films[0]) == [("Laboratory: Labo", ["Autre"])]


def test_a_reason_leads_to_the_list_of_all_and_its_cards_lead_on_in_it(client):
    films = [make_film(f"Film {number}", 1970 + number, ["SN"]) for number in range(5)]
    group = read(client, f"/en/films/{films[2].slug}/").css_first(
        "section[aria-labelledby=neighbours] section"
    )
    link, total = group.css_first("h3 a").attributes["href"], words(group.css_first("h3 small"))
    listed = read(client, link)
    assert words(listed.css_first("#results")) == total == "5 films"
    card = group.css_first(".card__title a").attributes["href"]
    back = read(client, card).css_first(".along p a").attributes["href"]
    assert back.partition("#")[0] == link


def test_no_more_than_eight_films_none_of_them_twice_and_never_the_film_itself(client):
    films = [
        make_film(f"Film {n}", 1990, ["FR"], ["Ada"], ["ISKRA"], ["Essai"], forms=["documentary"])
        for n in range(12)
    ]
    shown = [title for _reason, titles in beside(client, films[0]) for title in titles]
    assert (len(shown), len({*shown}), films[0].title in shown) == (MOST, MOST, False)


@pytest.mark.parametrize(
    "facts",
    [
        {"year": 1950},
        {"countries": ["SN"]},
        {"genres": ["Essai"]},
        {"forms": ["documentary"]},
        {"producers": ["ISKRA"]},
        {"spoken": ["wo"]},
        {"running_time": 80},
        {},
    ],
    ids=lambda facts: next(iter(facts), "nothing"),
)
def test_whatever_is_known_of_a_film_it_leads_on(client, facts):
    make_film("Nouveau", 2024, ["IS"])
    make_film("Semblable", **facts)
    [(reason, titles)] = beside(client, make_film("Film", **facts))
    assert (reason, titles[0]) == ("New in the catalogue", "Semblable") or titles == ["Semblable"]


def test_a_catalogue_of_one_film_has_nothing_beside_it(client):
    assert beside(client, make_film("Seul")) == []


def test_what_stands_beside_is_right_after_every_publication(client):
    film = make_film("Film", 1970, ["SN"])
    other = make_film("Autre", 1971, ["SN"])
    assert beside(client, film) == [("Senegal in the 1970s", ["Autre"])]
    other.title = "Autrement"
    other.save()
    assert beside(client, film) == [("Senegal in the 1970s", ["Autre"])]
    publish(other)
    assert beside(client, film) == [("Senegal in the 1970s", ["Autrement"])]
    unpublish(other)
    assert beside(client, film) == []
