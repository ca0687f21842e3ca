"""Film pages that contradict themselves, say the impossible or end too soon."""

import pytest

from catalogue.importing.records import FaultyPageError
from tests.importing.film_pages import HEAD, LIST, film, version
from tests.importing.source_pages import codes, parse_text, values


def twice(first, second):
    return parse_text(HEAD + first + "\n" + second)


BLOCK = "Un texte.\n\nAnna Roy\nCritique\n\n" + version("VO", "1h20", "Langue : Anglais") + LIST


@pytest.mark.parametrize(
    ("there", "here", "kept"),
    [
        ("Année 2021", "Année 2022", lambda page: page.year.value == 2021),
        ("Pays France", "Pays Belgique", lambda page: values(page.countries) == ["FR"]),
        ("Langue : Anglais", "Langue : Français", lambda page: values(page.versions[0].spoken) == ["en"]),
        (
            "Un texte.",
            "Un autre texte.",
            lambda page: values(page.guest_texts[0].paragraphs) == ["Un texte."],
        ),
        ("Critique", "Peintre", lambda page: page.guest_texts[0].quality.value == "Critique"),
        ("  • Durée 80\n", "", lambda page: page.running_time.value == 80),
        (
            "  • VO\n\n    VO\n",
            "  • VF\n\n    VF\n",
            lambda page: [v.label.value for v in page.versions] == ["VO", "VF"],
        ),
    ],
)
def test_two_prints_of_the_block_that_differ_are_a_warning_and_the_first_has_the_word(there, here, kept):
    assert twice(BLOCK, BLOCK).warnings == ()
    page = twice(BLOCK, BLOCK.replace(there, here))
    assert [warning.code for warning in page.warnings] == ["doubled-block"]
    assert page.warnings[0].line > len((HEAD + BLOCK).split("\n"))
    assert kept(page)


def test_what_only_the_second_print_says_is_kept():
    page = twice(BLOCK.replace("  • Durée 80\n", "").replace("1h20\n", "\n"), BLOCK)
    assert (page.running_time.value, page.versions[0].running_time.value) == (80, 80)
    assert [warning.code for warning in page.warnings] == ["doubled-block", "doubled-block"]


def test_a_field_said_twice_in_one_print_is_a_warning():
    page = film(technical=LIST + "  • Année 2022\n")
    assert (page.year.value, codes(page)) == (2021, [(18, "doubled-block")])


@pytest.mark.parametrize(
    ("technical", "message"),
    [
        (
            "  • Année 19x9\n",
            "line 15: Année: found '19x9', expected a year of four digits between 1874 and ",
        ),
        (
            "  • Année 1066\n",
            "line 15: Année: found '1066', expected a year of four digits between 1874 and ",
        ),
        ("  • Durée cent sept\n", "line 15: Durée: found 'cent sept', expected a running time such as 80"),
        ("  • Pays Syldavie\n", "line 15: Pays: found 'Syldavie', expected the name of a country"),
        ("  • Langue Syldave\n", "line 15: Langue: found 'Syldave', expected the name of a language"),
        (
            version("VO", "Durée : cent sept"),
            "line 19: Durée: found 'cent sept', expected a running time such as 80",
        ),
        (
            version("VO", "Langue : Syldave"),
            "line 19: Langue: found 'Syldave', expected the name of a language",
        ),
        ("  • Résumé court " + "long " * 61, "line 15: Résumé court: found 'long long"),
        ("  • " + "V" * 61 + "\n", "line 15: Version: found 'VVV"),
    ],
)
def test_impossible_values_are_told_with_their_line(technical, message):
    with pytest.raises(FaultyPageError) as error:
        film(technical=technical)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + version("VO", "1h20"),
            "line 19: Technical list: found 'the end of the page, within its versions'",
        ),
        (HEAD + "  • VO", "line 15: Technical list: found 'the end of the page, within its versions'"),
        (HEAD + "Un texte.", "line 15: Technical list: found 'the end of the page, before its versions'"),
        (
            "Image de couverture Users\n\n" + LIST,
            "line 1: Title: found 'Image de couverture Users', expected the film's",
        ),
    ],
)
def test_a_truncated_page_is_told_with_its_last_line(text, message):
    with pytest.raises(FaultyPageError) as error:
        parse_text(text)
    assert str(error.value).startswith(message)
