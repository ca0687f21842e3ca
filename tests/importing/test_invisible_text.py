"""Characters that show nothing: a title is more than that, and elsewhere they are no text."""

import pytest

from tests.importing.source_pages import faults, parse_text, values

FILM = "{}\n\nImage de couverture {}\n\nUn essai.\n\nRéalisateur\n\nAnna Roy\n\nPartager sur\n\n• Année 2021"
SECRETS = "Mon compte\n{}\nAnecdotes autour du film et de son tournage\n\nUn vent\n\nIl souffle."
COMPANY = "{}\n\nFilms produits par Nord\n\n1 Film\nA\n\nA VOD"


@pytest.mark.parametrize(
    "blank", ["\u200b", " \u200b\u2060 ", "\ufeff", "\u00ad", "\u200e", "\u3164", "\u2800", "\u0301"]
)
@pytest.mark.parametrize(
    ("page", "line", "field"), [(FILM, 1, "Title"), (SECRETS, 2, "Title"), (COMPANY, 1, "Name")]
)
def test_a_title_that_cannot_be_seen_is_refused_on_its_line(page, line, field, blank):
    expected = f"line {line}: {field}: found {blank.strip()!r}, expected a {field.lower()} that can be seen"
    assert faults(page.replace("{}", blank)) == [expected]


@pytest.mark.parametrize("title", ["?", "…", "7", "😀", "♥", "あ", "e\u0301"])
def test_a_title_of_one_sign_is_one(title):
    assert parse_text(FILM.replace("{}", title)).title.value == title


def test_around_a_title_and_between_texts_they_are_left_out():
    page = parse_text(
        FILM.replace("{}", "\u200eLe Port\u200b")
        .replace("Un essai.", "Un essai.\n\u200b\n\u200b\nIl neige.\u00ad")
        .replace("• Année", "\u200b• Année")
    )
    assert (page.title.value, values(page.presentation)) == ("Le Port", ["Un essai.", "Il neige."])
    assert (page.year.value, page.warnings) == (2021, ())


def test_names_of_nothing_are_no_names():
    page = parse_text(
        "Le Port\n\nActeurs\n\n\u200b\n\nAnna Roy\n\n• Année 2021\n• Producteur \u200b, Nord\n• Pays \u200b"
    )
    assert (values(page.cast), values(page.producers), page.countries) == (["Anna Roy"], ["Nord"], ())


def test_a_film_called_as_a_label_at_the_foot_of_pages_keeps_its_title():
    assert parse_text("Mode\n\n• Année 2021\n\nMode :\n").title.value == "Mode"
