"""Where names and titles stand in lists, and who is found by them."""

import pytest

from catalogue.models import Company, Film, FormerName, OtherTitle, Person
from catalogue.models.person import surname_first

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "sorted_as"),
    [
        ("Natalia Almada", "Almada, Natalia"),
        ("Simone de Beauvoir", "Beauvoir, Simone de"),
        ("Paul Le Goff", "Le Goff, Paul"),
        ("Jan Van Der Poel", "Van Der Poel, Jan"),
        ("Ben Affleck", "Affleck, Ben"),
        ("Colette", "Colette"),
    ],
)
def test_people_stand_by_their_surname(name, sorted_as):
    assert surname_first(name) == sorted_as


def test_a_sort_name_follows_the_name_until_an_editor_writes_another():
    person = Person.objects.create(name="Ada Bel")
    person.name = "Ada Dor"
    person.save()
    assert person.sort_name == "Dor, Ada"
    person.sort_name = "Ada"
    person.save()
    person.name = "Ada Fil"
    person.save()
    assert person.sort_name == "Ada"


def test_a_sort_title_follows_the_title_until_an_editor_writes_another():
    film = Film.objects.create(title="L’Été")
    assert film.sort_title == "ete"
    film.title = "Les Hivers"
    film.save()
    assert film.sort_title == "hivers"
    film.sort_title = "zzz"
    film.save()
    film.title = "Printemps"
    film.save()
    assert film.sort_title == "zzz"


@pytest.mark.parametrize("said", ["usagers", "USERS", "Ljus i Norr", "ljus  i norr!"])
def test_a_film_is_known_by_all_its_titles(said):
    film = Film.objects.create(title="Users", original_title="Ljus i norr")
    OtherTitle.objects.create(film=film, title="Usagers")
    assert list(Film.objects.known_as(said)) == [film]
    assert list(Film.objects.known_as("Norilsk")) == []


@pytest.mark.parametrize("said", ["Slon", "ISKRA", "images son kinescope", "l’Étincelle"])
def test_a_company_is_known_by_all_its_names(said):
    company = Company.objects.create(name="Iskra", full_name="Images, son, kinescope")
    for name in ("Slon", "L'étincelle"):
        FormerName.objects.create(company=company, name=name)
    assert list(Company.objects.named(said)) == [company]


def test_a_person_is_found_without_accents_and_case():
    person = Person.objects.create(name="Éva Élan")
    assert list(Person.objects.named("EVA ELAN")) == [person]
