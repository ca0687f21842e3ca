"""What is a heading of a company's list of films, and what only sounds like one."""

import pytest

from tests.importing.source_pages import codes, faults, parse_text, values

NAME = "Atelier Nord"
TOP = f"{NAME}\n\n{NAME}\n\n"
PRODUCED, DISTRIBUTED = f"Films produits par {NAME}", f"Films distribués par {NAME}"


def listed(page):
    return [
        (found.heading.value, [(film.title.value, values(film.synopsis)) for film in found.films])
        for found in page.lists
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Films produits par Slon",
        "Films produits par Slon, qui fut là d’abord, ils sont restés.",
        f"{PRODUCED} et par ses amis, ils ont vingt ans.",
        f"{PRODUCED}.",
        f"Films produits par {NAME} Distribution",
        "Films diffusés par tous les moyens possibles",
    ],
)
def test_text_that_names_another_company_or_goes_on_is_text_wherever_it_stands(text):
    page = parse_text(
        f"{TOP}{text}\n\n{PRODUCED}\n\n2 Films\nA\n\nA VOD\n\nUn.\n\n{text}\n\nB\n\nB\n\n{text}\n"
    )
    assert values(page.about) == [text]
    assert listed(page) == [(PRODUCED, [("A", ["Un.", text]), ("B", [text])])]
    assert page.warnings == ()


def test_a_list_of_another_company_is_told_and_not_taken_for_this_ones():
    page = parse_text(f"{TOP}{PRODUCED}\n\n1 Film\nA\n\nA\n\nFilms produits par Slon\n\n1 Film\nB\n\nB DVD")
    assert listed(page) == [(PRODUCED, [("A", [])])]
    assert [str(warning) for warning in page.warnings] == [
        "line 12: 'Films produits par Slon' is a list of another company; its films are left out"
    ]


def test_a_page_whose_lists_are_all_of_other_companies_is_refused():
    assert faults(f"{TOP}Films produits par Slon\n\n1 Film\nB\n\nB DVD") == [
        "line 5: Films: found 'Films produits par Slon', expected a heading above, such as"
        f" {PRODUCED}, and the films below it"
    ]


@pytest.mark.parametrize(
    "heading",
    [
        PRODUCED.upper(),
        f"Les films produits par {NAME}",
        PRODUCED.replace(" ", "\u00a0"),
        f"\t{PRODUCED}\u200b",
        f"Films produits, coproduits et distribués par {NAME}",
    ],
)
def test_a_heading_may_be_printed_in_several_ways(heading):
    page = parse_text(f"{TOP}{heading}\n\n1 Film\nA\n\nA VOD")
    assert page.lists[0].roles[0] == "producer"
    assert page.warnings == ()


def test_a_company_whose_name_ends_in_a_full_stop_has_headings_that_do():
    page = parse_text("Nord Inc.\n\nFilms produits par Nord Inc.\n\n1 Film\nA\n\nA VOD")
    assert listed(page) == [("Films produits par Nord Inc.", [("A", [])])]


def test_a_heading_right_below_the_name_is_one_where_there_is_no_other():
    page = parse_text(f"{NAME}\n{PRODUCED}\n\nA\n\nA VOD\n\nUn.\n{DISTRIBUTED}\n")
    assert listed(page) == [(PRODUCED, [("A", ["Un.", DISTRIBUTED])])]


def test_a_page_may_have_lost_its_empty_lines():
    page = parse_text(
        f"{NAME}\n{NAME}\nUn atelier.\n{PRODUCED}\n1 Film\nA\nA VOD\nUn.\n{DISTRIBUTED}\nB\nB DVD\nDeux."
    )
    assert values(page.about) == ["Un atelier."]
    assert listed(page) == [(PRODUCED, [("A", ["Un."])]), (DISTRIBUTED, [("B", ["Deux."])])]


@pytest.mark.parametrize("count", ["", "2 Films\n"])
@pytest.mark.parametrize("supports", ["", " VOD"])
def test_a_film_may_be_called_as_a_count_reads(count, supports):
    page = parse_text(
        f"{TOP}{PRODUCED}\n\n{count}7 Films\n\n7 Films{supports}\n\nUn.\n\n12 films\n\n12 films{supports}\n\nDeux."
    )
    assert listed(page) == [(PRODUCED, [("7 Films", ["Un."]), ("12 films", ["Deux."])])]
    assert (page.lists[0].announced and page.lists[0].announced.value) == (2 if count else None)
    assert page.warnings == ()


def test_a_list_of_one_film_that_is_called_as_its_count():
    page = parse_text(f"{TOP}{PRODUCED}\n\n1 Film\n\n1 Film\n\n1 Film DVD\n\nUn.")
    assert listed(page) == [(PRODUCED, [("1 Film", ["Un."])])]
    assert (page.lists[0].announced.value, page.warnings) == (1, ())


def test_a_film_page_and_a_page_of_secrets_may_be_of_such_a_film():
    assert parse_text("7 Films\n\n• Année 2021").title.value == "7 Films"
    page = parse_text("7 Films\nAnecdotes autour de « 7 Films » et de son tournage\n\nUn vent\n\nIl souffle.")
    assert (page.film_title.value, page.warnings) == ("7 Films", ())


def test_each_list_is_checked_against_its_own_count():
    page = parse_text(
        f"{TOP}{PRODUCED}\n\n2 Films\nA\n\nA VOD\n\nB\n\nB VOD\n\n{DISTRIBUTED}\n\n3 Films\nB\n\nB DVD\n\nC\n\nC DVD"
    )
    assert [(found.announced.value, len(found.films)) for found in page.lists] == [(2, 2), (3, 2)]
    assert codes(page) == [(18, "film-count")]


def test_a_heading_in_english_is_refused_because_texts_are_taken_as_french():
    page = f"{TOP}Films produced by {NAME}\n\n1 Film\nA\n\nA VOD\n\n{DISTRIBUTED}\n\n1 Film\nB\n\nB DVD"
    assert faults(page) == [
        f"line 5: Heading: found 'Films produced by {NAME}', expected a heading in French,"
        " such as Films produits par …"
    ]
