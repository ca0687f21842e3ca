"""People: their list from A to Z, and a page with biography, films by role, other works and texts."""

import pytest

from catalogue.models import Credit, Person
from catalogue.publication.publish import publish
from tests.makers import make_film, make_person, make_text
from tests.pages.reading import addresses, all_words, links, read, titles, words
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

ADA = "/fr/people/ada-lindqvist-cineaste/"


def make_people(*names):
    publish(*[Person.objects.create(name=name) for name in names])


def test_the_page_says_who_it_is_in_the_readers_language(client):
    make_showcase()
    head = read(client, ADA).css_first(".who")
    assert words(head.css_first("h1")) == "Ada Lindqvist"
    assert all_words(head, ".meta span")[0] == "cinéaste"
    assert "1971" in words(head.css_first(".meta"))
    assert all_words(head, ".prose p") == ["Ada filme le nord.", "Elle enseigne aussi."]
    assert links(head, ".readings") == [("Son site", "https://ada.example/")]
    assert head.css_first("img").attributes["alt"] == "Ada devant la mer"
    english = read(client, ADA.replace("/fr/", "/en/")).css_first(".who")
    assert all_words(english, ".prose p") == ["Ada films the north."]
    assert english.css_first("img").attributes["alt"] == "Ada by the sea"


def test_the_page_says_where_somebody_comes_from_and_a_search_finds_them_by_it(client):
    ada = Person.objects.create(name="Ada", birth_year=1950, death_year=2015)
    for position, code in enumerate(("BE", "FR")):
        ada.person_countries.create(country_id=code, position=position)
    publish(ada)
    assert all_words(read(client, "/fr/people/ada/"), ".meta span") == ["Belgique, France", "1950–2015"]
    assert all_words(read(client, "/en/people/ada/"), ".meta span") == ["Belgium, France", "1950–2015"]
    assert "/fr/people/ada/" in addresses(read(client, "/fr/search/?q=belgique"), "main")


def test_films_are_listed_by_role_latest_first_and_each_poster_is_shown_once(client):
    for number in (1, 2):
        film = make_film(f"Film {number}", 2000 + number, directors=["Ada"], published=False)
        Credit.objects.create(film=film, person=make_person("Ada"), role="editor")
        publish(film)
    make_film("Film 3", 2003, directors=["Ada"])
    page = read(client, "/en/people/ada/")
    sections = [
        (words(node.css_first("h2")), all_words(node, ".card__title, .works a"))
        for node in page.css("section.band")
    ]
    assert sections == [
        ("Director 3", ["Film 3", "Film 2", "Film 1"]),
        ("Editing 2", ["Film 2", "Film 1"]),
    ]
    assert titles(page) == ["Film 3", "Film 2", "Film 1"]


def test_works_outside_the_catalogue_are_named_with_year_and_kind(client):
    make_showcase()
    assert all_words(read(client, ADA.replace("/fr/", "/en/")), ".works cite") == ["Carnet de neige"]
    assert "2009 Book" in words(read(client, ADA.replace("/fr/", "/en/")).css_first(".works"))


def test_texts_written_by_and_about_a_person_are_listed_with_what_they_are_about(client):
    make_showcase()
    film = "/fr/films/une-lumiere-au-nord/texts/"
    assert addresses(read(client, ADA), "section[aria-labelledby=texts]") == [
        f"{film}intention-note/",
        f"{ADA}texts/portrait-d-ada/",
    ]
    assert addresses(read(client, "/fr/people/bo-okafor/"), "section[aria-labelledby=texts]") == [
        f"{film}ce-que-la-nuit-montre/",
        f"{ADA}texts/portrait-d-ada/",
    ]


def test_a_film_that_a_text_is_about_bears_its_language(client):
    make_text(make_film("Les Sept Samouraïs", title_language="fr"), "Une note.", author=make_person("Bo"))
    about = read(client, "/en/people/bo/").css_first("section[aria-labelledby=texts] [lang=fr]")
    assert words(about) == "Les Sept Samouraïs"


