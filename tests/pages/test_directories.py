"""Lists of people, companies and distributors: in the order in which people look for a name, and searched."""

import pytest

from catalogue.models import Credit, Text
from catalogue.publication.publish import publish
from tests.makers import make_company, make_film, make_person, make_text
from tests.pages.reading import all_words, read, words
from tests.showcase import picture

pytestmark = pytest.mark.django_db


def names(page):
    return all_words(page, ".names li > a")


def entries(page):
    """{name: (what is said of it, address of its picture or "")}."""
    found = {}
    for entry in page.css(".names li"):
        image = entry.css_first("img")
        said = words(entry.css_first(".meta")) if entry.css(".meta") else ""
        found[words(entry.css_first("a"))] = said, image.attributes["src"] if image else ""
    return found


def credit(film, name, role):
    Credit.objects.create(film=film, person=make_person(name), role=role)
    publish(film)


def test_people_stand_under_the_name_that_they_are_looked_for_by(client):
    given = [
        ("Wang Bing", "Wang Bing"),
        ("Vittorio De Sica", "De Sica, Vittorio"),
        ("Kaouther Ben Hania", "Ben Hania, Kaouther"),
        ("Agnès Varda", ""),
    ]
    publish(*(make_person(name, sort_name=sort_name) for name, sort_name in given))
    assert names(read(client, "/fr/people/")) == [
        "Kaouther Ben Hania",
        "Vittorio De Sica",
        "Agnès Varda",
        "Wang Bing",
    ]
    assert names(read(client, "/fr/people/?letter=W")) == ["Wang Bing"]
    assert names(read(client, "/fr/people/?letter=B")) == ["Kaouther Ben Hania"]


def test_each_name_says_what_they_did_the_most_frequent_first_and_for_how_many_films(client):
    films = [make_film(f"Film {number}", 2000 + number, directors=["Ada"]) for number in range(3)]
    credit(films[0], "Ada", "editor")
    for film in films[:2]:
        credit(film, "Bo", "composer")
    make_text(films[0], "Un mot.", author=make_person("Cléo"))
    credit(films[2], "Bo", "cast")
    said = {name: said for name, (said, _picture) in entries(read(client, "/en/people/")).items()}
    assert said == {"Ada": "Director, Editing 3 films", "Bo": "Music, Cast 3 films", "Cléo": "Texts"}


def test_somebody_who_signs_a_text_about_a_person_is_told_at_once(client):
    publish(make_person("Ada"), make_person("Bo"))
    assert entries(read(client, "/en/people/"))["Bo"][0] == ""
    about, author = make_person("Ada"), make_person("Bo")
    publish(Text.objects.create(person=about, author=author, text_kind="presentation", body="Un portrait."))
    assert entries(read(client, "/en/people/"))["Bo"][0] == "Texts"


def test_a_name_shows_a_face_or_the_poster_of_the_latest_film_or_initials(client):
    early, late = make_film("Avant", 1990, directors=["Ada"]), make_film("Après", 2000, directors=["Ada"])
    publish(make_person("Bo", portrait=picture("navy")), make_person("Cléo d’Été"))
    found = {name: src for name, (_said, src) in entries(read(client, "/fr/people/")).items()}
    assert found["Ada"].startswith(f"/posters/{late.pk}-")
    assert found["Bo"].startswith("/media/")
    assert found["Cléo d’Été"] == ""
    assert all_words(read(client, "/fr/people/"), ".names b") == ["CÉ"]
    images = read(client, "/fr/people/").css(".names img")
    assert {image.attributes["loading"] for image in images} == {"lazy"}
    assert {image.attributes["alt"] for image in images} == {""}
    assert early.pk != late.pk


def test_a_poster_stands_for_one_name_of_a_page_and_among_people_for_a_director(client):
    film = make_film("Un", directors=["Ada", "Bo"], producers=["ISKRA", "Slon"])
    Credit.objects.create(film=film, person=make_person("Aa"), role="editor")
    publish(film)
    assert all_words(read(client, "/fr/people/"), ".names b") == ["A", "B"]
    assert all_words(read(client, "/fr/companies/"), ".names b") == ["S"]


def test_companies_say_their_roles_and_distributors_only_how_many_films(client):
    make_film("Un", producers=["ISKRA"])
    make_film("Deux", producers=["ISKRA"], supports=["dvd"], distributor="ISKRA")
    publish(make_company("Slon", logo=picture("teal")))
    companies = entries(read(client, "/en/companies/"))
    assert companies["ISKRA"][0] == "Production company, Distribution 2 films"
    assert companies["Slon"][1].startswith("/media/")
    assert entries(read(client, "/en/distributors/"))["ISKRA"][0] == "1 film"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kar", ["Wong Kar-wai"]),
        ("WÔNG", ["Wong Kar-wai"]),
        ("wai wong", ["Wong Kar-wai"]),
        ("agnes", ["Agnès Varda"]),
        ("de sica", ["Vittorio De Sica"]),
        ("zzyzx", []),
        ("varda wong", []),
    ],
)
def test_names_are_found_by_their_words_whatever_the_accents_and_the_order(client, asked, found):
    publish(*map(make_person, ("Wong Kar-wai", "Agnès Varda", "Vittorio De Sica")))
    make_film("Kar", directors=["Ada"])
    page = read(client, f"/en/people/?named={asked}")
    assert names(page) == found
    assert page.css_first("#named").attributes["value"] == asked
    if not found:
        assert words(page.css_first(".empty")) == "No name matches. All the names"


def test_a_search_goes_on_in_letters_and_pages_and_is_no_address_for_search_engines(client):
    publish(*(make_person(f"Ada {letter}{number}") for letter in "BC" for number in range(35)))
    page = read(client, "/en/people/?named=ada")
    assert words(page.css_first("h1 small")) == "70"
    assert page.css_first("[rel=next]").attributes["href"].startswith("/en/people/?named=ada&page=2")
    assert page.css_first(".letters a").attributes["href"] == "/en/people/?letter=B&named=ada"
    narrowed = read(client, "/en/people/?letter=B&named=ada&page=2")
    assert len(names(narrowed)) == 5
    hidden = {i.attributes["name"]: i.attributes["value"] for i in narrowed.css("form.narrow [type=hidden]")}
    assert hidden == {"letter": "B"}
    assert narrowed.css_first("[name=robots]").attributes["content"] == "noindex, follow"
    assert not read(client, "/en/people/?letter=B").css("[name=robots]")


def test_what_makes_no_sense_is_told(client):
    publish(make_person("Ada"))
    page = read(client, "/en/people/?named=...&letter=ZZ&page=x")
    assert names(page) == ["Ada"]
    assert [said.partition(" means")[0] for said in all_words(page, ".notices p")] == ["“x”", "“ZZ”", "“...”"]
