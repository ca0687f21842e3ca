"""Languages are written by name or code and stored as codes."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from catalogue.admin.languages import LanguageField, LanguagesField, shown
from tests.admin.conftest import add_row, form_data
from tests.makers import make_film

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("français, anglais", ["fr", "en"]),
        ("French;ENG , fr,", ["fr", "en"]),
        ("pt-br, zxx", ["pt-BR", "zxx"]),
        ("", []),
        (" , ", []),
    ],
)
def test_languages_are_understood_in_order_and_once(typed, codes):
    assert LanguagesField().clean(typed) == codes


def test_the_word_that_is_not_understood_is_named():
    with pytest.raises(ValidationError, match="frrançais"):
        LanguagesField().clean("anglais, frrançais")


def test_languages_are_shown_again_in_the_editors_language():
    with translation.override("fr"):
        assert LanguagesField().prepare_value(["fr", "zxx"]) == "français, sans dialogue"
    with translation.override("en"):
        assert LanguageField().prepare_value("pt-BR") == "Brazilian Portuguese"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", ["fr", "pt-BR", "zxx", "ckz", "soh", "zh-Hant", "fsl"])
def test_what_is_shown_leads_back_to_the_same_language(language, code):
    with translation.override(language):
        assert LanguagesField().clean(shown(code)) == [code]


def test_a_wrong_language_of_a_version_is_told_beside_its_field(editor):
    film = make_film("Users")
    address = f"/admin/catalogue/film/{film.pk}/change/"
    data = form_data(editor, address)
    add_row(data, "versions", spoken="klingonais", subtitles="fr")
    response = editor.post(address, data | {"_save": "1"})
    assert "“klingonais”" in response.content.decode()
    assert not film.versions.exists()


def test_a_curator_reads_the_languages_of_a_version(curator):
    film = make_film("Users", spoken=["es"], subtitles=["fr"])
    film.original_languages.create(language="es")
    answer = curator.get(f"/admin/catalogue/film/{film.pk}/change/").content.decode()
    assert "Spoken: Spanish" in answer
    assert "Subtitles: French" in answer
