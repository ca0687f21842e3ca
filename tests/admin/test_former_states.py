"""Countries in time: editors are told of films of a year in which one of their countries was not there."""

import pytest

from catalogue.admin.former_states import to_be_decided
from catalogue.models import Film
from catalogue.reference import countries
from tests.makers import make_film

from .conftest import form_data, messages_of

pytestmark = pytest.mark.django_db

UNDECIDED = "/admin/catalogue/film/?countries_in_time=undecided"


def saved(editor, film, **changes):
    """What an editor is told who saves a film."""
    address = f"/admin/catalogue/film/{film.pk}/change/"
    response = editor.post(address, form_data(editor, address, _save="1", **changes), follow=True)
    return [message for message in messages_of(response) if message.startswith("To be decided")]


def test_the_list_finds_what_is_to_be_decided(editor):
    make_film("Ost oder West", 1970, ["FR", "DE"])
    make_film("Zusammen", 1995, ["DE"])
    make_film("Ost", 1970, ["DDDE"])
    make_film("Sans date", None, ["DE"])
    make_film("Trop tard", 2001, ["SUHH"])
    found = editor.get(UNDECIDED).context["cl"].result_list
    assert {film.title for film in found} == {"Ost oder West", "Trop tard"}


def test_the_list_finds_exactly_what_is_told_on_saving():
    codes = ["DE", "RU", "CZ", "HR", "EE", "SUHH", "FR", "AHHH", "CSXX", "RS"]
    cases = [(code, year) for code in codes for year in range(1890, 2011, 5)]
    for code, year in cases:
        make_film(f"{code} {year}", year, [code], published=False)
    found = set(to_be_decided(Film.objects.all()).values_list("title", flat=True))
    assert found == {f"{code} {year}" for code, year in cases if countries.doubts(code, year) is not None}


def test_saving_tells_what_a_film_may_be_of_and_changes_nothing(editor):
    film = make_film("Users", 1970, ["DE", "FR"])
    assert saved(editor, film) == [
        "To be decided: is a film of 1970 of “Germany”? Or of: East Germany (GDR), West Germany (FRG)."
    ]
    assert list(film.film_countries.values_list("country", flat=True)) == ["DE", "FR"]
    assert saved(editor, film, year="1995") == []


def test_a_film_without_a_year_is_not_told_of(editor):
    assert saved(editor, make_film("Users", None, ["RU"])) == []
