"""Films, people and companies already known are found again; namesakes are not merged."""

import pytest

from catalogue.importing.store import store
from catalogue.models import Film, Person
from tests.makers import make_film, make_person

from .page_records import company_page, film_page, secrets_page
from .snapshots import all_rows

pytestmark = pytest.mark.django_db


def films():
    return sorted(str(film) for film in Film.objects.all())


def messages(outcome):
    return [message.text for message in outcome.messages]


def test_a_film_is_found_again_accents_case_and_apostrophes_aside():
    make_film("Norilsk, l’étreinte de glace", 2017)
    store(film_page("NORILSK, L'ETREINTE DE GLACE", 2017))
    assert films() == ["Norilsk, l’étreinte de glace (2017)"]


def test_a_film_is_found_again_by_its_other_titles():
    film = make_film("Users", 2021, original_title="Usuarios")
    film.other_titles.create(title="Les Usagers")
    store(film_page("Usuarios", 2021))
    store(film_page("Les usagers", 2021))
    assert Film.objects.get() == film


def test_namesakes_of_other_years_are_other_films():
    store(film_page("Users", 2021, directors=["Natalia Almada"]))
    outcome = store(film_page("Users", 1998, directors=["Natalia Almada"]))
    assert films() == ["Users (1998)", "Users (2021)"]
    assert messages(outcome) == ["another film: “Users” by the same director is of 2021 here"]
    store(film_page("Users", 2021, running_time=80, directors=["Natalia Almada"]))
    assert Film.objects.get(year=2021).running_time == 80
    assert Film.objects.get(year=1998).running_time is None


def test_a_film_without_year_gets_the_one_that_its_page_brings():
    store(company_page(films=[("Users", ["dvd"], [])]))
    store(film_page("Users", 2021))
    assert films() == ["Users (2021)"]


def test_a_title_without_year_is_the_only_film_of_that_title():
    make_film("Users", 2021)
    outcome = store(company_page(films=[("Users", [], [])]))
    assert films() == ["Users (2021)"]
    assert messages(outcome) == ["“Users” is taken for the film of 2021"]
    assert messages(store(company_page(films=[("Users", [], [])]))) == []


def test_a_title_without_year_that_could_be_several_films_is_a_new_one():
    make_film("Users", 2021)
    make_film("Users", 1998)
    page = company_page(films=[("Users", [], [])])
    assert messages(store(page)) == ["2 films are called “Users”: taken for a new one"]
    store(page)
    assert films() == ["Users", "Users (1998)", "Users (2021)"]


def test_a_page_means_one_film_by_a_name_even_where_several_bear_it():
    make_film("Users", 2021)
    make_film("Users", 1998)
    page = secrets_page("Users", popular=[("Users", None)])
    store(page)
    assert films() == ["Users", "Users (1998)", "Users (2021)"]
    before = all_rows()
    store(page)
    assert all_rows() == before


def test_a_director_tells_films_of_one_title_apart():
    make_film("Users", 2021, directors=["Ana Roy"])
    store(film_page("Users", 2021, directors=["Natalia Almada"]))
    store(secrets_page("Users", biographies=[(["Ana Roy"], ["Elle filme."], [])]))
    assert films() == ["Users (2021)", "Users (2021)"]
    assert Film.objects.get(credits__person__name="Ana Roy").credits.count() == 1


def test_a_film_that_an_editor_corrected_is_still_the_page_s():
    store(film_page("Users", 2021, running_time=80))
    film = Film.objects.get()
    film.title, film.year = "Users, the film", 2020
    film.save()
    outcome = store(film_page("Users", 2021, running_time=82))
    film.refresh_from_db()
    assert (films(), film.running_time) == (["Users, the film (2020)"], 82)
    assert messages(outcome)[:2] == [
        "kept: title is 'Users, the film' here, the page says 'Users'",
        "kept: year is 2020 here, the page says 2021",
    ]


def test_a_deleted_film_comes_back_with_its_own_page():
    store(film_page("Users", 2021))
    Film.objects.all().delete()
    store(film_page("Users", 2021))
    assert films() == ["Users (2021)"]


@pytest.mark.parametrize("title", ["?", "…", "!!!"])
def test_a_title_of_signs_alone_is_no_other_film(title):
    make_film("Users", 2021)
    store(company_page(films=[(title, [], [])]))
    assert films() == sorted(["Users (2021)", title])


def test_a_person_is_found_again_and_credited_as_printed():
    person = make_person("Danaé Elon")
    store(film_page(directors=["Danae Elon"]))
    credit = Film.objects.get().credits.get()
    assert (credit.person, credit.credited_as) == (person, "Danae Elon")


def test_of_namesakes_the_one_of_the_film_is_meant():
    make_person("Ana Roy")
    critic = Person.objects.create(name="Ana Roy", qualifier="critic")
    film = make_film("Users", 2021)
    film.credits.create(person=critic, role="cast")
    store(film_page("Users", 2021, directors=["Ana Roy"]))
    assert film.credits.get(role="director").person == critic


def test_of_namesakes_unknown_to_the_film_the_one_without_qualifier_is_meant():
    Person.objects.create(name="Ana Roy", qualifier="critic")
    plain = make_person("Ana ROY")
    outcome = store(film_page("Users", 2021, directors=["Ana Roy"]))
    assert Film.objects.get().credits.get().person == plain
    assert messages(outcome) == ["2 people are called “Ana Roy”: taken for the one without a qualifier"]
