"""What a page says of a film's forms and genres arrives as it says it; nothing else is taken for one."""

import pytest

from catalogue.importing.parsing.values import FORMS
from catalogue.importing.records import FaultyPageError
from catalogue.importing.store import store
from catalogue.models import Film, Genre
from catalogue.reference.forms import Form
from tests.makers import make_film

from .film_pages import LIST, film
from .page_records import film_page


def said(facts):
    return [fact.value for fact in facts]


def page_with(line):
    return film(technical=f"{LIST}  • {line}\n")


@pytest.mark.parametrize(
    ("line", "forms", "genres"),
    [
        ("Forme Documentaire", ["documentary"], []),
        ("Formes : documentaire, essai", ["documentary", "essay"], []),
        ("Forme Docu-fiction", ["documentary", "fiction"], []),
        ("Forme Film d’animation / Fiction", ["animation", "fiction"], []),
        ("Genre Documentaire", ["documentary"], []),
        ("Genres Western, fiction, Drame", ["fiction"], ["Western", "Drame"]),
        ("Genre : Comédie, comédie", [], ["comédie"]),
        ("Genre", [], []),
    ],
)
def test_forms_are_codes_and_genres_the_pages_words(line, forms, genres):
    page = page_with(line)
    assert (said(page.forms), said(page.genres), page.warnings) == (forms, genres, ())


def test_a_form_that_both_lines_say_is_one():
    page = film(technical=f"{LIST}  • Forme Documentaire\n  • Genre documentaire, essai\n")
    assert said(page.forms) == ["documentary", "essay"]


def test_a_form_that_there_is_not_is_an_error_with_its_line():
    with pytest.raises(FaultyPageError, match=r"line 18: Forme: found 'western', expected a form"):
        page_with("Forme documentaire, western")


def test_every_word_for_a_form_names_forms_of_the_controlled_list():
    assert {code for codes in FORMS.values() for code in codes.split()} == set(Form.values)


@pytest.mark.parametrize("prose", ["Un documentaire.", "Une fiction sur le travail."])
def test_prose_says_no_form(prose):
    page = film(head=f"Users\n\n{prose}\n\nPartager sur\n\n")
    assert (page.forms, page.genres) == ((), ())


def kept():
    film = Film.objects.get()
    forms = sorted(film.forms.values_list("form", flat=True))
    return forms, sorted(film.genres.values_list("name_en", flat=True))


@pytest.mark.django_db
def test_what_a_page_says_arrives_and_what_it_says_no_longer_goes():
    store(film_page(forms=["documentary", "essay"], genres=["Guerre", "historical"]))
    assert kept() == (["documentary", "essay"], ["Historical", "War"])
    store(film_page(forms=["essay"], genres=["guerre"]))
    assert kept() == (["essay"], ["War"])
    assert store(film_page(forms=["essay"], genres=["guerre"])).status.value == "unchanged"


@pytest.mark.django_db
def test_what_an_editor_has_changed_stays():
    film = make_film("Users", 2021, genres=["Romance"], forms=["fiction"], published=False)
    store(film_page(forms=["documentary"], genres=["Guerre"]))
    film.genres.remove(Genre.objects.get(name_fr="Guerre"))
    film.forms.filter(form="documentary").delete()
    store(film_page(forms=["documentary"], genres=["Guerre"]))
    assert kept() == (["fiction"], ["Romance (en)"])
    store(film_page())
    assert kept() == (["fiction"], ["Romance (en)"])


@pytest.mark.django_db
def test_a_genre_is_one_that_the_catalogue_or_the_reference_knows_in_both_languages():
    Genre.objects.create(name_fr="Giallo", name_en="Italian thriller")
    outcome = store(film_page(genres=["giallo", "Western", "Machin"]))
    assert kept()[1] == ["Italian thriller", "Western"]
    assert [message.text for message in outcome.messages] == [
        "“Machin” is no genre of the catalogue; it is left out"
    ]
    assert not Genre.objects.filter(name_fr="Machin").exists()