def test_a_text_about_a_person_has_its_own_address_in_both_languages(client):
    make_showcase()
    for lang in ("fr", "en"):
        page = read(client, f"{ADA.replace('/fr/', f'/{lang}/')}texts/portrait-d-ada/")
        assert words(page.css_first("h1")) == "Portrait d’Ada"
        assert links(page, ".above") == [("Ada Lindqvist", ADA.replace("/fr/", f"/{lang}/"))]
        assert all_words(page, ".prose p") == ["Elle marche."]


def test_a_director_of_a_draft_is_not_on_the_site_and_a_text_author_is(client):
    make_film("Brouillon", directors=["Ada"], published=False)
    make_text(make_film("Users"), "Une note.", author=make_person("Bo"))
    assert client.get("/fr/people/ada/").status_code == 404
    assert client.get("/fr/people/bo/").status_code == 200


def test_the_list_stands_by_surname_and_tells_namesakes_apart(client):
    make_people("Danae Elon", "Zoé Almada", "Éva Élan")
    publish(Person.objects.create(name="Ada Almada", qualifier="monteuse"))
    page = read(client, "/fr/people/")
    assert [text for text, _address in links(page, ".names")] == [
        "Ada Almada",
        "Zoé Almada",
        "Éva Élan",
        "Danae Elon",
    ]
    assert words(page.css_first(".names li .soft")) == "monteuse"
    assert words(page.css_first("h1 small")) == "4"


def test_the_list_has_letters_and_pages(client):
    make_people(*[f"P{number:02} Bel" for number in range(31)], "Ida Zorn")
    page = read(client, "/fr/people/")
    assert [text for text, _address in links(page, ".letters")] == ["B", "Z"]
    assert len(links(page, ".names")) == 30
    assert page.css_first("a[rel=next]").attributes["href"] == "/fr/people/?page=2#names"
    second = read(client, "/fr/people/?page=2").css_first("link[rel=canonical]").attributes["href"]
    assert second == "http://testserver/fr/people/?page=2"
    assert [text for text, _address in links(read(client, "/fr/people/?page=2"), ".names")] == [
        "P30 Bel",
        "Ida Zorn",
    ]
    assert [text for text, _address in links(read(client, "/fr/people/?letter=Z"), ".names")] == ["Ida Zorn"]


@pytest.mark.parametrize("directory", ["people", "companies", "distributors"])
def test_a_list_of_names_leaves_aside_what_means_nothing_with_a_notice(client, directory):
    make_showcase()
    whole = links(read(client, f"/en/{directory}/"), ".names")
    for query, value, name in (
        ("page=two", "two", "Page"),
        ("page=0", "0", "Page"),
        ("letter=%C3%89", "É", "First letter"),
    ):
        page = read(client, f"/en/{directory}/?{query}")
        assert links(page, ".names") == whole
        assert all_words(page, ".notices p") == [
            f"“{value}” means nothing here for “{name}”: it has been ignored."
        ]


@pytest.mark.parametrize("directory", ["people", "companies", "distributors"])
def test_a_list_of_names_beyond_its_end_or_without_names_says_so(client, directory):
    assert read(client, f"/en/{directory}/").css(".empty") != []
    make_showcase()
    page = read(client, f"/en/{directory}/?page=9")
    assert all_words(page, ".notices p") == ["There is no page 9: this is the last."]
    assert page.css(".names li") != []
    assert read(client, f"/en/{directory}/?letter=Q").css(".empty") != []


@pytest.mark.parametrize(
    ("gender", "born", "died", "french", "english"),
    [
        ("woman", 1971, None, "née en 1971", "born in 1971"),
        ("man", 1971, None, "né en 1971", "born in 1971"),
        ("", 1971, None, "1971–", "1971–"),
        ("woman", None, 2001, "morte en 2001", "died in 2001"),
        ("", None, 2001, "–2001", "–2001"),
        ("man", 1921, 2001, "1921–2001", "1921–2001"),
        ("", None, None, None, None),
    ],
)
def test_years_of_a_life_agree_with_the_person(client, gender, born, died, french, english):
    person = make_person("Ada Lindqvist", gender=gender, birth_year=born, death_year=died)
    publish(person)
    for language, words_of_it in (("fr", french), ("en", english)):
        page = read(client, f"/{language}/people/{person.slug}/")
        assert all_words(page, ".meta span") == ([words_of_it] if words_of_it else [])
